package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import io.jenkins.plugins.authtokencleanup.testserver.http.HttpRequest;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The accounts application: its whole state, and its answer to each request. Not safe for several threads by itself.
 */
final class Site {
    private final ServerSettings settings;
    private final Secrets secrets = new Secrets();
    private final TokenStore tokens = new TokenStore();
    private final TokenHandles handles;
    private final Sessions sessions = new Sessions(secrets);
    private final CsrfValues csrf;
    private final SignInDesk desk;
    private final LoginPages loginPages;
    private final ShellPage shell;
    private final Removal removal;
    private final ScriptSignIn scriptSignIn;
    private final FormSignIn formSignIn;
    private final V2SignIn v2SignIn;
    private final OtherPages others;
    private final JsonSignIn jsonSignIn;
    private final JsonAccounts json;

    Site(ServerSettings settings) {
        this.settings = settings;
        settings.tokens.forEach(tokens::add);
        secrets.remember(settings.password);
        handles = new TokenHandles(secrets, settings.volatileHandles);
        csrf = new CsrfValues(settings, secrets);
        desk = new SignInDesk(settings, sessions, csrf);
        loginPages = new LoginPages(settings, csrf);
        shell = new ShellPage(settings, csrf);
        removal = new Removal(settings, tokens, handles, csrf);
        scriptSignIn = new ScriptSignIn(settings, desk, csrf);
        formSignIn = new FormSignIn(settings, desk, csrf, loginPages);
        v2SignIn = new V2SignIn(settings, desk, csrf, secrets);
        jsonSignIn = new JsonSignIn(settings, desk, csrf, secrets);
        json = new JsonAccounts(settings, tokens, handles, csrf, loginPages);
        others = new OtherPages(loginPages, new TokenApi(settings, tokens, secrets));
    }

    /** The visit that a request is part of. */
    Visit visit(HttpRequest request) {
        return new Visit(settings, request, sessions.find(request.cookies().get(settings.sessionCookie)));
    }

    /** Does what the request asks for, and answers. */
    HttpReply answer(Visit visit, RequestKind kind) {
        String agent = visit.request().header("User-Agent");
        if (settings.requireBrowserAgent && (agent == null || !agent.startsWith("Mozilla/"))) {
            return Notices.error(403, "Your browser is not supported.");
        }
        HttpReply reply =
                switch (kind) {
                    case SHELL -> shell(visit);
                    case LOGIN_PAGE -> loginPages.asked(visit);
                    case LOGIN_LOOKUP -> settings.hasJsonSignIn() ? jsonSignIn.lookup(visit) : v2SignIn.lookup(visit);
                    case LOGIN -> login(visit);
                    case PANEL -> isJson(kind) ? json.list(visit) : panel(visit);
                    case REMOVE -> isJson(kind) ? json.remove(visit) : remove(visit);
                    case LOGOUT -> logout(visit);
                    case OTHER -> others.answer(visit);
                };
        return visit.withCookies(reply);
    }

    /** A login page out of the blue: for a session it changes nothing, for a stranger it is the usual one. */
    HttpReply strayLoginPage(Visit visit) {
        return visit.session() == null
                ? visit.withCookies(loginPages.page(visit))
                : loginPages.page(new Visit(settings, visit.request(), null));
    }

    Set<String> everySecret() {
        Set<String> all = new LinkedHashSet<>(secrets.issued());
        for (TokenHandles.Key key : handles.keys()) {
            for (long serial = 0; serial < tokens.serialsIssued(); serial++) {
                String handle = handle(key, serial);
                if (JsonHandles.isSecret(handle)) {
                    all.add(handle);
                }
            }
        }
        tokens.everyId().forEach(id -> all.add(TestToken.clearTextOf(id)));
        return all;
    }

    private String handle(TokenHandles.Key key, long serial) {
        return settings.accountsPage == AccountsPage.JSON
                ? json.handles().handle(key, serial, tokens.everyId().get((int) serial))
                : key.handleOf(serial);
    }

    /** Whether a request of this kind belongs to the JSON page. */
    boolean isJson(RequestKind kind) {
        return settings.accountsPage == AccountsPage.JSON && (kind == RequestKind.PANEL || kind == RequestKind.REMOVE);
    }

    /** Somebody uses a token now; false if no token has this id. */
    boolean use(String id) {
        Instant now = settings.clock.instant();
        tokens.list().stream()
                .filter(token -> token.id().equals(id))
                .forEach(token -> json.uses().note(token, now));
        return tokens.use(id, now);
    }

    TokenStore tokens() {
        return tokens;
    }

    Sessions sessions() {
        return sessions;
    }

    SignInDesk desk() {
        return desk;
    }

    private HttpReply shell(Visit visit) {
        boolean jsonPage = settings.accountsPage == AccountsPage.JSON;
        if (jsonPage && visit.path().equals(Routes.SHELL)) {
            return HttpReply.redirect(visit.contextPath() + "/home");
        }
        if (visit.session() == null) {
            return stranger(visit);
        }
        return jsonPage ? json.shell(visit) : shell.answer(visit);
    }

    private HttpReply stranger(Visit visit) {
        return sessions.isHalfWay(visit.sessionCookie())
                ? loginPages.redirectTo(visit, "/signin/mfa")
                : loginPages.redirect(visit, visit.shellUrl());
    }

    private HttpReply login(Visit visit) {
        if (settings.hasJsonSignIn()) {
            return jsonSignIn.password(visit);
        }
        return switch (settings.generation) {
            case CLASSIC, AUTH -> scriptSignIn.answer(visit);
            case FORM -> formSignIn.answer(visit);
            case V2 -> v2SignIn.password(visit);
        };
    }

    private HttpReply panel(Visit visit) {
        if (visit.session() == null) {
            return loginPages.page(visit);
        }
        if (settings.reauthenticate) {
            return HttpReply.json("{\"cause\":\"invalid_password_token\",\"redirect_url\":\""
                    + JsonText.escaped(visit.contextPath() + "/relogin") + "\"}");
        }
        boolean toldByShellOnly = settings.csrfSource == CsrfSource.PAGE;
        String field = toldByShellOnly ? "" : new CsrfMarkup(settings).field(csrf.forPage(visit));
        PanelPage page = new PanelPage(settings, tokens.firstOnPage(settings.displayCap), handles.keyForLoad(), field);
        return HttpReply.html(200, page.html());
    }

    private HttpReply remove(Visit visit) {
        return visit.session() == null ? loginPages.page(visit) : removal.answer(visit);
    }

    private HttpReply logout(Visit visit) {
        if (visit.session() != null) {
            sessions.signOut(visit.session());
            visit.leave();
        }
        return loginPages.redirect(visit, visit.shellUrl());
    }
}
