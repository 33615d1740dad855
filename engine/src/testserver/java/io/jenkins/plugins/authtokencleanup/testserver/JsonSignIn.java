package io.jenkins.plugins.authtokencleanup.testserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The sign-in of section 8: a look-up of the user, which offers ways to sign in, then the password as JSON. */
final class JsonSignIn {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private record Lookup(String user, String digest) {}

    private final ServerSettings settings;
    private final JsonSignInPaths paths;
    private final SignInDesk desk;
    private final CsrfValues csrf;
    private final Secrets secrets;
    private final SignInGuard guard = new SignInGuard();
    private final Map<String, Lookup> lookups = new HashMap<>();

    JsonSignIn(ServerSettings settings, SignInDesk desk, CsrfValues csrf, Secrets secrets) {
        this.settings = settings;
        this.paths = new JsonSignInPaths(settings.jsonSignIn);
        this.desk = desk;
        this.csrf = csrf;
        this.secrets = secrets;
    }

    HttpReply lookup(Visit visit) {
        if (!csrf.accepts(visit, visit.csrfHeader())) {
            return Notices.error(200, "The page has expired.");
        }
        if (!"primary".equals(visit.body().get("mode")) || !visit.body().hasAll("cli_time")) {
            return JsonReplies.error("IN101", "Invalid request.");
        }
        String user = paths.user(visit);
        SignInCode refusal = settings.jsonSignIn.lookupOutcome;
        if (refusal == null && !desk.knows(user)) {
            refusal = SignInCode.U401;
        }
        return refusal == null ? found(user) : JsonReplies.error(refusal.name(), refusal.message());
    }

    HttpReply password(Visit visit) {
        desk.countAttempt();
        String csrfValue = visit.csrfHeader();
        if (!csrf.accepts(visit, csrfValue)) {
            return Notices.error(200, "The page has expired.");
        }
        JsonSignInPaths.Target target = paths.target(visit);
        Lookup lookup = lookups.remove(target.identifier());
        String password = password(visit, target.mode());
        if (lookup == null
                || password == null
                || settings.jsonSignIn.encryptData
                || !settings.jsonSignIn.allowedModes.contains(target.mode())
                || !lookup.digest().equals(visit.query().get("digest"))
                || !visit.query().hasAll("cli_time")) {
            return JsonReplies.error("IN101", "Invalid request.");
        }
        SignInCode code = judged(password);
        if (code.isIn()) {
            desk.admit(visit, csrfValue);
        } else {
            if (code.effect() == SignInCode.Effect.SECOND_FACTOR) {
                desk.letHalfWay(visit);
            }
            csrf.spend(visit, csrfValue);
        }
        return reply(visit, target.mode(), code);
    }

    private HttpReply found(String user) {
        String identifier = String.valueOf(10_000_000 + lookups.size());
        String digest = secrets.characters(96);
        lookups.put(identifier, new Lookup(user, digest));
        ObjectNode json = JsonReplies.object();
        ObjectNode lookup = json.putObject("lookup")
                .put("identifier", identifier)
                .put("digest", digest)
                .put("loginid", user);
        ObjectNode modes = lookup.putObject("modes");
        ArrayNode allowed = modes.putArray("allowed_modes");
        for (String mode : settings.jsonSignIn.allowedModes) {
            allowed.add(mode);
            modes.putObject(mode).put("count", 1);
        }
        return JsonReplies.of(json.put("code", "U300").put("status_code", 201).put("message", "User exists"));
    }

    private SignInCode judged(String password) {
        Instant now = settings.clock.instant();
        JsonSignInSettings signIn = settings.jsonSignIn;
        SignInCode fixed = SignInCode.whateverThePassword(settings.signIn);
        if (fixed != null) {
            return fixed;
        }
        if (guard.isLocked(now)) {
            return SignInCode.SI505;
        }
        if (!settings.password.equals(password)) {
            guard.failed(now, signIn.lockAfter);
            return SignInCode.IN102;
        }
        SignInCode outcome =
                switch (settings.signIn) {
                    case SECOND_FACTOR -> SignInCode.MFA302;
                    case ANNOUNCEMENT -> SignInCode.SI302;
                    default -> signIn.outcome;
                };
        if (outcome.isIn()) {
            if (guard.isUsedUp(now, signIn.signInsADay)) {
                return SignInCode.SI503;
            }
            guard.succeeded(now);
        }
        return outcome;
    }

    private static HttpReply reply(Visit visit, String mode, SignInCode code) {
        if (code.effect() == SignInCode.Effect.REFUSED) {
            return JsonReplies.error(code.name(), code.message());
        }
        ObjectNode json = JsonReplies.object();
        ObjectNode result = json.putObject(mode.equals("password") ? "passwordauth" : mode);
        switch (code.effect()) {
            case IN ->
                result.put(
                        "redirect_uri",
                        LoginPages.destination(visit, visit.query().get("serviceurl")));
            case ANNOUNCEMENT -> result.put("redirect_uri", SignInDesk.detour(visit, SignInOutcome.ANNOUNCEMENT));
            default -> {}
        }
        return JsonReplies.of(
                json.put("code", code.name()).put("status_code", 201).put("message", code.message()));
    }

    /** The password of {@code {"passwordauth":{"password":…}}}, null if the body is something else. */
    private static String password(Visit visit, String mode) {
        try {
            JsonNode body = MAPPER.readTree(visit.request().bodyText());
            return body.path(mode.equals("password") ? "passwordauth" : mode)
                    .path("password")
                    .textValue();
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
