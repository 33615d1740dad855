package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;

/** What is on the server besides the account page: its start page, the token API, the detours of a sign-in. */
final class OtherPages {
    private final LoginPages loginPages;
    private final TokenApi api;

    OtherPages(LoginPages loginPages, TokenApi api) {
        this.loginPages = loginPages;
        this.api = api;
    }

    HttpReply answer(Visit visit) {
        if (EndlessRedirect.isRound(visit.request().path())) {
            return EndlessRedirect.from(visit.request().path());
        }
        return switch (visit.request().method() + " " + visit.path()) {
            case "GET /", "GET /iam", "GET /iam/" -> start(visit);
            case "GET /iam/signin/mfa" -> secondFactor();
            case "GET /iam/announcement" -> announcement(visit);
            case "POST /iam/apiauthtoken/nb/create" -> api.createByPassword(visit);
            case "GET /iam/apiauthtoken/create" -> visit.session() == null ? loginPages.page(visit) : api.create(visit);
            default -> scriptOrMissing(visit);
        };
    }

    private static HttpReply scriptOrMissing(Visit visit) {
        HttpReply script = visit.request().method().equals("GET") ? Scripts.at(visit.path()) : null;
        return script != null ? script : Notices.error(404, "The page you asked for does not exist.");
    }

    private HttpReply start(Visit visit) {
        if (visit.session() == null) {
            return loginPages.redirect(visit, visit.origin() + visit.request().path());
        }
        return Notices.page(200, "Analytics", "You are signed in.", link(visit, "Account settings"));
    }

    private static HttpReply secondFactor() {
        return Notices.page(
                200,
                "Second factor",
                "Enter the one-time code of your device.",
                "<form method=\"post\" action=\"mfa\"><input type=\"text\" name=\"otp\"><button>Verify</button></form>");
    }

    private static HttpReply announcement(Visit visit) {
        return Notices.page(
                200, "Announcement", "Passwords have to be changed once a year.", link(visit, "Remind me later"));
    }

    private static String link(Visit visit, String text) {
        return "<a id=\"continue\" href=\"" + visit.contextPath() + "/u/h\">" + text + "</a>";
    }
}
