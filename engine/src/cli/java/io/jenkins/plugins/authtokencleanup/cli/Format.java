package io.jenkins.plugins.authtokencleanup.cli;

/** How a command prints its result. */
enum Format {
    TEXT,
    JSON
}
