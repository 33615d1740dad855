/** Signing in and out, in each way that servers have (contract, sections 4 and 8). */
package io.jenkins.plugins.authtokencleanup.engine.iam.signin;
