package io.jenkins.plugins.authtokencleanup.testserver;

/** Which login page the server has; see section 4 of the wire contract. */
public enum LoginGeneration {
    /** {@code /iam/login}: a form with {@code LOGIN_ID} and {@code PASSWORD}, posted by script to the same address. */
    CLASSIC("/login"),
    /** {@code /iam/signin}: posted to {@code /iam/signin/auth}. */
    AUTH("/signin"),
    /** {@code /iam/login}: a plain form with an action, a method and hidden fields of its own. */
    FORM("/login"),
    /** {@code /iam/signin}: two JSON requests below {@code signin/v2}. */
    V2("/signin");

    private final String pagePath;

    LoginGeneration(String pagePath) {
        this.pagePath = pagePath;
    }

    /** The login page's path below {@code /iam}. */
    public String pagePath() {
        return pagePath;
    }
}
