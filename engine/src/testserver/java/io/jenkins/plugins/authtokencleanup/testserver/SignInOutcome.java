package io.jenkins.plugins.authtokencleanup.testserver;

/** What became of a password that was sent. */
enum SignInOutcome {
    IN("Signed in."),
    ANNOUNCEMENT("Signed in, with something to read first."),
    SECOND_FACTOR("Enter the one-time code."),
    CAPTCHA("Enter the characters of the picture."),
    CAPTCHA_INVALID("The characters of the picture were wrong."),
    LOCKED("This account is locked. Contact your administrator."),
    LIMIT("You have reached the sign-in limit of the day. Try again tomorrow."),
    NO_SUCH_USER("This account does not exist."),
    WRONG_PASSWORD("Invalid email address or password.");

    private final String message;

    SignInOutcome(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }

    boolean isIn() {
        return this == IN || this == ANNOUNCEMENT;
    }
}
