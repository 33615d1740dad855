/** What can go wrong, with advice and exit code. */
package io.jenkins.plugins.authtokencleanup.engine.error;
