package io.jenkins.plugins.authtokencleanup.engine.error;

/** What can go wrong, the exit code that follows from it, and what the user can do about it. */
public enum Problem {
    ACCOUNT_LOCKED(
            ExitCode.SIGN_IN_REFUSED,
            "Have the account unlocked by an administrator of the server, then check the stored password before the next"
                    + " run"),
    ACCOUNT_UNUSABLE(
            ExitCode.SIGN_IN_REFUSED,
            "Check in a browser that the account exists on this server, is active and confirmed, and store its name as"
                    + " the server knows it"),
    ADDRESS_NOT_ALLOWED(
            ExitCode.SIGN_IN_REFUSED,
            "Allow the address of the machine that connects in the account's allowed IP addresses, or connect from"
                    + " another machine"),
    CAPTCHA_REQUIRED(
            ExitCode.SIGN_IN_REFUSED,
            "Sign in once in a browser with this account and solve the CAPTCHA, then run again"),
    FOREIGN_ADDRESS(
            ExitCode.NOT_REACHED,
            "If that address is the right one, configure it as the server's address; the password is sent to no other"),
    OVER_CAP(ExitCode.REFUSED, "Look at the preview; if all of them may go, raise the cap"),
    NO_AUTHTOKENS_MENU(
            ExitCode.NOT_RECOGNISED,
            "Open the account page in a browser: if it has no AuthTokens under Sessions, this build of the server has"
                    + " none to clean up, or the account may not see them"),
    NO_PASSWORD_SIGN_IN(
            ExitCode.SIGN_IN_REFUSED,
            "Use an account that signs in on this server with a name and a password: unattended runs can't use SAML,"
                    + " one-time passwords or passwords encrypted by the page"),
    NO_JOURNAL(
            ExitCode.UNEXPECTED,
            "Check the disk, and the connection to the agent if there is one, then run again: no removal is requested"
                    + " before the journal has it"),
    PASSWORD_EXPIRED(ExitCode.SIGN_IN_REFUSED, "Set a new password in a browser, and store it before the next run"),
    PASSWORD_WANTED_AGAIN(
            ExitCode.SIGN_IN_REFUSED,
            "Open the AuthTokens page in a browser with this account and see what the server asks for; if it always asks,"
                    + " this account can't be used unattended"),
    PLAN_REFUSED(ExitCode.REFUSED, "Make a new preview with the same server, account and policy, and approve that"),
    PROXY_REFUSED(
            ExitCode.NOT_REACHED,
            "On the Jenkins controller, set the proxy's user and password in Jenkins' proxy settings. Agents do not get"
                    + " them: start an agent's JVM, like the command line's, with -Dhttp.proxyUser=NAME and"
                    + " -Dhttp.proxyPassword=PASSWORD, let the proxy pass that machine without a user, or add the server to"
                    + " the hosts without a proxy. If the server's address is https and the proxy wants Basic"
                    + " authentication, the JVM that connects also needs -Djdk.http.auth.tunneling.disabledSchemes="),
    SECOND_FACTOR_REQUIRED(
            ExitCode.SIGN_IN_REFUSED,
            "Sign in once in a browser and confirm what it asks; for unattended runs use an account without a second"
                    + " factor"),
    SESSION_LOST(
            ExitCode.NOT_RECOGNISED,
            "Run again; if it happens each time, look whether something else signs this account out"),
    SIGN_IN_FAILED(ExitCode.SIGN_IN_REFUSED, "Sign in in a browser with this account and see what the server asks for"),
    SIGN_IN_LIMIT(ExitCode.SIGN_IN_REFUSED, "Run again tomorrow, and less often"),
    SURPRISING_LISTING(
            ExitCode.REFUSED,
            "Look at the AuthTokens in the report; if this is how it should be, set expectedCount to the number listed, or"
                    + " approve a preview"),
    THROTTLED(ExitCode.NOT_REACHED, "Run again later, or with a smaller batch size"),
    TIMED_OUT(ExitCode.NOT_REACHED, "Check whether the server is busy, or allow more time with the time-out setting"),
    UNKNOWN_LOGIN_PAGE(
            ExitCode.NOT_RECOGNISED,
            "Open the address in a browser: it must be Zoho Analytics On-Premise or ManageEngine Analytics Plus with its"
                    + " own login page, not a single sign-on page"),
    UNKNOWN_PAGE(
            ExitCode.NOT_RECOGNISED,
            "Nothing is removed on the word of such a page. Run the doctor command, and compare with the page"
                    + " /iam/u/h#sessions/userauthtoken in a browser"),
    UNKNOWN_REPLY(
            ExitCode.NOT_RECOGNISED,
            "Open the server in a browser and look for an error there; run the doctor command for details"),
    UNREACHABLE(ExitCode.NOT_REACHED, "Check the server's address and port, the proxy, and whether the server is up"),
    UNTRUSTED_SERVER(
            ExitCode.NOT_REACHED,
            "Compare the SHA-256 with the one that the server's administrator tells you; if it is the same, put the"
                    + " certificate, or its CA's, as PEM text into the trusted certificates (--trust FILE on the command"
                    + " line). Certificate checks can't be switched off"),
    WRITE_DENIED(
            ExitCode.SOME_FAILED,
            "Use an account that may remove its AuthTokens, or ask the server's administrator whether it is in read-only"
                    + " mode"),
    WRONG_PASSWORD(
            ExitCode.SIGN_IN_REFUSED,
            "Check account name and password in a browser before the next run: repeated wrong attempts can lock the"
                    + " account. Accounts of a directory or of SAML need a local password");

    private final ExitCode exitCode;
    private final String advice;

    Problem(ExitCode exitCode, String advice) {
        this.exitCode = exitCode;
        this.advice = advice;
    }

    /** How the command line ends. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** What the user can do: one or more sentences, without the last full stop. */
    public String advice() {
        return advice;
    }

    /** Whether the cap, an approved plan or a surprise refused the plan as a whole, before anything was removed. */
    public boolean refusesPlan() {
        return exitCode == ExitCode.REFUSED;
    }
}
