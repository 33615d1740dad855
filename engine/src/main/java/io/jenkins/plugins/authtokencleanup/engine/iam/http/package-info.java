/** Requests, responses, cookies and CSRF values of one session. */
package io.jenkins.plugins.authtokencleanup.engine.iam.http;
