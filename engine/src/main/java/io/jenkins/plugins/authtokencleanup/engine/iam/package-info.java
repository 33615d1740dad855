/**
 * The wire: sign-in, AuthTokens page, CSRF, removal and times of the accounts application ("IAM") that Zoho Analytics
 * On-Premise and ManageEngine Analytics Plus share. Knows nothing of policy. Section numbers in comments are those of
 * {@code docs/wire-contract.md}.
 */
package io.jenkins.plugins.authtokencleanup.engine.iam;
