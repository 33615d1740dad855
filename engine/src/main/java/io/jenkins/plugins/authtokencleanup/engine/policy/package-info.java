/** Which AuthTokens count as unused. The safety rules of what may go are here and nowhere else. */
package io.jenkins.plugins.authtokencleanup.engine.policy;
