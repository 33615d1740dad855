package io.jenkins.plugins.authtokencleanup.engine.plan;

import java.time.Instant;

/**
 * The first listing of a run, as a restriction sees it.
 *
 * @param kind which AuthTokens page it is
 * @param tokens how many tokens it has
 * @param now the earlier one of the server's clock and this machine's
 * @param preview whether the run is a preview
 */
public record ListedPage(String kind, int tokens, Instant now, boolean preview) {}
