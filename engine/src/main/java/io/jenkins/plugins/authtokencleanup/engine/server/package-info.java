/** The port to a server: what a run needs of it, and what it may assume. */
package io.jenkins.plugins.authtokencleanup.engine.server;
