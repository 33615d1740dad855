package io.jenkins.plugins.authtokencleanup.engine.report.format;

import io.jenkins.plugins.authtokencleanup.engine.iam.panel.WireCounterexample;

/** Knows the wire, to show that the rules of the architecture can be broken. Never called. */
record WriterCounterexample(WireCounterexample wire) {}
