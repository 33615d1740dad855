package io.jenkins.plugins.authtokencleanup.fuzz;

/** Small changes to texts out of a seed, for tests of what reads texts from others. */
