/** A run: lists, judges, removes in batches, verifies, reports. Sees the server through the port alone. */
package io.jenkins.plugins.authtokencleanup.engine.run;
