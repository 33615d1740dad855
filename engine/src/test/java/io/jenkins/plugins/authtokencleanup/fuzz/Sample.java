package io.jenkins.plugins.authtokencleanup.fuzz;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** How much of a generated or swept test runs: all of it with {@code -Dtests.full=true}, else a sample. */
public final class Sample {
    private static final boolean FULL = Boolean.getBoolean("tests.full");
    /** A prime, so that a sample has each value of every property that its cases combine. */
    private static final int EVERY = 41;

    private Sample() {}

    /** The first seeds of this number. */
    public static LongStream seeds(long all) {
        return LongStream.range(0, FULL ? all : Math.max(5, all / EVERY));
    }

    /** All cases, or one of every {@value #EVERY}, spread over all of them. */
    public static <T> List<T> of(List<T> all) {
        return oneIn(all.size() <= EVERY ? 1 : EVERY, all);
    }

    /** All cases, or one of every {@code every}, spread over all of them. */
    public static <T> List<T> oneIn(int every, List<T> all) {
        return IntStream.range(0, all.size())
                .filter(i -> FULL || i % every == 7 % every)
                .mapToObj(all::get)
                .toList();
    }
}
