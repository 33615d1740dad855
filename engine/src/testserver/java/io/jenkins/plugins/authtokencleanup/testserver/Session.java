package io.jenkins.plugins.authtokencleanup.testserver;

/** A session that is signed in: the value of its cookie, and its CSRF value as of now. */
final class Session {
    private final String cookie;
    private String csrf;

    Session(String cookie, String csrf) {
        this.cookie = cookie;
        this.csrf = csrf;
    }

    String cookie() {
        return cookie;
    }

    String csrf() {
        return csrf;
    }

    void renewCsrf(String value) {
        csrf = value;
    }
}
