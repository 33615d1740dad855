package io.jenkins.plugins.authtokencleanup.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** Passes bytes on between an address of this machine and the test server: the same server under another name. */
final class Relay {
    private Relay() {}

    static Thread start(ServerSocket listener, String target) {
        URI server = URI.create(target);
        return daemon(() -> {
            while (!listener.isClosed()) {
                Socket client = listener.accept();
                Socket there = new Socket(server.getHost(), server.getPort());
                daemon(() -> copy(client.getInputStream(), there.getOutputStream()));
                daemon(() -> copy(there.getInputStream(), client.getOutputStream()));
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private static Thread daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One side hung up.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        try (in;
                out) {
            in.transferTo(out);
        }
    }
}
