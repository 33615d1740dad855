package io.jenkins.plugins.authtokencleanup.testserver;

import java.util.List;

/** What the sign-in page of section 8 is like: a builder whose methods return itself. */
public final class JsonSignInSettings {
    boolean mobileForm;
    boolean scriptInPage;
    String uriPrefix;
    boolean uriPrefixOnPage = true;
    List<String> allowedModes = List.of("password");
    boolean encryptData;
    boolean captchaNeeded;
    SignInCode outcome = SignInCode.SI200;
    SignInCode lookupOutcome;
    int lockAfter = 10;
    int signInsADay;

    JsonSignInSettings() {}

    /** Whether the form has the mobile page's action, which nothing answers on-premise; default false. */
    public JsonSignInSettings mobileForm(boolean value) {
        mobileForm = value;
        return this;
    }

    /** Whether the script that names {@code signin/v2} is in the page instead of a file; default false. */
    public JsonSignInSettings scriptInPage(boolean value) {
        scriptInPage = value;
        return this;
    }

    /**
     * The page's global {@code uriPrefix}; default the accounts application's path. Below a path on this server, the
     * proxy's prefix included, sign-ins are served; any other text is shown only.
     */
    public JsonSignInSettings uriPrefix(String value) {
        uriPrefix = value;
        return this;
    }

    /** Whether the page has the global {@code uriPrefix}; default true. */
    public JsonSignInSettings uriPrefixOnPage(boolean value) {
        uriPrefixOnPage = value;
        return this;
    }

    /**
     * The ways to sign in that the look-up offers; default {@code password}. {@code ldappasswordauth} works as well.
     */
    public JsonSignInSettings allowedModes(String... value) {
        allowedModes = List.of(value);
        return this;
    }

    /** Whether the page says that its script encrypts passwords; a clear one is then refused. Default false. */
    public JsonSignInSettings encryptData(boolean value) {
        encryptData = value;
        return this;
    }

    /** Whether the page says that its CAPTCHA is in use; default false. See {@link SignInCode#IN108}. */
    public JsonSignInSettings captchaNeeded(boolean value) {
        captchaNeeded = value;
        return this;
    }

    /** What the right password is answered; default {@link SignInCode#SI200}. */
    public JsonSignInSettings outcome(SignInCode value) {
        outcome = value;
        return this;
    }

    /** The error that every look-up is answered; default null, none. */
    public JsonSignInSettings lookupOutcome(SignInCode value) {
        lookupOutcome = value;
        return this;
    }

    /** How many wrong passwords within five minutes lock the account for a quarter of an hour; default 10. */
    public JsonSignInSettings lockAfter(int value) {
        lockAfter = value;
        return this;
    }

    /** How many sign-ins may succeed on one day (UTC); default 0, any number. */
    public JsonSignInSettings signInsADay(int value) {
        signInsADay = value;
        return this;
    }

    /** The path below which sign-ins are served. */
    String servedBelow(String contextPath) {
        boolean path = uriPrefix != null && uriPrefix.startsWith("/") && !uriPrefix.startsWith("//");
        return path || "".equals(uriPrefix) ? uriPrefix : contextPath;
    }
}
