package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.error.CaptchaRequiredException;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.SecondFactorRequiredException;
import io.jenkins.plugins.authtokencleanup.engine.error.UnknownReplyException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Optional;

/** The generations "classic" and "auth": a form is posted, and JavaScript text comes back (section 4). */
final class ScriptSignIn implements SignIn {
    private final Browser browser;
    private final Credentials credentials;
    private final LoginGeneration generation;

    ScriptSignIn(Browser browser, Credentials credentials, LoginGeneration generation) {
        this.browser = browser;
        this.credentials = credentials;
        this.generation = generation;
    }

    @Override
    public SignInReply send(LoginPage login) throws CleanupException, InterruptedException {
        FormBody body = new FormBody()
                .withAll(login.companions())
                .with("LOGIN_ID", credentials.account())
                .with("PASSWORD", credentials.password());
        if (generation == LoginGeneration.CLASSIC) {
            body.with("IS_AJAX", "true").with("remember", "-1");
        } else {
            body.with("cli_time", Long.toString(Clock.systemUTC().millis()));
        }
        HttpRequest request = HttpTransport.request(target(login))
                .header("Content-Type", FormBody.CONTENT_TYPE)
                .header("X-Requested-With", "XMLHttpRequest")
                .POST(body.with(browser.csrf().pair()).publisher())
                .build();
        return understood(browser.sendOnce(TRIED, request, Limits.change(browser.timeout())).page());
    }

    private URI target(LoginPage login) throws CleanupException {
        if (!login.action().isEmpty()) {
            return browser.address().resolve(login.page().uri(), login.action(), "Send the password");
        }
        if (generation == LoginGeneration.AUTH) {
            return browser.address().at("/iam" + LoginPage.AUTH);
        }
        return login.page().uri().resolve(login.page().uri().getRawPath());
    }

    private SignInReply understood(WebPage reply) throws CleanupException {
        if (reply.status() >= 300 && reply.status() < 400) {
            return new SignInReply("", null);
        }
        if (reply.isMarkup()) {
            return new SignInReply("", FormSignIn.refusal(reply, browser.secrets()));
        }
        Optional<ScriptText.Call> call = ScriptText.call(reply.text());
        if (call.isEmpty()) {
            throw new UnknownReplyException(TRIED, reply.described(browser.secrets()));
        }
        String argument = call.get().argument();
        switch (call.get().function()) {
            case "showsuccess":
                return new SignInReply(
                        argument,
                        new UnknownReplyException(
                                TRIED, "the server says that it succeeded, but does not show the account page"));
            case "switchto":
                return new SignInReply(
                        "",
                        new SecondFactorRequiredException(
                                TRIED, "the server goes on to another page, and not to the account page"));
            case "showhiperror":
                throw new CaptchaRequiredException(TRIED, "the server says: "
                        + browser.secrets().excerpt(argument));
            default:
                throw SignInRefusal.of(TRIED, argument, browser.secrets().excerpt(argument));
        }
    }
}
