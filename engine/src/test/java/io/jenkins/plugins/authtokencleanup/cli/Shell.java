package io.jenkins.plugins.authtokencleanup.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.JsonReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Runs the command line in this JVM and looks at what it prints. */
final class Shell {
    static final String PASSWORD = "s3cret-Pa55";
    static final List<String> REPORT_ENDINGS = List.of("json", "csv", "html");

    private final Path folder;

    /** A shell that keeps its files in a folder. */
    Shell(Path folder) {
        this.folder = folder;
    }

    /** What a command did. */
    record Result(int exitCode, String out, String err) {
        String all() {
            return out + err;
        }
    }

    /** Runs a command as it stands. */
    static Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = AuthTokenCleanupCommand.execute(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
        Result result =
                new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertFalse(result.all().contains(PASSWORD), "the password is shown");
        return result;
    }

    /** Runs a command against a server, with the right password from a file. */
    Result run(String command, String server, List<String> more) throws IOException {
        return run(arguments(command, server, more).toArray(String[]::new));
    }

    /** Cleans up and writes a report of each format. */
    Result clean(String server, String... more) throws IOException {
        List<String> options = new ArrayList<>(List.of(more));
        for (String ending : REPORT_ENDINGS) {
            options.addAll(List.of("--report", reportFile(ending).toString()));
        }
        return run("clean", server, options);
    }

    Path reportFile(String ending) {
        return folder.resolve("report." + ending);
    }

    /** The JSON report of the last cleanup. */
    CleanupReport report() throws IOException {
        return JsonReport.read(Files.readAllBytes(reportFile("json")));
    }

    List<String> arguments(String command, String server, List<String> more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                command,
                "--server",
                server,
                "--user",
                "admin@example.com",
                "--password-file",
                passwordFile(PASSWORD + "\n").toString()));
        arguments.addAll(more);
        return arguments;
    }

    /** A file that only its owner can read. */
    Path passwordFile(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
