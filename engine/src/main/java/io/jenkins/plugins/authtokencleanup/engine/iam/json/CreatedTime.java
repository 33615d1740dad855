package io.jenkins.plugins.authtokencleanup.engine.iam.json;

/**
 * A token's creation time as the list gives it twice (contract, section 9).
 *
 * @param millis {@code created_time}, in milliseconds since 1970; null if missing
 * @param text {@code created_time_formated}: the same instant in the user's pattern; null if missing
 */
public record CreatedTime(Long millis, String text) {

    /** Whether both halves are there. */
    boolean isComplete() {
        return millis != null && text != null && !text.isBlank();
    }
}
