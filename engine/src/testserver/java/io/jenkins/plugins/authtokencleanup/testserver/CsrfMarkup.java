package io.jenkins.plugins.authtokencleanup.testserver;

/** How a page shows its CSRF value. */
final class CsrfMarkup {
    private final ServerSettings settings;

    CsrfMarkup(ServerSettings settings) {
        this.settings = settings;
    }

    /** The global of pages with a script; empty where the value is elsewhere. */
    String script(String value) {
        return settings.csrfSource == CsrfSource.PAGE
                ? "var csrfParam = \"" + settings.csrfParameterName + "=" + value + "\";"
                : "";
    }

    /** The hidden field; empty where the value is elsewhere. */
    String field(String value) {
        return settings.csrfSource == CsrfSource.HIDDEN_FIELD
                ? "<input type=\"hidden\" value=\"" + value + "\" name=\"" + settings.csrfParameterName + "\">\n"
                : "";
    }

    /** Fills what all pages with a script have in common. */
    Template fill(Template page, Visit visit, String value) {
        return page.text("contextpath", visit.contextPath())
                .markup("csrfScript", script(value))
                .markup("csrfField", field(value))
                .markup("csrfJs", Template.resource("csrf.js"))
                .markup(
                        "csrfNames",
                        "{cookie: '" + settings.csrfCookieName + "', parameter: '" + settings.csrfParameterName + "'}");
    }
}
