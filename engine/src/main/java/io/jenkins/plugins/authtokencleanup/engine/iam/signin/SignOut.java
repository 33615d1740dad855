package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.HttpTransport;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Limits;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.ScriptText;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Signs out (contract, section 2). Best effort; the session expires anyway. */
public final class SignOut {
    private static final Duration QUICK = Duration.ofMillis(1_500);
    private static final String USUAL_SERVICE = "ZohoReports";
    /** By the end of its path: "closeaccount?next=/logout" does something else first. */
    private static final String LINK = "a[href~=(?i)^([^?#]*/)?(log|sign)-?out(\\.\\w+)?/?($|[?#])]";

    private static final Pattern IN_SCRIPT =
            Pattern.compile("[\"']([^\"'\\s]{0,300}/logout(?:\\?[^\"'\\s]{0,600})?)[\"']");

    private final IamSession session;
    private final LoginPage login;

    public SignOut(IamSession session, LoginPage login) {
        this.session = session;
        this.login = login;
    }

    /**
     * Signs out, on an interrupted thread too.
     *
     * @param shell the account page, null if it was never seen
     */
    public void send(WebPage shell) {
        boolean interrupted = Thread.interrupted();
        HttpRequest request = HttpTransport.request(address(shell)).GET().build();
        try {
            session.send("Sign out", request, Limits.page(QUICK));
        } catch (CleanupException e) {
            // The run's result does not depend on it.
            return;
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The account page's own way to sign out, if it has one on this origin. */
    private URI address(WebPage shell) {
        Optional<String> link = shell == null ? Optional.empty() : link(shell);
        try {
            return link.isPresent() ? session.address().resolve(shell.uri(), link.get(), "Sign out") : usual();
        } catch (CleanupException e) {
            // A link that leads elsewhere is not ours to follow.
            return usual();
        }
    }

    private static Optional<String> link(WebPage shell) {
        Element link = shell.document().selectFirst(LINK);
        if (link != null && !link.attr("href").startsWith("javascript:")) {
            return Optional.of(link.attr("href"));
        }
        Matcher script = IN_SCRIPT.matcher(shell.scripts());
        return script.find() ? Optional.of(ScriptText.unescape(script.group(1))) : Optional.empty();
    }

    private URI usual() {
        String service = login == null ? "" : login.companions().getOrDefault("servicename", "");
        return session.address()
                .at("/iam/logout?servicename="
                        + URLEncoder.encode(service.isEmpty() ? USUAL_SERVICE : service, StandardCharsets.UTF_8));
    }
}
