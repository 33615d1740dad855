package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;

/**
 * What a server says to a sign-in. Whether it succeeded is told by the account page alone (section 4).
 *
 * @param next where the server sends the session, empty for nowhere
 * @param otherwise why it failed if the account page does not show afterwards, null if the page that shows instead tells
 */
record SignInReply(String next, CleanupException otherwise) {}
