package io.jenkins.plugins.authtokencleanup.engine.report;

import io.jenkins.plugins.authtokencleanup.engine.iam.WireCounterexample;

/** Knows the wire, to show that the rules of the architecture can be broken. Never called. */
record WriterCounterexample(WireCounterexample wire) {}
