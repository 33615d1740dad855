package io.jenkins.plugins.authtokencleanup.testserver;

/** How the server takes a sign-in with the right password. */
public enum SignInBehaviour {
    /** It lets the user in. */
    NORMAL,
    /** It wants a CAPTCHA first. */
    CAPTCHA,
    /** It says that the CAPTCHA was wrong. */
    CAPTCHA_INVALID,
    /** It wants a second factor; the shell is not shown. */
    SECOND_FACTOR,
    /** It shows an announcement first, but the user is signed in. */
    ANNOUNCEMENT,
    /** The account is locked. */
    LOCKED,
    /** The sign-ins of the day are used up. */
    LIMIT,
    /** There is no such user. */
    NO_SUCH_USER,
    /** The login page's form goes to another origin. */
    FOREIGN_FORM,
    /** The login page has no form and no script that one could recognise. */
    UNKNOWN_PAGE
}
