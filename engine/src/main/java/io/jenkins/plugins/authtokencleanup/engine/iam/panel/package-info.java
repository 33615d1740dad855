/** The classic AuthTokens page: an HTML table (contract, sections 5 and 6). */
package io.jenkins.plugins.authtokencleanup.engine.iam.panel;
