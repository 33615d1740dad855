package io.jenkins.plugins.authtokencleanup.testserver;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What kind of server to start: a builder whose methods return itself. Every setting has a default. */
public final class ServerSettings {
    LoginGeneration generation = LoginGeneration.CLASSIC;
    AccountsPage accountsPage = AccountsPage.CLASSIC;
    final JsonPageSettings jsonPage = new JsonPageSettings();
    final JsonSignInSettings jsonSignIn = new JsonSignInSettings();
    private Boolean hasJsonSignIn;
    boolean https;
    String prefix = "";
    int port;
    RedirectStyle redirects = RedirectStyle.SCRIPT_PARENT;
    String user = "admin@example.com";
    String password = "s3cret-Pa55";
    ZoneId zone = ZoneId.of("UTC");
    DateStyle dateStyle = DateStyle.RELATIVE_WITH_TITLE;
    NeverUsedStyle neverUsedStyle = NeverUsedStyle.DASH;
    List<Column> columns =
            List.of(Column.TOKEN, Column.SCOPES, Column.IP, Column.DESCRIPTION, Column.LAST_ACCESSED, Column.ACTION);
    final Map<Column, String> headers = new EnumMap<>(Column.class);
    TokenText tokenText = TokenText.CLEAR;
    int displayCap;
    boolean volatileHandles;
    boolean handlesOnPage = true;
    BadHandlePolicy badHandlePolicy = BadHandlePolicy.REJECT_ALL;
    boolean readOnly;
    int tokenLimit;
    String csrfCookieName = "iamcsr";
    String csrfParameterName = "iamcsrcoo";
    CsrfSource csrfSource = CsrfSource.PAGE;
    boolean csrfCookie = true;
    boolean rotateCsrf;
    Clock clock = Clock.systemUTC();
    boolean dateHeader = true;
    SignInBehaviour signIn = SignInBehaviour.NORMAL;
    int lockAfter = 5;
    boolean requireBrowserAgent;
    boolean reauthenticate;
    boolean authInScript;
    Echo echo;
    String sessionCookie = "IAMAGENTTICKET_un";
    final List<TestToken> tokens = new ArrayList<>();

    ServerSettings() {}

    /** Which accounts page; default {@link AccountsPage#CLASSIC}. */
    public ServerSettings accountsPage(AccountsPage value) {
        accountsPage = value;
        return this;
    }

    /** What the accounts page {@link AccountsPage#JSON} is like. */
    public ServerSettings jsonPage(Consumer<JsonPageSettings> change) {
        change.accept(jsonPage);
        return this;
    }

    /** What the sign-in page of section 8 is like. */
    public ServerSettings jsonSignIn(Consumer<JsonSignInSettings> change) {
        change.accept(jsonSignIn);
        return this;
    }

    /** Whether the sign-in page is that of section 8, not the generation's; default: with {@link AccountsPage#JSON}. */
    public ServerSettings hasJsonSignIn(boolean value) {
        hasJsonSignIn = value;
        return this;
    }

    /** Which login page; default {@link LoginGeneration#CLASSIC}. */
    public ServerSettings generation(LoginGeneration value) {
        generation = value;
        return this;
    }

    /** Whether to speak TLS with the server's own self-signed certificate; default false. */
    public ServerSettings https(boolean value) {
        https = value;
        return this;
    }

    /** A reverse proxy's prefix in front of {@code /iam}, for example {@code /analytics}; default empty. */
    public ServerSettings prefix(String value) {
        if (!value.isEmpty() && (!value.startsWith("/") || value.endsWith("/"))) {
            throw new IllegalArgumentException("A prefix starts with a slash and does not end with one: " + value);
        }
        prefix = value;
        return this;
    }

    /** The port on 127.0.0.1; default 0, any free one. */
    public ServerSettings port(int value) {
        port = value;
        return this;
    }

    /** How the shell sends strangers to the login page; default {@link RedirectStyle#SCRIPT_PARENT}. */
    public ServerSettings redirects(RedirectStyle value) {
        redirects = value;
        return this;
    }

    /** The one account of the server; default {@code admin@example.com}, {@code s3cret-Pa55}. */
    public ServerSettings account(String userName, String itsPassword) {
        user = userName;
        password = itsPassword;
        return this;
    }

    /** The zone of the dates on the panel; default UTC. */
    public ServerSettings zone(ZoneId value) {
        zone = value;
        return this;
    }

    /** How the panel writes dates; default {@link DateStyle#RELATIVE_WITH_TITLE}. */
    public ServerSettings dateStyle(DateStyle value) {
        dateStyle = value;
        return this;
    }

    /** What the panel shows for tokens never used; default {@link NeverUsedStyle#DASH}. */
    public ServerSettings neverUsedStyle(NeverUsedStyle value) {
        neverUsedStyle = value;
        return this;
    }

    /** The panel's columns from left to right; default token, scopes, IP, description, last accessed, action. */
    public ServerSettings columns(Column... value) {
        columns = List.of(value);
        return this;
    }

