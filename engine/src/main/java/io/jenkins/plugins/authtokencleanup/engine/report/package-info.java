/** What a run did, as values. */
package io.jenkins.plugins.authtokencleanup.engine.report;
