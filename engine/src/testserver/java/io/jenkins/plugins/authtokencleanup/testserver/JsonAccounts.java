package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;

/** The JSON accounts page; sections 9 and 10 of the wire contract. */
final class JsonAccounts {
    private final ServerSettings settings;
    private final LoginPages loginPages;
    private final JsonHandles handles;
    private final RecordedUse uses;
    private final JsonShellPage shell;
    private final JsonTokenList list;
    private final JsonRemoval removal;

    JsonAccounts(
            ServerSettings settings, TokenStore tokens, TokenHandles handles, CsrfValues csrf, LoginPages loginPages) {
        this.settings = settings;
        this.loginPages = loginPages;
        this.handles = new JsonHandles(settings.jsonPage, handles);
        this.uses = new RecordedUse(settings.jsonPage);
        this.shell = new JsonShellPage(settings, csrf);
        this.list = new JsonTokenList(settings, tokens, this.handles, uses, csrf);
        this.removal = new JsonRemoval(settings, tokens, this.handles, csrf);
    }

    HttpReply shell(Visit visit) {
        return shell.answer(visit);
    }

    HttpReply list(Visit visit) {
        return visit.session() == null ? sessionEnded(visit) : list.answer(visit);
    }

    HttpReply remove(Visit visit) {
        return visit.session() == null ? sessionEnded(visit) : removal.answer(visit);
    }

    JsonHandles handles() {
        return handles;
    }

    RecordedUse uses() {
        return uses;
    }

    private HttpReply sessionEnded(Visit visit) {
        return settings.jsonPage.sessionEnd == SessionEnd.Z113
                ? JsonReplies.sessionGone()
                : loginPages.redirect(visit, visit.shellUrl());
    }
}
