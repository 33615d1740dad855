package io.jenkins.plugins.authtokencleanup.testserver.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One connection: a plain socket, with TLS laid over it if wanted, so that it can be reset either way. */
final class Connection implements Runnable {
    private final Socket plain;
    private final SSLContext tls;
    private final RequestHandler handler;
    private final ServerDate date;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Connection(Socket plain, SSLContext tls, RequestHandler handler, ServerDate date) {
        this.plain = plain;
        this.tls = tls;
        this.handler = handler;
        this.date = date;
    }

    @Override
    public void run() {
        try {
            open();
            RequestReader reader = new RequestReader(in);
            HttpRequest request = reader.next();
            while (request != null) {
                handler.answer(new Exchange(request, this, date));
                request = isOpen() && !wantsClose(request) ? reader.next() : null;
            }
            closeInOrder();
        } catch (IOException | NumberFormatException e) {
            // The client went away, does not trust us, or the connection was ended from here.
        } finally {
            cut();
        }
    }

    OutputStream output() {
        return out;
    }

    /** Says good-bye the proper way. */
    void closeInOrder() throws IOException {
        if (isOpen()) {
            out.flush();
            socket.close();
        }
        cut();
    }

    /** With SO_LINGER 0 closing sends a reset. */
    void reset() {
        try {
            plain.setSoLinger(true, 0);
        } catch (IOException e) {
            // Closed already.
        }
        cut();
    }

    /** Ends the connection at once, from any thread. */
    void cut() {
        closed.countDown();
        try {
            plain.close();
        } catch (IOException e) {
            // Closed already.
        }
    }

    boolean awaitHangUp() {
        try {
            while (in.read() >= 0) {
                // Whatever else the client has to say is not listened to.
            }
        } catch (IOException e) {
            // Hung up.
        }
        boolean byClient = isOpen();
        cut();
        return byClient;
    }

    void pause(Duration duration) throws IOException {
        try {
            if (closed.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("Closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private void open() throws IOException {
        plain.setTcpNoDelay(true);
        socket = plain;
        if (tls != null) {
            SSLSocket secure = (SSLSocket) tls.getSocketFactory()
                    .createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
            secure.setUseClientMode(false);
            secure.startHandshake();
            socket = secure;
        }
        in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
        out = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024);
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private static boolean wantsClose(HttpRequest request) {
        return "close".equalsIgnoreCase(request.header("Connection"));
    }
}
