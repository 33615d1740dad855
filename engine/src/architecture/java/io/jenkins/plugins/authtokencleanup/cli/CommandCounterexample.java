package io.jenkins.plugins.authtokencleanup.cli;

import hudson.Counterexample;

/** Knows Jenkins, to show that the rules of the architecture can be broken. Never called. */
public final class CommandCounterexample {
    private final Counterexample jenkins = new Counterexample(this);

    @Override
    public String toString() {
        return jenkins.toString();
    }
}
