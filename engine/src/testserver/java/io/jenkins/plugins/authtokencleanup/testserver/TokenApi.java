package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.Form;
import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** The vendor's documented API that makes a token; its answers are in properties form. */
final class TokenApi {
    private final ServerSettings settings;
    private final TokenStore tokens;
    private final Secrets secrets;

    TokenApi(ServerSettings settings, TokenStore tokens, Secrets secrets) {
        this.settings = settings;
        this.tokens = tokens;
        this.secrets = secrets;
    }

    /** {@code POST /iam/apiauthtoken/nb/create} with the account's name and password. */
    HttpReply createByPassword(Visit visit) {
        boolean known = settings.user.equals(parameter(visit, "EMAIL_ID"))
                && settings.password.equals(parameter(visit, "PASSWORD"));
        return known ? create(visit) : failure("INVALID_PASSWORD");
    }

    /** {@code GET /iam/apiauthtoken/create} within a session. */
    HttpReply create(Visit visit) {
        String scope = parameter(visit, "SCOPE");
        if (scope == null || !scope.contains("/")) {
            return failure("INVALID_SCOPE");
        }
        if (settings.tokenLimit > 0 && tokens.size() >= settings.tokenLimit) {
            return failure("EXCEEDED_MAXIMUM_ALLOWED_AUTHTOKENS");
        }
        String name = parameter(visit, "DISPLAY_NAME");
        Instant now = settings.clock.instant();
        TestToken token = new TestToken(
                "made-" + Long.toHexString(secrets.number()),
                name == null ? "" : name,
                List.of(scope),
                "127.0.0.1",
                now,
                null);
        tokens.add(token);
        return properties("AUTHTOKEN=" + token.clearText() + "\nRESULT=TRUE\n");
    }

    private static String parameter(Visit visit, String name) {
        Form query = visit.query();
        return query.get(name) != null ? query.get(name) : visit.body().get(name);
    }

    private HttpReply failure(String cause) {
        return properties("CAUSE=" + cause + "\nRESULT=FALSE\n");
    }

    private HttpReply properties(String lines) {
        return HttpReply.text("#\n#" + Date.from(settings.clock.instant()) + "\n" + lines);
    }
}
