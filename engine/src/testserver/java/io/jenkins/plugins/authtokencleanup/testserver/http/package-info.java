package io.jenkins.plugins.authtokencleanup.testserver.http;

/** A small HTTP/1.1 server over plain sockets that can also misbehave. Knows nothing of Analytics. */
