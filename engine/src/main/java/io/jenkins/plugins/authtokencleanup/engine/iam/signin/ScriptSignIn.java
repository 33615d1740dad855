package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.FormBody;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.HttpTransport;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.ScriptText;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Optional;

/** The generations "classic" and "auth": a form is posted, and JavaScript text comes back (section 4). */
final class ScriptSignIn implements SignIn {
    private final IamSession session;
    private final Credentials credentials;
    private final LoginGeneration generation;

    ScriptSignIn(IamSession session, Credentials credentials, LoginGeneration generation) {
        this.session = session;
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
                .POST(body.with(session.csrf().pair()).publisher())
                .build();
        return understood(session.sendOnce(ATTEMPT, request).page());
    }

    private URI target(LoginPage login) throws CleanupException {
        if (!login.action().isEmpty()) {
            return session.address().resolve(login.page().uri(), login.action(), "Send the password");
        }
        if (generation == LoginGeneration.AUTH) {
            return session.address().at("/iam" + LoginPage.AUTH);
        }
        return login.page().uri().resolve(login.page().uri().getRawPath());
    }

    private SignInReply understood(WebPage reply) throws CleanupException {
        if (reply.status() >= 300 && reply.status() < 400) {
            return new SignInReply("", null);
        }
        if (reply.isMarkup()) {
            return new SignInReply("", FormSignIn.refusal(reply, session.redactor()));
        }
        Optional<ScriptText.Call> call = ScriptText.call(reply.text());
        if (call.isEmpty()) {
            throw new CleanupException(Problem.UNKNOWN_REPLY, ATTEMPT, reply.described(session.redactor()));
        }
        String argument = call.get().argument();
        switch (call.get().function()) {
            case "showsuccess":
                return new SignInReply(
                        argument,
                        new CleanupException(
                                Problem.UNKNOWN_REPLY,
                                ATTEMPT,
                                "the server says that it succeeded, but does not show the account page"));
            case "switchto":
                return new SignInReply(
                        "",
                        new CleanupException(
                                Problem.SECOND_FACTOR_REQUIRED,
                                ATTEMPT,
                                "the server goes on to another page, and not to the account page"));
            case "showhiperror":
                throw new CleanupException(
                        Problem.CAPTCHA_REQUIRED,
                        ATTEMPT,
                        SignInCode.HIP_REQUIRED.words() + " ("
                                + session.redactor().excerpt(argument) + ")");
            default:
                throw SignInRefusal.of(ATTEMPT, argument, session.redactor().excerpt(argument));
        }
    }
}
