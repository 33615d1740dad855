package io.jenkins.plugins.authtokencleanup.demo;

/** The server's side of the demo. */
