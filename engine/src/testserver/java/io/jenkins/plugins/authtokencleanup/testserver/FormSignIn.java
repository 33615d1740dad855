package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.Form;
import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;

/** The sign-in of the generation {@code FORM}: a plain form with a relative action and names of its own. */
public final class FormSignIn {
    /** A hidden field's value, which has to come back unharmed. */
    static final String EXECUTION = "e1s1&\"<'+/=>%41 \u00e9";

    private final ServerSettings settings;
    private final SignInDesk desk;
    private final CsrfValues csrf;
    private final LoginPages pages;

    FormSignIn(ServerSettings settings, SignInDesk desk, CsrfValues csrf, LoginPages pages) {
        this.settings = settings;
        this.desk = desk;
        this.csrf = csrf;
        this.pages = pages;
    }

    HttpReply answer(Visit visit) {
        Form form = visit.body();
        String csrfValue = form.get(settings.csrfParameterName);
        if (!csrf.accepts(visit, csrfValue)) {
            return Notices.error(200, "The page has expired.");
        }
        boolean queryKept = "page".equals(visit.query().get("from"))
                && "1".equals(visit.query().get("step"));
        boolean complete = form.hasAll("mail_address", "pass_phrase", "serviceurl");
        if (!queryKept || !complete || !EXECUTION.equals(form.get("execution"))) {
            return Notices.error(200, "Some of the form is missing.");
        }
        SignInOutcome outcome = desk.signIn(visit, form.get("mail_address"), form.get("pass_phrase"), csrfValue);
        return switch (outcome) {
            case IN -> HttpReply.redirect(LoginPages.destination(visit, form.get("serviceurl")));
            case ANNOUNCEMENT, SECOND_FACTOR -> HttpReply.redirect(SignInDesk.detour(visit, outcome));
            case CAPTCHA, CAPTCHA_INVALID -> pages.page(visit, outcome.message(), true);
            default -> pages.page(visit, outcome.message(), false);
        };
    }
}
