package io.jenkins.plugins.authtokencleanup.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The {@link BenchServer}, seen from the process that measures. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader answers;

    ServerProcess() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx3g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        commands = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Restarts the server with an account and returns its address. */
    String start(Account account) throws IOException {
        return ask(account.toString());
    }

    int left() throws IOException {
        return Integer.parseInt(ask("left"));
    }

    /** The kinds of all requests since the start. */
    List<String> log() throws IOException {
        return List.of(ask("log").split(" "));
    }

    private String ask(String command) throws IOException {
        commands.println(command);
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("The server ended");
        }
        return answer;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
