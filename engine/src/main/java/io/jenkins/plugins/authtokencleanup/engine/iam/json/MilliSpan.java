package io.jenkins.plugins.authtokencleanup.engine.iam.json;

/**
 * Milliseconds from a first to a last one, both included: of a day, of a wall clock, or since 1970.
 *
 * @param first not after {@code last}
 */
record MilliSpan(long first, long last) {

    /** The shortest span with both in it; {@code other} may be null. */
    MilliSpan and(MilliSpan other) {
        return other == null ? this : new MilliSpan(Math.min(first, other.first), Math.max(last, other.last));
    }

    /** What both have in common, or null. */
    MilliSpan common(MilliSpan other) {
        long from = Math.max(first, other.first);
        long to = Math.min(last, other.last);
        return from > to ? null : new MilliSpan(from, to);
    }

    MilliSpan shifted(long millis) {
        return new MilliSpan(first + millis, last + millis);
    }
}
