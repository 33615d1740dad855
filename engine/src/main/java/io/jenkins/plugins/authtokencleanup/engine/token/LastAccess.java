package io.jenkins.plugins.authtokencleanup.engine.token;

import java.time.Instant;
import java.util.Objects;

/**
 * When an AuthToken was last accessed, according to the server's page.
 *
 * <p>Whatever the page leaves open is decided in favour of the token: {@link #latest()} is the latest
 * instant that the page allows, so a token is never taken for older than it can be.
 */
public sealed interface LastAccess {

    /** The page shows no last access: the token was never used. */
    LastAccess NEVER = new Never();

    /** The latest instant that the page allows, null where the token was never used or its date can't be read. */
    default Instant latest() {
        return null;
    }

    /** The earliest instant that the page allows, null where the token was never used or its date can't be read. */
    default Instant earliest() {
        return null;
    }

    /** Whether the last access was certainly before an instant. */
    default boolean isBefore(Instant cutoff) {
        return latest() != null && latest().isBefore(cutoff);
    }

    /** A known instant, to the second or better. */
    record At(Instant instant) implements LastAccess {
        public At {
            Objects.requireNonNull(instant);
        }

        @Override
        public Instant latest() {
            return instant;
        }

        @Override
        public Instant earliest() {
            return instant;
        }
    }

    /** A span: floored relative text ("12 days ago"), a date without a time, an ambiguous zone or day-month order. */
    record Between(Instant earliest, Instant latest) implements LastAccess {
        public Between {
            if (earliest.isAfter(latest)) {
                throw new IllegalArgumentException("earliest is after latest");
            }
        }
    }

    /** The token was never used. */
    record Never() implements LastAccess {}

    /** The page shows something that is no date that we can read. */
    record Unreadable() implements LastAccess {}
}
