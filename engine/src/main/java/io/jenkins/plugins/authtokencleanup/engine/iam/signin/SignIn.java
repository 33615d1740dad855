package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;

/** One way to sign in. It sends name and password once. */
interface SignIn {

    /** What is tried, in words. */
    String ATTEMPT = "Sign in";

    /**
     * Sends name and password.
     *
     * @param login the login page
     * @return what the server says, if it does not refuse outright
     * @throws CleanupException if it refuses, or no answer comes
     * @throws InterruptedException if the thread is interrupted
     */
    SignInReply send(LoginPage login) throws CleanupException, InterruptedException;
}
