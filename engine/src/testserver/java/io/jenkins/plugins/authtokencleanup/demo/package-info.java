/** The server's side of the demo. */
package io.jenkins.plugins.authtokencleanup.demo;
