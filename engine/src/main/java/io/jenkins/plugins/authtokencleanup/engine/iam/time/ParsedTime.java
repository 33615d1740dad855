package io.jenkins.plugins.authtokencleanup.engine.iam.time;

/**
 * An absolute time as it is written.
 *
 * @param date the date, perhaps an impossible one
 * @param clock the time of day
 * @param zone the text of the zone, not yet read; empty if none is written
 */
record ParsedTime(ParsedDate date, ParsedClock clock, String zone) {}