    /** A header's wording; default is what the contract has, such as "Last Accessed Time". */
    public ServerSettings header(Column column, String words) {
        headers.put(column, words);
        return this;
    }

    /** How much of a token its column shows; default {@link TokenText#CLEAR}. */
    public ServerSettings tokenText(TokenText value) {
        tokenText = value;
        return this;
    }

    /** How many rows the panel shows at most; default 0, all. */
    public ServerSettings displayCap(int value) {
        displayCap = value;
        return this;
    }

    /** Whether every load of the panel makes all earlier handles invalid; default false. */
    public ServerSettings volatileHandles(boolean value) {
        volatileHandles = value;
        return this;
    }

    /** Whether the rows have {@code data-enctoken}; default true. */
    public ServerSettings handlesOnPage(boolean value) {
        handlesOnPage = value;
        return this;
    }

    /** What becomes of a list with a bad handle; default {@link BadHandlePolicy#REJECT_ALL}. */
    public ServerSettings badHandlePolicy(BadHandlePolicy value) {
        badHandlePolicy = value;
        return this;
    }

    /** Whether every removal is answered {@code WRITE_OPERATION_NOT_ALLOWED}; default false. */
    public ServerSettings readOnly(boolean value) {
        readOnly = value;
        return this;
    }

    /** How many tokens there may be before no new one can be made over the API; default 0, any number. */
    public ServerSettings tokenLimit(int value) {
        tokenLimit = value;
        return this;
    }

    /** Names of the CSRF cookie and of the parameter; default {@code iamcsr}, {@code iamcsrcoo}. */
    public ServerSettings csrfName(String cookieName, String parameterName) {
        csrfCookieName = cookieName;
        csrfParameterName = parameterName;
        return this;
    }

    /** Where pages show the CSRF value; default {@link CsrfSource#PAGE}. */
    public ServerSettings csrfSource(CsrfSource value) {
        csrfSource = value;
        return this;
    }

    /** Whether there is a CSRF cookie, and has to come back; default true. */
    public ServerSettings csrfCookie(boolean value) {
        csrfCookie = value;
        return this;
    }

    /** Whether the CSRF value is replaced on each load of a page that shows it and after each POST; default false. */
    public ServerSettings rotateCsrf(boolean value) {
        rotateCsrf = value;
        return this;
    }

    /** The server's "now" and its Date header; default the machine's clock. See {@link TestClock}. */
    public ServerSettings clock(Clock value) {
        clock = value;
        return this;
    }

    /** Whether answers have a Date header; default true. */
    public ServerSettings dateHeader(boolean value) {
        dateHeader = value;
        return this;
    }

    /** How a sign-in goes; default {@link SignInBehaviour#NORMAL}. */
    public ServerSettings signIn(SignInBehaviour value) {
        signIn = value;
        return this;
    }

    /** After how many wrong passwords the account is locked; default 5. */
    public ServerSettings lockAfter(int value) {
        lockAfter = value;
        return this;
    }

    /** Whether clients whose User-Agent does not start with {@code Mozilla/} get 403; default false. */
    public ServerSettings requireBrowserAgent(boolean value) {
        requireBrowserAgent = value;
        return this;
    }

    /** Whether the panel asks for the password again instead of showing itself; default false. */
    public ServerSettings reauthenticate(boolean value) {
        reauthenticate = value;
        return this;
    }

    /** Whether {@code signin/auth} is named by the login page's script only, not by its form; default false. */
    public ServerSettings authInScript(boolean value) {
        authInScript = value;
        return this;
    }

    /** In which form whatever the server answers repeats the secrets that it was sent; default null, in none. */
    public ServerSettings echo(Echo value) {
        echo = value;
        return this;
    }

    /** Name of the session cookie; default {@code IAMAGENTTICKET_un}. */
    public ServerSettings sessionCookie(String value) {
        sessionCookie = value;
        return this;
    }

    /** The tokens on the server, in page order; replaces those given before. */
    public ServerSettings tokens(Collection<TestToken> value) {
        tokens.clear();
        tokens.addAll(value);
        return this;
    }

    /** The tokens on the server, in page order. */
    public ServerSettings tokens(TestToken... value) {
        return tokens(List.of(value));
    }

    /** Starts the server. */
    public AnalyticsServer start() {
        if ((csrfSource == CsrfSource.COOKIE_ONLY || hasJsonSignIn()) && !csrfCookie) {
            throw new IllegalStateException("Without a cookie the CSRF value would be nowhere");
        }
        return new AnalyticsServer(this);
    }

    boolean hasJsonSignIn() {
        return hasJsonSignIn == null ? accountsPage == AccountsPage.JSON : hasJsonSignIn;
    }

    /** The login page's path below {@code /iam}. */
    String signInPagePath() {
        return hasJsonSignIn() ? "/signin" : generation.pagePath();
    }
}
