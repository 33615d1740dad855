package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sign-in of the generation {@code V2}: a look-up of the user, then the password as JSON. */
final class V2SignIn {
    private static final String LOOKUP = "/iam/signin/v2/lookup/";
    private static final Pattern PASSWORD_PATH = Pattern.compile("/iam/signin/v2/primary/([^/]+)/password");

    private record Lookup(String user, String digest) {}

    private final ServerSettings settings;
    private final SignInDesk desk;
    private final CsrfValues csrf;
    private final Secrets secrets;
    private final Map<String, Lookup> lookups = new HashMap<>();

    V2SignIn(ServerSettings settings, SignInDesk desk, CsrfValues csrf, Secrets secrets) {
        this.settings = settings;
        this.desk = desk;
        this.csrf = csrf;
        this.secrets = secrets;
    }

    HttpReply lookup(Visit visit) {
        if (!csrf.accepts(visit, csrfValue(visit))) {
            return Notices.error(200, "The page has expired.");
        }
        if (!"primary".equals(visit.body().get("mode")) || !visit.body().hasAll("cli_time")) {
            return Notices.error(200, "Some of the request is missing.");
        }
        String user =
                URLDecoder.decode(visit.path().substring(LOOKUP.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
        if (!desk.knows(user)) {
            return refused("U401", "This account does not exist.");
        }
        String identifier = String.valueOf(10_000_000 + lookups.size());
        String digest = secrets.characters(96);
        lookups.put(identifier, new Lookup(user, digest));
        return HttpReply.json("{\"lookup\":{\"identifier\":\"" + identifier + "\",\"digest\":\"" + digest
                + "\",\"loginid\":\"" + JsonText.escaped(user)
                + "\",\"modes\":{\"allowed_modes\":[\"password\"],\"password\":{\"count\":1}}},\"code\":\"U300\","
                + "\"status_code\":201,\"message\":\"User exists\"}");
    }

    HttpReply password(Visit visit) {
        String csrfValue = csrfValue(visit);
        if (!csrf.accepts(visit, csrfValue)) {
            return Notices.error(200, "The page has expired.");
        }
        Matcher path = PASSWORD_PATH.matcher(visit.path());
        Lookup lookup = path.matches() ? lookups.remove(path.group(1)) : null;
        String password = JsonText.valueOf(visit.request().bodyText(), "password");
        if (lookup == null
                || password == null
                || !lookup.digest().equals(visit.query().get("digest"))
                || !visit.query().hasAll("cli_time")) {
            return refused("IN101", "Invalid request.");
        }
        return reply(visit, desk.signIn(visit, lookup.user(), password, csrfValue));
    }

    private static HttpReply reply(Visit visit, SignInOutcome outcome) {
        return switch (outcome) {
            case IN -> accepted("SI303", visit.shellUrl());
            case ANNOUNCEMENT -> accepted("SI302", SignInDesk.detour(visit, outcome));
            case SECOND_FACTOR -> accepted("MFA302", SignInDesk.detour(visit, outcome));
            case CAPTCHA, CAPTCHA_INVALID -> refused("IN108", outcome.message());
            case LIMIT -> refused("SI503", outcome.message());
            case LOCKED -> refused("IN103", outcome.message());
            case NO_SUCH_USER -> refused("U401", outcome.message());
            case WRONG_PASSWORD -> refused("IN102", outcome.message());
        };
    }

    /** The header's value; the look-up, whose body is a form, may have it there as well. */
    private String csrfValue(Visit visit) {
        if (visit.request().header("X-ZCSRF-TOKEN") != null) {
            return visit.csrfHeader();
        }
        return visit.path().startsWith(LOOKUP) ? visit.body().get(settings.csrfParameterName) : null;
    }

    private static HttpReply accepted(String code, String redirectUri) {
        return HttpReply.json("{\"passwordauth\":{\"redirect_uri\":\"" + JsonText.escaped(redirectUri)
                + "\"},\"code\":\"" + code + "\",\"status_code\":201,\"message\":\"Success\"}");
    }

    private static HttpReply refused(String code, String message) {
        return HttpReply.json("{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"" + message
                + "\"}],\"status_code\":400,\"localized_message\":\"" + message + "\"}");
    }
}
