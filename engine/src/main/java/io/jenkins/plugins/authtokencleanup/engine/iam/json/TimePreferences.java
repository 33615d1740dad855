package io.jenkins.plugins.authtokencleanup.engine.iam.json;

/**
 * How the account has its times written (contract, section 9). Each may be null: the answer need not have it.
 *
 * @param pattern {@code date_format}, a {@code java.text} date pattern
 * @param language a code such as {@code en} or {@code zh_TW}
 * @param zone a time zone id
 */
public record TimePreferences(String pattern, String language, String zone) {}
