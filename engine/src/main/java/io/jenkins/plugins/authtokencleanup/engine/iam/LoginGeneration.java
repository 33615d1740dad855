package io.jenkins.plugins.authtokencleanup.engine.iam;

/** The ways to sign in that are known (section 4). */
enum LoginGeneration {
    CLASSIC,
    AUTH,
    FORM,
    V2
}
