package io.jenkins.plugins.authtokencleanup.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import picocli.CommandLine.Option;

/** Where the password comes from. Messages don't repeat the given name, which may be the password itself by mistake. */
final class PasswordSource {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Option(
            names = "--password-env",
            required = true,
            paramLabel = "VAR",
            description = "The name of the environment variable that holds the password.")
    private String variable;

    @Option(
            names = "--password-file",
            required = true,
            paramLabel = "FILE",
            description = "The file whose first line is the password, UTF-8, readable by you only.")
    private Path file;

    /** Reads the password. If there is none, the message of the {@link IllegalArgumentException} says what to do. */
    String read(PrintStream err) {
        return variable != null ? fromEnvironment() : fromFile(err);
    }

    private String fromEnvironment() {
        String password = System.getenv(variable);
        if (password == null || password.isEmpty()) {
            throw new IllegalArgumentException("The environment variable that --password-env names "
                    + (password == null ? "is not set" : "is empty")
                    + ". Export it with the password as its value, and give its name only.");
        }
        return password;
    }

    private String fromFile(PrintStream err) {
        String line;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            line = reader.readLine();
        } catch (IOException e) {
            throw new IllegalArgumentException("The file that --password-file names can't be read as text in UTF-8."
                    + " Write the password into a file, alone on its first line, and give the file's path.");
        }
        if (line != null && line.startsWith(BYTE_ORDER_MARK)) {
            line = line.substring(1);
        }
        if (line == null || line.isEmpty()) {
            throw new IllegalArgumentException(
                    "The first line of the file that --password-file names is empty. Write the password there.");
        }
        warnIfOthersCanRead(err);
        return line;
    }

    private void warnIfOthersCanRead(PrintStream err) {
        try {
            Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
            if (allowed.contains(PosixFilePermission.GROUP_READ) || allowed.contains(PosixFilePermission.OTHERS_READ)) {
                err.println("Warning: others can read the password file. Make it yours only: chmod 600.");
            }
        } catch (IOException | UnsupportedOperationException e) {
            // The file system has no such permissions.
        }
    }
}
