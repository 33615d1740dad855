package io.jenkins.plugins.authtokencleanup.testserver;

/** Judges passwords and opens sessions, whatever the login page looks like. */
final class SignInDesk {
    private final ServerSettings settings;
    private final Sessions sessions;
    private final CsrfValues csrf;
    private int attempts;
    private int wrongPasswords;

    SignInDesk(ServerSettings settings, Sessions sessions, CsrfValues csrf) {
        this.settings = settings;
        this.sessions = sessions;
        this.csrf = csrf;
    }

    int attempts() {
        return attempts;
    }

    /** Judges and, if the user is let in, opens a session. {@code csrfValue} is the good one that came with it. */
    SignInOutcome signIn(Visit visit, String user, String password, String csrfValue) {
        countAttempt();
        SignInOutcome outcome = judged(user, password);
        if (outcome.isIn()) {
            admit(visit, csrfValue);
            return outcome;
        }
        if (outcome == SignInOutcome.SECOND_FACTOR) {
            letHalfWay(visit);
        }
        csrf.spend(visit, csrfValue);
        return outcome;
    }

    /** A password was sent. */
    void countAttempt() {
        attempts++;
    }

    /** Opens a session; {@code csrfValue} is the good one that came with the password. */
    void admit(Visit visit, String csrfValue) {
        Session session = sessions.open(csrf.forSession(csrfValue), settings.clock.instant());
        visit.enter(session);
        if (settings.csrfCookie) {
            visit.setCsrfCookie(session.csrf());
        }
    }

    /** The second factor is missing yet. */
    void letHalfWay(Visit visit) {
        visit.setHalfWayCookie(sessions.openHalfWay());
    }

    boolean knows(String user) {
        return settings.signIn != SignInBehaviour.NO_SUCH_USER && settings.user.equals(user);
    }

    /** Where a visitor goes who is signed in, but not let through yet; null if there is no such place. */
    static String detour(Visit visit, SignInOutcome outcome) {
        return switch (outcome) {
            case ANNOUNCEMENT -> visit.origin() + visit.contextPath() + "/announcement?id=password-policy";
            case SECOND_FACTOR -> visit.origin() + visit.contextPath() + "/signin/mfa";
            default -> null;
        };
    }

    private SignInOutcome judged(String user, String password) {
        SignInOutcome unconditional =
                switch (settings.signIn) {
                    case CAPTCHA -> SignInOutcome.CAPTCHA;
                    case CAPTCHA_INVALID -> SignInOutcome.CAPTCHA_INVALID;
                    case LOCKED -> SignInOutcome.LOCKED;
                    case LIMIT -> SignInOutcome.LIMIT;
                    default -> null;
                };
        if (unconditional != null) {
            return unconditional;
        }
        if (wrongPasswords >= settings.lockAfter) {
            return SignInOutcome.LOCKED;
        }
        if (!knows(user)) {
            return SignInOutcome.NO_SUCH_USER;
        }
        if (!settings.password.equals(password)) {
            wrongPasswords++;
            return SignInOutcome.WRONG_PASSWORD;
        }
        return switch (settings.signIn) {
            case SECOND_FACTOR -> SignInOutcome.SECOND_FACTOR;
            case ANNOUNCEMENT -> SignInOutcome.ANNOUNCEMENT;
            default -> SignInOutcome.IN;
        };
    }
}
