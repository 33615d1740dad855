/** Writes reports as JSON, CSV and HTML, and reads the JSON ones again. */
package io.jenkins.plugins.authtokencleanup.engine.report.format;
