package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.JsonError;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Redactor;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.token.TokenIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The answer of the JSON accounts page (contract, section 9), strict on shape: whatever is not a list of tokens is an
 * error, never "no tokens".
 */
final class JsonTokenList {
    private static final List<String> COLUMNS =
            List.of("authtoken_name", "authtoken_scope", "created_time", "last_accesed_time");

    private final List<Map.Entry<String, JsonNode>> entries;
    private final ProvenTimes times;

    private JsonTokenList(List<Map.Entry<String, JsonNode>> entries, TimePreferences preferences) {
        this.entries = entries;
        this.times = ProvenTimes.of(
                preferences,
                entries.stream()
                        .map(entry -> new CreatedTime(
                                millis(entry.getValue()), text(entry.getValue(), "created_time_formated")))
                        .toList());
    }

    /**
     * Reads an answer.
     *
     * @param json the whole answer
     * @param redactor cleans what a message quotes
     * @return the list
     * @throws CleanupException if it is not such an answer
     */
    static JsonTokenList of(String json, Redactor redactor) throws CleanupException {
        JsonNode answer = JsonError.parse(json);
        int status = answer.path("status_code").asInt(0);
        JsonNode errors = answer.path("errors");
        if (errors.isArray() && !errors.isEmpty() || status < 200 || status >= 300) {
            throw unknown(JsonError.words(answer, redactor) + ", status " + status);
        }
        JsonNode user = answer.path("User");
        if (!user.isObject()) {
            throw unknown("its answer has no User");
        }
        JsonNode tokens = user.path("authtokens");
        if (tokens.has("exception_occured")) {
            throw unknown("the server could not list the AuthTokens (exception_occured)");
        }
        if (!tokens.isMissingNode() && !tokens.isObject()) {
            throw unknown("authtokens is no object");
        }
        List<Map.Entry<String, JsonNode>> entries = new ArrayList<>();
        tokens.fields().forEachRemaining(entries::add);
        if (entries.stream().anyMatch(entry -> !entry.getValue().isObject())) {
            throw unknown("one of its AuthTokens is no object");
        }
        JsonNode preferences = user.path("UserPreferences");
        return new JsonTokenList(
                entries,
                new TimePreferences(
                        text(preferences, "date_format"), text(user, "language"), text(user, "timezone")));
    }

    private static CleanupException unknown(String observed) {
        return new CleanupException(Problem.UNKNOWN_PAGE, JsonAccountsPage.ATTEMPT, observed);
    }

    List<String> columns() {
        return COLUMNS;
    }

    ProvenTimes times() {
        return times;
    }

    /** Whether at least one token shows that the server records use; also if there is no token. */
    boolean useRecorded() {
        return entries.isEmpty() || entries.stream().anyMatch(entry -> isRecorded(entry.getValue()));
    }

    private static boolean isRecorded(JsonNode token) {
        return token.hasNonNull("last_accessed_ip") || token.hasNonNull("last_accessed_device");
    }

    List<AuthToken> tokens() {
        return entries.stream()
                .map(entry -> token(entry.getKey(), entry.getValue()))
                .toList();
    }

    private AuthToken token(String handle, JsonNode token) {
        String name = text(token, "authtoken_name");
        String scope = text(token, "authtoken_scope");
        String written = text(token, "last_accesed_time");
        Long created = millis(token);
        List<String> scopes = scope == null ? List.of() : JsonScopes.of(scope);
        boolean readable = name != null && scope != null;
        return new AuthToken(
                name == null ? "" : name,
                scopes,
                orEmpty(text(token, "last_accessed_ip")),
                TokenIdentity.mark(orEmpty(text(token, "authtoken_ticket"))),
                created == null ? null : new LastAccess.At(Instant.ofEpochMilli(created)),
                lastAccess(token, written, created),
                orEmpty(written),
                JsonRemovalRequest.handle(handle),
                readable ? labels(name, scopes, token) : null);
    }

    private static List<String> labels(String name, List<String> scopes, JsonNode token) {
        return Stream.concat(
                        Stream.concat(Stream.of(name), scopes.stream()),
                        Stream.of("last_accessed_device", "location").map(field -> orEmpty(text(token, field))))
                .filter(label -> !label.isBlank())
                .distinct()
                .toList();
    }

    /** Never used if nothing of a use is recorded and both times are the same (contract, section 9). */
    private LastAccess lastAccess(JsonNode token, String written, Long created) {
        LastAccess read = times.read(written);
        if (isRecorded(token) || read.latest() == null) {
            return read;
        }
        if (written.equals(text(token, "created_time_formated"))) {
            return LastAccess.NEVER;
        }
        Instant made = created == null ? null : Instant.ofEpochMilli(created);
        return made == null || read.latest().isAfter(made) ? read : new LastAccess.At(made);
    }

    private static Long millis(JsonNode token) {
        JsonNode created = token.path("created_time");
        if (created.isIntegralNumber()) {
            return created.longValue();
        }
        return created.isTextual() && created.textValue().matches("\\d{1,15}")
                ? Long.valueOf(created.textValue())
                : null;
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).isTextual() ? object.path(field).textValue() : null;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
