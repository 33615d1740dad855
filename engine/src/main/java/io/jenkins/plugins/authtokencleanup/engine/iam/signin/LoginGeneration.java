package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

/** The ways to sign in that are known (section 4). */
public enum LoginGeneration {
    CLASSIC,
    AUTH,
    FORM,
    V2
}
