package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;

/** The sign-in page of section 8. Its script, which knows the addresses, is a file of its own. */
final class JsonSignInPage {
    private final ServerSettings settings;
    private final CsrfValues csrf;

    JsonSignInPage(ServerSettings settings, CsrfValues csrf) {
        this.settings = settings;
        this.csrf = csrf;
    }

    /** The value of the CSRF parameter is in the cookie only. */
    HttpReply answer(Visit visit) {
        csrf.forPage(visit);
        JsonSignInSettings signIn = settings.jsonSignIn;
        String prefix = signIn.uriPrefix == null ? visit.contextPath() : signIn.uriPrefix;
        return HttpReply.html(
                200,
                Template.of("login-json.html")
                        .text("contextpath", visit.contextPath())
                        .markup("csrfParameter", settings.csrfParameterName)
                        .markup("csrfCookie", settings.csrfCookieName)
                        .markup("uriPrefix", signIn.uriPrefixOnPage ? "var uriPrefix = '" + prefix + "';" : "")
                        .markup("encryptData", signIn.encryptData ? "var encryptData = {\"enabled\":true};" : "")
                        .markup("captchaNeeded", String.valueOf(signIn.captchaNeeded))
                        .markup("serviceName", LoginPages.SERVICE_NAME)
                        .markup(
                                "serviceUrl",
                                Markup.script(LoginPages.destination(
                                        visit, visit.query().get("serviceurl"))))
                        .markup(
                                "script",
                                signIn.scriptInPage
                                        ? "<script>\n" + Template.resource("signin.js") + "</script>"
                                        : "<script src=\"" + visit.contextPath() + "/js/signin.js\"></script>")
                        .markup("action", signIn.mobileForm ? "action=\"/signin/v2/lookup/\" " : "")
                        .filled());
    }
}
