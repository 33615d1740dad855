package io.jenkins.plugins.authtokencleanup.fuzz;

/**
 * A change to a text.
 *
 * @param from where it begins
 * @param to where it ends, exclusive; the same as {@code from} for an insertion
 * @param with what stands there afterwards
 */
public record Edit(int from, int to, String with) {

    public String applyTo(String text) {
        return text.substring(0, from) + with + text.substring(to);
    }

    /** Whether it leaves a part of the text as it is. */
    public boolean leaves(int begin, int end) {
        return to <= begin || from >= end;
    }

    @Override
    public String toString() {
        return "characters " + from + " to " + to + " replaced by \"" + with + "\"";
    }
}
