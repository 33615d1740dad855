package io.jenkins.plugins.authtokencleanup;

import hudson.tasks.Mailer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A mail server on this machine that takes everything. Jenkins sends its mail there. */
final class Postbox implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    private final BlockingQueue<String> mails = new LinkedBlockingQueue<>();

    private Postbox() throws IOException {
        Thread thread = new Thread(this::serve, "postbox");
        thread.setDaemon(true);
        thread.start();
    }

    static Postbox open() throws IOException {
        Postbox box = new Postbox();
        Mailer.DescriptorImpl mailer = Mailer.descriptor();
        mailer.setSmtpHost("127.0.0.1");
        mailer.setSmtpPort(Integer.toString(box.socket.getLocalPort()));
        return box;
    }

    /** The next mail with its headers; it waits for one. */
    String take() throws InterruptedException {
        String mail = mails.poll(30, TimeUnit.SECONDS);
        if (mail == null) {
            throw new AssertionError("No mail came");
        }
        return mail;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8)),
                        new PrintStream(client.getOutputStream(), true, StandardCharsets.UTF_8));
            } catch (IOException e) {
                // Closed, or the client is gone: the next one may come.
            }
        }
    }

    private void talk(BufferedReader in, PrintStream out) throws IOException {
        out.print("220 postbox\r\n");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equalsIgnoreCase("DATA")) {
                out.print("354 go on\r\n");
                StringBuilder mail = new StringBuilder();
                for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                    mail.append(text).append('\n');
                }
                mails.add(mail.toString());
            }
            out.print(line.equalsIgnoreCase("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
