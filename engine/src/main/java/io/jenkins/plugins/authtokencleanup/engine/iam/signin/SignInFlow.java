package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Element;

/** The way from the account page's address over the login page to the account page (sections 2 and 4). */
public final class SignInFlow {
    public static final String SHELL = "/iam/u/h";
    private static final String FIND = "Find the login page";
    private static final String CHECK = "Check that the sign-in succeeded";
    private static final int SCRIPTS = 5;

    private final IamSession session;
    private final Credentials credentials;
    private LoginPage login;
    private LoginGeneration generation;
    private boolean mayBeSignedIn;

    public SignInFlow(IamSession session, Credentials credentials) {
        this.session = session;
        this.credentials = credentials;
        session.redactor().add(credentials.password());
    }

    /** Whether a sign-in was sent that the server did not clearly refuse. */
    public boolean mayBeSignedIn() {
        return mayBeSignedIn;
    }

    public LoginGeneration generation() {
        return generation;
    }

    public LoginPage login() {
        return login;
    }

    /** Loads the login page and recognises its generation. */
    public void findLoginPage() throws CleanupException, InterruptedException {
        WebPage page = session.load(FIND, session.address().at(SHELL));
        if (page.isShell()) {
            throw new CleanupException(
                    Problem.UNKNOWN_LOGIN_PAGE,
                    FIND,
                    "the server shows an account page to somebody who is not signed in");
        }
        if (!page.isMarkup() || page.status() >= 400) {
            throw new CleanupException(Problem.UNKNOWN_LOGIN_PAGE, FIND, page.described(session.redactor()));
        }
        login = new LoginPage(page);
        generation = login.generation("");
        if (generation == null || generation == LoginGeneration.CLASSIC && isSigninPage(page)) {
            LoginGeneration byScripts = login.generation(otherScripts(page));
            generation = byScripts == null ? generation : byScripts;
        }
        if (generation == null) {
            String said = session.redactor().excerpt(page.visibleText());
            throw new CleanupException(
                    Problem.UNKNOWN_LOGIN_PAGE,
                    FIND,
                    said.isEmpty() ? "the page has no login form" : "the page has no login form. It says: " + said);
        }
        if (login.showsCaptcha()) {
            throw new CleanupException(Problem.CAPTCHA_REQUIRED, FIND, "the login page shows a CAPTCHA");
        }
    }

    private static boolean isSigninPage(WebPage page) {
        return page.uri().getPath().endsWith("/signin");
    }

    /** A page built by scripts may show its generation only in the scripts that it loads from the same origin. */
    private String otherScripts(WebPage page) throws InterruptedException {
        StringBuilder all = new StringBuilder();
        List<Element> scripts = page.document().select("script[src]");
        for (Element script : scripts.subList(0, Math.min(SCRIPTS, scripts.size()))) {
            try {
                URI address = session.address().resolve(page.uri(), script.attr("src"), FIND);
                all.append(session.load(FIND, address).text()).append('\n');
            } catch (CleanupException e) {
                // Judge the page by its other scripts.
                all.append('\n');
            }
        }
        return all.toString();
    }

    /** Sends name and password, once, and checks that the account page shows. */
    public WebPage signIn() throws CleanupException, InterruptedException {
        mayBeSignedIn = true;
        SignInReply reply = signInSent();
        WebPage shell = session.load(CHECK, session.address().at(SHELL));
        if (!shell.isShell() && !reply.next().isEmpty()) {
            URI next = session.address().resolve(login.page().uri(), reply.next(), CHECK);
            WebPage page = session.load(CHECK, next);
            shell = page.isShell()
                    ? page
                    : session.load(CHECK, session.address().at(SHELL));
        }
        if (!shell.isShell()) {
            throw reply.otherwise() == null ? FormSignIn.refusal(shell, session.redactor()) : reply.otherwise();
        }
        return shell;
    }

    private SignInReply signInSent() throws CleanupException, InterruptedException {
        SignIn way =
                switch (generation) {
                    case CLASSIC, AUTH -> new ScriptSignIn(session, credentials, generation);
                    case FORM -> new FormSignIn(session, credentials);
                    case V2 -> new V2SignIn(session, credentials);
                };
        try {
            return way.send(login);
        } catch (CleanupException e) {
            mayBeSignedIn = e.problem().exitCode() != ExitCode.SIGN_IN_REFUSED;
            throw e;
        }
    }
}
