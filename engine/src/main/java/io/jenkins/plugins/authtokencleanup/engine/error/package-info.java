/** One exception type for each thing that the user can do something about. */
package io.jenkins.plugins.authtokencleanup.engine.error;
