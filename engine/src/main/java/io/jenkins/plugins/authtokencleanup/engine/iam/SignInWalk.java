package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.error.CaptchaRequiredException;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.UnknownLoginPageException;
import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Element;

/** The way from the account page's address over the login page to the account page (sections 2 and 4). */
final class SignInWalk {
    static final String SHELL = "/iam/u/h";
    private static final String FIND = "Find the login page";
    private static final String CHECK = "Check that the sign-in succeeded";
    private static final int SCRIPTS = 5;

    private final Browser browser;
    private final Credentials credentials;
    private LoginPage login;
    private LoginGeneration generation;
    private boolean mayBeSignedIn;

    SignInWalk(Browser browser, Credentials credentials) {
        this.browser = browser;
        this.credentials = credentials;
    }

    /** Whether a sign-in was sent that the server did not clearly refuse. */
    boolean mayBeSignedIn() {
        return mayBeSignedIn;
    }

    LoginGeneration generation() {
        return generation;
    }

    LoginPage login() {
        return login;
    }

    /** Loads the login page and recognises its generation. */
    void findLoginPage() throws CleanupException, InterruptedException {
        WebPage page = browser.load(FIND, browser.address().at(SHELL));
        if (page.isShell()) {
            throw new UnknownLoginPageException(
                    FIND, "the server shows an account page to somebody who is not signed in");
        }
        if (!page.isMarkup() || page.status() >= 400) {
            throw new UnknownLoginPageException(FIND, page.described(browser.secrets()));
        }
        login = new LoginPage(page);
        generation = login.generation("");
        if (generation == null || generation == LoginGeneration.CLASSIC && isSigninPage(page)) {
            LoginGeneration told = login.generation(otherScripts(page));
            generation = told == null ? generation : told;
        }
        if (generation == null) {
            String said = browser.secrets().excerpt(page.visibleText());
            throw new UnknownLoginPageException(
                    FIND, said.isEmpty() ? "the page has no login form" : "the page has no login form. It says: " + said);
        }
        if (login.showsCaptcha()) {
            throw new CaptchaRequiredException(FIND, "the login page shows a CAPTCHA");
        }
    }

    private static boolean isSigninPage(WebPage page) {
        return page.uri().getPath().endsWith("/signin");
    }

    /** A page built by scripts may tell its generation only in the scripts that it loads from the same origin. */
    private String otherScripts(WebPage page) throws InterruptedException {
        StringBuilder all = new StringBuilder();
        List<Element> scripts = page.document().select("script[src]");
        for (Element script : scripts.subList(0, Math.min(SCRIPTS, scripts.size()))) {
            try {
                URI address = browser.address().resolve(page.uri(), script.attr("src"), FIND);
                all.append(browser.load(FIND, address).text()).append('\n');
            } catch (CleanupException e) {
                // Such a script tells nothing; the page is then judged by the others.
                all.append('\n');
            }
        }
        return all.toString();
    }

    /** Sends name and password, once, and checks that the account page shows. */
    WebPage signIn() throws CleanupException, InterruptedException {
        mayBeSignedIn = true;
        SignInReply reply = signInSent();
        WebPage shell = browser.load(CHECK, browser.address().at(SHELL));
        if (!shell.isShell() && !reply.next().isEmpty()) {
            URI next = browser.address().resolve(login.page().uri(), reply.next(), CHECK);
            WebPage page = browser.load(CHECK, next);
            shell = page.isShell() ? page : browser.load(CHECK, browser.address().at(SHELL));
        }
        if (!shell.isShell()) {
            throw reply.otherwise() == null ? FormSignIn.refusal(shell, browser.secrets()) : reply.otherwise();
        }
        return shell;
    }

    private SignInReply signInSent() throws CleanupException, InterruptedException {
        SignIn way =
                switch (generation) {
                    case CLASSIC, AUTH -> new ScriptSignIn(browser, credentials, generation);
                    case FORM -> new FormSignIn(browser, credentials);
                    case V2 -> new V2SignIn(browser, credentials);
                };
        try {
            return way.send(login);
        } catch (CleanupException e) {
            mayBeSignedIn = e.exitCode() != ExitCode.SIGN_IN_REFUSED;
            throw e;
        }
    }
}
