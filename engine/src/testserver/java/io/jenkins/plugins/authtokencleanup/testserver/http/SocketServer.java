package io.jenkins.plugins.authtokencleanup.testserver.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** Listens on 127.0.0.1 and serves every connection in a thread of its own until it is closed. */
public final class SocketServer implements AutoCloseable {
    private final ServerSocket listener;
    private final SSLContext tls;
    private final RequestHandler handler;
    private final ServerDate date;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final ExecutorService threads;

    /**
     * Starts at once.
     *
     * @param port 0 for any free one
     * @param tls  null for plain HTTP
     */
    public SocketServer(int port, SSLContext tls, ServerDate date, RequestHandler handler) {
        this.tls = tls;
        this.date = date;
        this.handler = handler;
        try {
            listener = new ServerSocket(port, 200, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port " + port, e);
        }
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "analytics-test-server-" + listener.getLocalPort());
            thread.setDaemon(true);
            return thread;
        });
        threads.execute(this::accept);
    }

    /** The port it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    /** How many connections there have been. */
    public int connections() {
        return accepted.get();
    }

    /** Ends every connection and thread. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdown();
        open.forEach(Connection::cut);
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                accepted.incrementAndGet();
                serve(new Connection(socket, tls, handler, date));
            } catch (IOException e) {
                // Closed, or one connection that came to nothing.
            }
        }
    }

    private void serve(Connection connection) {
        open.add(connection);
        try {
            threads.execute(() -> {
                try {
                    connection.run();
                } finally {
                    open.remove(connection);
                }
            });
        } catch (RejectedExecutionException e) {
            connection.cut();
        }
    }
}
