package io.jenkins.plugins.authtokencleanup.testserver;

/** How the panel writes a date. All in the server's zone, English unless said otherwise. */
public enum DateStyle {
    /**
     * {@code 12&nbsp;days ago}, floored, absolute in the title; under one hour (and in the future) the text itself is
     * absolute.
     */
    RELATIVE_WITH_TITLE,
    /** {@code Tue May 12 10:30:11 IST 2026}. */
    ABSOLUTE,
    /** As {@link #RELATIVE_WITH_TITLE}, but without a title. */
    RELATIVE_ONLY,
    /** {@code 2026-05-12T10:30:11+05:30}. */
    ISO_OFFSET,
    /** {@code 2026-05-12T05:00:11Z}. */
    ISO_INSTANT,
    /** {@code 2026-05-12 10:30:11}, without a zone. */
    ISO_LOCAL,
    /** {@code 12 May 2026 10:30:11}. */
    DAY_MONTH_TEXT,
    /** {@code 12-May-2026}. */
    DAY_MONTH_TEXT_NO_TIME,
    /** {@code 12/05/2026 10:30}. */
    DAY_MONTH_NUMERIC,
    /** {@code 12/05/2026}. */
    DAY_MONTH_NUMERIC_NO_TIME,
    /** {@code mardi 12 mai 2026 à 10 h 30}: a language the client does not read. */
    FRENCH
}
