package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;

/**
 * A server's reply to a sign-in. Only the account page proves that it succeeded (section 4).
 *
 * @param next where the server sends the session, empty for nowhere
 * @param otherwise why it failed if the account page does not show afterwards, null to derive it from the page that
 *     shows instead
 */
record SignInReply(String next, CleanupException otherwise) {}
