package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.Form;
import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import java.nio.charset.StandardCharsets;

/** The sign-in of the generations {@code CLASSIC} and {@code AUTH}: a form is posted, JavaScript comes back. */
final class ScriptSignIn {
    private final ServerSettings settings;
    private final SignInDesk desk;
    private final CsrfValues csrf;

    ScriptSignIn(ServerSettings settings, SignInDesk desk, CsrfValues csrf) {
        this.settings = settings;
        this.desk = desk;
        this.csrf = csrf;
    }

    HttpReply answer(Visit visit) {
        Form form = visit.body();
        String csrfValue = form.get(settings.csrfParameterName);
        if (visit.query().hasAll(settings.csrfParameterName) || !csrf.accepts(visit, csrfValue)) {
            return Notices.error(200, "The page has expired.");
        }
        if (!isComplete(form)) {
            return Notices.error(200, "Some of the form is missing.");
        }
        SignInOutcome outcome = desk.signIn(visit, form.get("LOGIN_ID"), form.get("PASSWORD"), csrfValue);
        return HttpReply.of(
                200,
                "text/javascript;charset=UTF-8",
                (statement(visit, form, outcome) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private boolean isComplete(Form form) {
        boolean common = form.hasAll("LOGIN_ID", "PASSWORD", "servicename", "serviceurl");
        return common
                && (settings.generation == LoginGeneration.AUTH
                        ? form.hasAll("cli_time")
                        : "true".equals(form.get("IS_AJAX")) && "-1".equals(form.get("remember")));
    }

    private static String statement(Visit visit, Form form, SignInOutcome outcome) {
        return switch (outcome) {
            case IN ->
                "showsuccess('" + Markup.script(LoginPages.destination(visit, form.get("serviceurl"))) + "','"
                        + LoginPages.SERVICE_NAME + "');";
            case ANNOUNCEMENT, SECOND_FACTOR -> "switchto('" + Markup.script(SignInDesk.detour(visit, outcome)) + "');";
            case CAPTCHA -> "showhiperror('HIP_REQUIRED');";
            case CAPTCHA_INVALID -> "showhiperror('HIP_INVALID');";
            default -> "showerror('" + outcome.message() + "');";
        };
    }
}
