package io.jenkins.plugins.authtokencleanup.engine.iam;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A body is read as it arrives, up to its bound and its deadline. */
@Timeout(20)
class DeadlineBodyTest {
    private final List<String> told = new ArrayList<>();
    private final Flow.Subscription subscription = new Flow.Subscription() {
        @Override
        public void request(long count) {
            told.add("request " + count);
        }

        @Override
        public void cancel() {
            told.add("cancel");
        }
    };

    @AfterEach
    void clearFlag() {
        Thread.interrupted();
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    private static ByteBuffer bytes(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length);
        for (int value : values) {
            buffer.put((byte) value);
        }
        return buffer.flip();
    }

    private DeadlineBody body(long bound) {
        DeadlineBody body = new DeadlineBody(in(Duration.ofMinutes(1)), bound);
        body.onSubscribe(subscription);
        return body;
    }

    @Test
    void it_is_read_buffer_by_buffer_and_more_is_asked_for() throws IOException {
        DeadlineBody body = body(100);
        body.onNext(List.of(bytes(1, 2), bytes(), bytes(255)));
        body.onNext(List.of(bytes(0)));
        body.onComplete();
        assertEquals(List.of("request 32"), told);
        assertArrayEquals(new byte[] {1}, body.readNBytes(1));
        assertEquals(2, body.read());
        assertEquals(255, body.read());
        assertEquals(0, body.read());
        assertEquals(-1, body.read());
        assertEquals(-1, body.read());
        assertEquals(List.of("request 32"), told);
    }

    @Test
    void half_of_what_may_arrive_is_asked_for_again_when_half_is_read() throws IOException {
        DeadlineBody body = body(100);
        for (int portion = 1; portion <= 64; portion++) {
            body.onNext(List.of(bytes(portion)));
            assertEquals(portion, body.read());
            assertEquals(1 + portion / 16, told.size(), "after " + portion);
        }
        assertEquals(List.of("request 32", "request 16", "request 16", "request 16", "request 16"), told);
    }

    @Test
    void nothing_is_read_where_nothing_is_wanted() throws IOException {
        assertEquals(0, body(100).read(new byte[0], 0, 0));
    }

    @Test
    void it_is_read_up_to_its_bound() throws IOException {
        DeadlineBody most = body(3);
        most.onNext(List.of(bytes(1, 2, 3)));
        most.onComplete();
        assertEquals(3, most.readAllBytes().length);
        DeadlineBody more = body(3);
        more.onNext(List.of(bytes(1, 2), bytes(3, 4)));
        IOException e = assertThrows(DeadlineBody.TooLong.class, more::readAllBytes);
        assertEquals("the page is longer than 3 bytes", e.getMessage());
    }

    @Test
    void what_breaks_off_is_no_end() {
        DeadlineBody body = body(100);
        body.onNext(List.of(bytes(1)));
        body.onError(new IOException("reset"));
        assertThrows(DeadlineBody.BrokenOff.class, body::readAllBytes);
    }

    @Test
    void after_its_deadline_not_even_what_is_there_is_read() {
        DeadlineBody body = new DeadlineBody(in(Duration.ofNanos(-1)), 100);
        body.onSubscribe(subscription);
        body.onNext(List.of(bytes(1)));
        assertThrows(HttpTimeoutException.class, body::read);
    }

    @Test
    void it_is_waited_for_until_its_deadline() {
        DeadlineBody body = new DeadlineBody(in(Duration.ofMillis(30)), 100);
        body.onSubscribe(subscription);
        assertThrows(HttpTimeoutException.class, body::read);
    }

    @Test
    void on_an_interrupted_thread_what_is_there_is_read_and_nothing_is_waited_for() throws IOException {
        DeadlineBody body = body(100);
        body.onNext(List.of(bytes(7)));
        Thread.currentThread().interrupt();
        assertEquals(7, body.read());
        assertThrows(InterruptedIOException.class, body::read);
        assertTrue(Thread.interrupted(), "the thread's flag is set");
    }

    @Test
    void closed_before_its_end_it_ends_the_connection() {
        DeadlineBody body = body(100);
        body.close();
        assertEquals(List.of("request 32", "cancel"), told);
    }

    @Test
    void closed_at_its_end_it_gives_the_connection_back() throws IOException {
        DeadlineBody body = body(100);
        body.onComplete();
        assertEquals(-1, body.read());
        body.close();
        assertEquals(List.of("request 32"), told);
    }

    @Test
    void closed_before_it_begins_it_asks_for_nothing() {
        DeadlineBody body = new DeadlineBody(in(Duration.ofMinutes(1)), 100);
        body.close();
        body.onSubscribe(subscription);
        assertEquals(List.of("cancel"), told);
    }
}
