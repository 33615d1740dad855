/**
 * The wire: a connection to the accounts application ("IAM") that Zoho Analytics On-Premise and ManageEngine Analytics
 * Plus share, and the doctor that examines one. Section numbers in comments are those of {@code docs/wire-contract.md}.
 */
package io.jenkins.plugins.authtokencleanup.engine.iam;
