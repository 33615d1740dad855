package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;

/** The shell of the JSON accounts page, {@code GET /iam/home}; its scripts load and draw everything. */
final class JsonShellPage {
    private final ServerSettings settings;
    private final CsrfValues csrf;

    JsonShellPage(ServerSettings settings, CsrfValues csrf) {
        this.settings = settings;
        this.csrf = csrf;
    }

    HttpReply answer(Visit visit) {
        String value = csrf.forPage(visit);
        String name = settings.csrfParameterName;
        boolean onPage = settings.csrfSource == CsrfSource.PAGE;
        return HttpReply.html(
                200,
                Template.of("shell-json.html")
                        .text("contextpath", visit.contextPath())
                        .text("user", settings.user)
                        .markup("csrfParam", onPage ? "var csrfParam = '" + name + "'+\"=\"+'" + value + "';" : "")
                        .markup("csrfParameter", name)
                        .markup("csrfCookie", settings.csrfCookieName)
                        .markup("csrfField", new CsrfMarkup(settings).field(value))
                        .markup("tokensMenu", settings.jsonPage.tokensMenu ? Template.resource("tokens-menu.html") : "")
                        .filled());
    }
}
