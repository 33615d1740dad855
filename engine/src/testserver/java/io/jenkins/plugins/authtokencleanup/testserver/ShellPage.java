package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;

/**
 * The shell of the account page, {@code GET /iam/u/h}; its script loads the panel by the address's part after the hash.
 */
final class ShellPage {
    private final ServerSettings settings;
    private final CsrfValues csrfValues;
    private final CsrfMarkup csrfMarkup;

    ShellPage(ServerSettings settings, CsrfValues csrfValues) {
        this.settings = settings;
        this.csrfValues = csrfValues;
        this.csrfMarkup = new CsrfMarkup(settings);
    }

    HttpReply answer(Visit visit) {
        Template page = Template.of("shell.html")
                .text("title", "Accounts")
                .text("user", settings.user)
                .markup("script", Template.resource("shell.js"));
        return HttpReply.html(
                200, csrfMarkup.fill(page, visit, csrfValues.forPage(visit)).filled());
    }
}
