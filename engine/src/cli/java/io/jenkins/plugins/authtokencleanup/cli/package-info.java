package io.jenkins.plugins.authtokencleanup.cli;

/** The command line on the engine. It is no part of the Jenkins plugin. */
