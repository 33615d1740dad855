package io.jenkins.plugins.authtokencleanup.engine.iam;

/**
 * What a cell of the panel shows of a time.
 *
 * @param text the cell's visible text, white space and no-break spaces folded; empty for a blank cell, never null
 * @param title the absolute time that the cell has as its {@code title}; empty for none, never null
 */
record AccessTimeText(String text, String title) {}
