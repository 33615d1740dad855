/** The command line. It is not part of the Jenkins plugin. */
package io.jenkins.plugins.authtokencleanup.cli;
