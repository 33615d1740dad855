/** AuthTokens as a page shows them, and what identifies one. */
package io.jenkins.plugins.authtokencleanup.engine.token;
