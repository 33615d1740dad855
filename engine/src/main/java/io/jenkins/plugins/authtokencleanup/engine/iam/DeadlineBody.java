package io.jenkins.plugins.authtokencleanup.engine.iam;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A response's body as a stream whose reads end at a deadline, at a bound, and when the thread is interrupted. The
 * JDK's request time-out ends with the headers on Java 17, and its own body stream swallows interruptions there.
 */
final class DeadlineBody extends InputStream implements HttpResponse.BodySubscriber<DeadlineBody> {
    private static final Object END = new Object();
    /** How many portions, of 16 KB at most, may arrive before they are read: reading and arriving go on side by side. */
    private static final int WINDOW = 32;

    private final LinkedBlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
    private final long deadline;
    private final long bound;
    private volatile Flow.Subscription subscription;
    private volatile boolean closed;
    private List<ByteBuffer> current = List.of();
    private int next;
    private int used;
    private long count;
    private boolean ended;

    /** The connection broke off before the body was whole. */
    static final class BrokenOff extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenOff(Throwable cause) {
            super("the connection broke off", cause);
        }
    }

    /** The body is longer than anything that we expect. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(String what) {
            super(what);
        }
    }

    /**
     * A body.
     *
     * @param deadline when reading ends, as {@link System#nanoTime()}
     * @param bound the most bytes that are read
     */
    DeadlineBody(long deadline, long bound) {
        this.deadline = deadline;
        this.bound = bound;
    }

    @Override
    public CompletionStage<DeadlineBody> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(WINDOW);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        arrived.add(buffers);
    }

    @Override
    public void onError(Throwable problem) {
        arrived.add(problem);
    }

    @Override
    public void onComplete() {
        arrived.add(END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            while (next < current.size() && !current.get(next).hasRemaining()) {
                next++;
            }
            if (next < current.size()) {
                ByteBuffer buffer = current.get(next);
                int read = Math.min(length, buffer.remaining());
                buffer.get(into, offset, read);
                count += read;
                if (count > bound) {
                    throw new TooLong("the page is longer than " + bound + " bytes");
                }
                return read;
            }
            await();
        }
        return -1;
    }

    @SuppressWarnings("unchecked")
    private void await() throws IOException {
        // What is there already is read on an interrupted thread, too.
        Object item = System.nanoTime() < deadline ? arrived.poll() : null;
        if (item == null) {
            item = awaitNext();
        }
        if (item == END) {
            ended = true;
        } else if (item instanceof Throwable) {
            throw new BrokenOff((Throwable) item);
        } else {
            current = (List<ByteBuffer>) item;
            next = 0;
            if (++used == WINDOW / 2) {
                used = 0;
                subscription.request(WINDOW / 2);
            }
        }
    }

    private Object awaitNext() throws IOException {
        Object item;
        try {
            long left = deadline - System.nanoTime();
            item = left <= 0 ? null : arrived.poll(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
        if (item == null) {
            throw new HttpTimeoutException("not over in time");
        }
        return item;
    }

    /** Gives the connection back if all was read, and closes it otherwise. */
    @Override
    public void close() {
        closed = true;
        Flow.Subscription open = subscription;
        if (!ended && open != null) {
            open.cancel();
        }
        current = List.of();
    }
}
