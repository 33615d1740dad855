package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The login page of each generation, and the way to it; sections 2, 4 and 8 of the wire contract. */
final class LoginPages {
    static final String SERVICE_NAME = "ZohoReports";

    private final ServerSettings settings;
    private final CsrfValues csrfValues;
    private final CsrfMarkup csrfMarkup;
    private final JsonSignInPage jsonSignIn;

    LoginPages(ServerSettings settings, CsrfValues csrfValues) {
        this.settings = settings;
        this.csrfValues = csrfValues;
        this.csrfMarkup = new CsrfMarkup(settings);
        this.jsonSignIn = new JsonSignInPage(settings, csrfValues);
    }

    /** Sends a stranger to the login page in the server's style. */
    HttpReply redirect(Visit visit, String serviceUrl) {
        return redirectTo(
                visit,
                settings.signInPagePath() + "?servicename=" + SERVICE_NAME + "&serviceurl="
                        + URLEncoder.encode(serviceUrl, StandardCharsets.UTF_8));
    }

    /** Sends the visitor to a page below {@code /iam} in the server's style. */
    HttpReply redirectTo(Visit visit, String pathBelowContext) {
        String path = visit.contextPath() + pathBelowContext;
        return switch (settings.redirects) {
            case HTTP -> HttpReply.redirect(path);
            case SCRIPT -> scripted("location.href = \"" + Markup.scriptWithSlashes(path) + "\";");
            case SCRIPT_PARENT ->
                scripted("window.parent.location.href='" + Markup.script(visit.origin() + path) + "';");
        };
    }

    /** What the login page's address answers: the page, or on the older address of a newer one the way to it. */
    HttpReply asked(Visit visit) {
        if (visit.path().equals("/iam" + settings.signInPagePath())) {
            return page(visit);
        }
        String query = visit.request().query();
        return HttpReply.redirect(
                visit.contextPath() + settings.signInPagePath() + (query.isEmpty() ? "" : "?" + query));
    }

    /** The login page itself. */
    HttpReply page(Visit visit) {
        return page(visit, "", false);
    }

    /** The login page with what was wrong; only the plain form's page shows it. */
    HttpReply page(Visit visit, String message, boolean withCaptcha) {
        if (settings.signIn == SignInBehaviour.FOREIGN_FORM) {
            return html(titled("login-foreign.html"));
        }
        if (settings.signIn == SignInBehaviour.UNKNOWN_PAGE) {
            return html(titled("login-unknown.html"));
        }
        if (settings.hasJsonSignIn()) {
            return jsonSignIn.answer(visit);
        }
        String csrf = csrfValues.forPage(visit);
        return switch (settings.generation) {
            case CLASSIC ->
                html(scriptPage("login-classic.html", visit, csrf)
                        .markup("formTarget", "")
                        .markup("signInAddress", '"' + visit.contextPath() + "/login\"")
                        .markup("extraFields", extraFields(visit, "IS_AJAX: 'true', remember: '-1'")));
            case AUTH ->
                html(scriptPage("login-auth.html", visit, csrf)
                        .markup("formTarget", settings.authInScript ? "" : authForm(visit))
                        .markup("signInAddress", "contextpath + \"/signin/auth\"")
                        .markup("extraFields", extraFields(visit, "cli_time: ''")));
            case V2 ->
                html(csrfMarkup
                        .fill(titled("login-v2.html"), visit, csrf)
                        .markup("script", Template.resource("sign-in-v2.js")));
            case FORM -> html(formPage(visit, csrf, message, withCaptcha));
        };
    }

    /** Where to go after signing in: the address asked for, if it is one of this server. */
    static String destination(Visit visit, String serviceUrl) {
        boolean own = serviceUrl != null && serviceUrl.startsWith(visit.origin() + "/");
        return own ? serviceUrl : visit.shellUrl();
    }

    private Template formPage(Visit visit, String csrf, String message, boolean withCaptcha) {
        return titled("login-form.html")
                .text("contextpath", visit.contextPath())
                .markup("csrfParameter", settings.csrfParameterName)
                .markup("csrfValue", csrf)
                .text("serviceurl", destination(visit, visit.query().get("serviceurl")))
                .text("execution", FormSignIn.EXECUTION)
                .text("message", message)
                .markup("captcha", withCaptcha ? captcha() : "");
    }

    private Template scriptPage(String resource, Visit visit, String csrf) {
        return csrfMarkup.fill(titled(resource), visit, csrf).markup("script", Template.resource("sign-in.js"));
    }

    private static String authForm(Visit visit) {
        return "method=\"post\" action=\"" + visit.contextPath() + "/signin/auth\" ";
    }

    private static String captcha() {
        return "<label for=\"captcha\">Characters of the picture</label><img alt=\"CAPTCHA\" src=\"data:,\">"
                + "<input type=\"text\" id=\"captcha\" name=\"captcha\">\n";
    }

    private static String extraFields(Visit visit, String own) {
        String serviceUrl = destination(visit, visit.query().get("serviceurl"));
        return "{" + own + ", servicename: '" + SERVICE_NAME + "', serviceurl: '" + Markup.script(serviceUrl) + "'}";
    }

    private static Template titled(String resource) {
        return Template.of(resource).text("title", "Sign in");
    }

    private static HttpReply scripted(String statement) {
        return html(Template.of("redirect.html").markup("statement", statement));
    }

    private static HttpReply html(Template page) {
        return HttpReply.html(200, page.filled());
    }
}
