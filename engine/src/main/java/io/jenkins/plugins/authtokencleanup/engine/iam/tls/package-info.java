/** Trust in the server's certificate. */
package io.jenkins.plugins.authtokencleanup.engine.iam.tls;
