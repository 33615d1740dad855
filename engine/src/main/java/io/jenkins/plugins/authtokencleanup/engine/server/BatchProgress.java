package io.jenkins.plugins.authtokencleanup.engine.server;

import java.time.Duration;

/**
 * Where a run is after a batch.
 *
 * @param batch the batch's number, from 1
 * @param removed how many tokens are removed so far
 * @param failed how many could not be removed so far
 * @param keptMeanwhile how many are kept because they were used since the run began
 * @param toRemove how many were to be removed in all
 * @param remaining how long the rest takes at this pace
 */
public record BatchProgress(int batch, int removed, int failed, int keptMeanwhile, int toRemove, Duration remaining) {}
