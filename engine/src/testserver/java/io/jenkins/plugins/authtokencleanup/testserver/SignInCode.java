package io.jenkins.plugins.authtokencleanup.testserver;

/** What the sign-in of section 8 answers, with the right password as well. */
public enum SignInCode {
    /** Signed in. */
    SI200(Effect.IN, "Success"),
    /** Signed in. */
    SI300(Effect.IN, "Success"),
    /** Signed in. */
    SI301(Effect.IN, "Success"),
    /** Signed in; an announcement comes first. */
    SI302(Effect.ANNOUNCEMENT, "Success"),
    /** Signed in; an announcement comes first. */
    SI303(Effect.ANNOUNCEMENT, "Success"),
    /** A second factor is wanted. */
    MFA302(Effect.SECOND_FACTOR, "Second factor required"),
    /** The password has expired. */
    P500(Effect.NOT_YET, "Your password has expired."),
    /** The password has expired. */
    P501(Effect.NOT_YET, "Your password has expired."),
    /** Wrong password. */
    IN102(Effect.REFUSED, "Invalid email address or password."),
    /** The CAPTCHA was wrong. */
    IN107(Effect.REFUSED, "The characters of the picture were wrong."),
    /** A CAPTCHA is wanted. */
    IN108(Effect.REFUSED, "Enter the characters of the picture."),
    /** No such account. */
    U401(Effect.REFUSED, "This account does not exist."),
    /** An account that cannot be used. */
    U402(Effect.REFUSED, "This account is not active."),
    /** An account that cannot be used. */
    U403(Effect.REFUSED, "This account is not confirmed."),
    /** An account that cannot be used. */
    U404(Effect.REFUSED, "This account is not available here."),
    /** An account that cannot be used. */
    U405(Effect.REFUSED, "This account is closed."),
    /** Not allowed from this address. */
    R303(Effect.REFUSED, "Access is not allowed from your IP address."),
    /** Refused for another reason. */
    SI500(Effect.REFUSED, "Sign-in failed."),
    /** The sign-ins of the day are used up. */
    SI503(Effect.REFUSED, "You have reached the sign-in limit of the day."),
    /** Refused for another reason. */
    SI504(Effect.REFUSED, "Sign-in is not allowed."),
    /** Too many failures. */
    SI505(Effect.REFUSED, "Too many failed attempts. Try again later.");

    enum Effect {
        IN,
        ANNOUNCEMENT,
        SECOND_FACTOR,
        NOT_YET,
        REFUSED
    }

    private final Effect effect;
    private final String message;

    SignInCode(Effect effect, String message) {
        this.effect = effect;
        this.message = message;
    }

    Effect effect() {
        return effect;
    }

    String message() {
        return message;
    }

    boolean isIn() {
        return effect == Effect.IN || effect == Effect.ANNOUNCEMENT;
    }

    /** What a server that behaves like this answers whatever the password is, null if it looks at the password. */
    static SignInCode whateverThePassword(SignInBehaviour behaviour) {
        return switch (behaviour) {
            case CAPTCHA -> IN108;
            case CAPTCHA_INVALID -> IN107;
            case LOCKED -> SI505;
            case LIMIT -> SI503;
            default -> null;
        };
    }
}
