package io.jenkins.plugins.authtokencleanup.testserver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Requests that take effect after their client gave up; see {@link Fault#actsLate()}. */
final class LateEffects {
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(20);

    private final List<Runnable> held = new ArrayList<>();
    private boolean holding;
    private int done;

    synchronized void hold() {
        holding = true;
    }

    /** A client gave up: takes effect now, or when it is released. */
    synchronized void gaveUp(Runnable effect) {
        if (holding) {
            held.add(effect);
        } else {
            run(effect);
        }
        notifyAll();
    }

    /** Lets everything held take effect, and holds no more. */
    synchronized void release() {
        holding = false;
        held.forEach(this::run);
        held.clear();
    }

    /** Waits until this number of requests was given up, whether or not they have taken effect. */
    synchronized void awaitGivenUp(int count) {
        long end = System.nanoTime() + LONGEST_WAIT;
        try {
            while (done + held.size() < count) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new IllegalStateException("Only " + (done + held.size()) + " requests were given up");
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void run(Runnable effect) {
        effect.run();
        done++;
    }
}
