package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.CsrfPair;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.FormBody;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.HttpTransport;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.PageFields;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Redactor;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.ServerResponse;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import java.net.URI;
import java.net.http.HttpRequest;
import org.jsoup.nodes.Element;

/** The generation "form": any login page with a plain form (section 4). */
public final class FormSignIn implements SignIn {
    private static final String NAME_FIELD =
            "input[type=email], input[type=text], input:not([type]), input[type=tel], input[name=LOGIN_ID]";

    private final IamSession session;
    private final Credentials credentials;

    FormSignIn(IamSession session, Credentials credentials) {
        this.session = session;
        this.credentials = credentials;
    }

    @Override
    public SignInReply send(LoginPage login) throws CleanupException, InterruptedException {
        Element form = login.form();
        Element name = form.selectFirst(NAME_FIELD);
        Element password = form.selectFirst("input[type=password], input[name=PASSWORD]");
        if (name == null || name.attr("name").isEmpty() || password.attr("name").isEmpty()) {
            throw new CleanupException(
                    Problem.UNKNOWN_LOGIN_PAGE, ATTEMPT, "the login form has no named fields for name and password");
        }
        if (form.attr("method").equalsIgnoreCase("get")) {
            throw new CleanupException(
                    Problem.UNKNOWN_LOGIN_PAGE, ATTEMPT, "the login form would put the password into the address");
        }
        URI target = login.action().isEmpty()
                ? login.page().uri()
                : session.address().resolve(login.page().uri(), login.action(), "Send the password");
        FormBody body = new FormBody()
                .withAll(PageFields.hidden(form))
                .with(name.attr("name"), credentials.account())
                .with(password.attr("name"), credentials.password());
        form.select("button[type=submit][name], input[type=submit][name]").stream()
                .findFirst()
                .ifPresent(button -> body.with(button.attr("name"), button.attr("value")));
        HttpRequest request = HttpTransport.request(target)
                .header("Content-Type", FormBody.CONTENT_TYPE)
                .POST(withCsrf(body, form).publisher())
                .build();
        return understood(session.sendOnce(ATTEMPT, request));
    }

    /** A form that brings its own CSRF field is sent as it is. */
    private FormBody withCsrf(FormBody body, Element form) {
        CsrfPair pair = session.csrf().pair();
        if (pair != null && PageFields.csrf(form).map(CsrfPair::name).orElse("").equals(pair.name())) {
            return body;
        }
        return body.with(pair);
    }

    private SignInReply understood(ServerResponse response) {
        return response.redirects()
                ? new SignInReply(response.header("Location"), null)
                : new SignInReply("", refusal(response.page(), session.redactor()));
    }

    /** Derives why a sign-in failed from the final page. */
    public static CleanupException refusal(WebPage page, Redactor redactor) {
        String said = page.visibleText();
        if (new LoginPage(page).showsCaptcha()) {
            return new CleanupException(
                    Problem.CAPTCHA_REQUIRED, ATTEMPT, "the server shows its login page again, with a CAPTCHA");
        }
        CleanupException refusal = SignInRefusal.of(ATTEMPT, said, redactor.excerpt(said));
        boolean login = page.isMarkup() && page.passwordField().isPresent();
        return refusal.problem() == Problem.WRONG_PASSWORD && !login
                ? new CleanupException(Problem.UNKNOWN_REPLY, ATTEMPT, page.described(redactor))
                : refusal;
    }
}
