package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;

/** Knows the model, to show that the rules of the architecture can be broken. Never called. */
record ErrorCounterexample(AuthToken token) {}
