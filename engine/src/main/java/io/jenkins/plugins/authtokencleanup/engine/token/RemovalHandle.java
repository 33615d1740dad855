package io.jenkins.plugins.authtokencleanup.engine.token;

/**
 * The page's opaque name of a token, good for removing it. As dangerous as the token itself: it is never shown,
 * logged or written, so {@link #toString} has none of it.
 */
public final class RemovalHandle {
    private final String value;

    /** A handle as the page has it, not empty. */
    public RemovalHandle(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("An empty handle names no token");
        }
        this.value = value;
    }

    /** The handle in clear, for the removal request only. Never empty. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RemovalHandle && ((RemovalHandle) other).value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "handle";
    }
}
