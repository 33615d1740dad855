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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The answer of the JSON accounts page (contract, section 9), strict on shape: whatever is not a list of tokens is an
 * error, never "no tokens".
 */
final class JsonTokenList {
    private static final List<String> COLUMNS =
            List.of("authtoken_name", "authtoken_scope", "created_time", "last_accesed_time");
    /** When it was last used; spelled so. */
    private static final String WRITTEN = "last_accesed_time";

    private static final String CREATED = "created_time_formated";

    /** Times, the address and the token itself. Every other text is one by which a user may know the token. */
    private static final Set<String> NO_LABELS =
            Set.of("authtoken_ticket", "created_time", CREATED, "created_time_elapsed", WRITTEN, "last_accessed_ip");

    private final List<Map.Entry<String, JsonNode>> entries;
    private final ProvenTimes times;

    private JsonTokenList(List<Map.Entry<String, JsonNode>> entries, TimePreferences preferences) {
        this.entries = entries;
        this.times = ProvenTimes.of(
                preferences,
                entries.stream()
                        .map(entry -> new CreatedTime(millis(entry.getValue()), text(entry.getValue(), CREATED)))
                        .toList());
    }

    /**
     * Reads an answer.
     *
     * @param answer the whole answer
     * @param redactor cleans what a message quotes
     * @return the list
     * @throws CleanupException if it is not such an answer
     */
    static JsonTokenList of(JsonNode answer, Redactor redactor) throws CleanupException {
        if (answer.isEmpty()) {
            throw unknown("its JSON is empty, cut off or broken");
        }
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
                new TimePreferences(text(preferences, "date_format"), text(user, "language"), text(user, "timezone")));
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
        return saysSomething(token.path("last_accessed_ip")) || saysSomething(token.path("last_accessed_device"));
    }

    /** Not where a server writes an empty text, or a dash, in place of nothing. */
    private static boolean saysSomething(JsonNode field) {
        return field.isTextual()
                ? field.textValue().codePoints().anyMatch(Character::isLetterOrDigit)
                : !field.isEmpty();
    }

    /** How many tokens show no use, and yet another last access than their creation. */
    long usedWithoutRecord() {
        return entries.stream()
                .map(Map.Entry::getValue)
                .filter(token ->
                        !isRecorded(token) && times.read(text(token, WRITTEN)).latest() != null)
                .filter(token -> !showsCreation(token))
                .count();
    }

    List<AuthToken> tokens() {
        return entries.stream()
                .map(entry -> token(entry.getKey(), entry.getValue()))
                .toList();
    }

    private AuthToken token(String handle, JsonNode token) {
        String name = text(token, "authtoken_name");
        String scope = text(token, "authtoken_scope");
        String written = text(token, WRITTEN);
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
                readable ? labels(scopes, token) : null);
    }

    private static List<String> labels(List<String> scopes, JsonNode token) {
        Stream<String> texts = token.properties().stream()
                .filter(field -> !NO_LABELS.contains(field.getKey()))
                .flatMap(field -> texts(field.getValue()));
        return Stream.concat(scopes.stream(), texts)
                .filter(label -> !label.isBlank())
                .distinct()
                .toList();
    }

    private static Stream<String> texts(JsonNode value) {
        return value.isTextual()
                ? Stream.of(value.textValue())
                : StreamSupport.stream(value.spliterator(), false).flatMap(JsonTokenList::texts);
    }

    /** Never used if nothing of a use is recorded and both times are the same (contract, section 9). */
    private LastAccess lastAccess(JsonNode token, String written, Long created) {
        LastAccess read = times.read(written);
        if (isRecorded(token) || read.latest() == null) {
            return read;
        }
        if (showsCreation(token)) {
            return LastAccess.NEVER;
        }
        Instant made = created == null ? null : Instant.ofEpochMilli(created);
        return made == null || read.latest().isAfter(made) ? read : new LastAccess.At(made);
    }

    private static boolean showsCreation(JsonNode token) {
        return Objects.equals(text(token, WRITTEN), text(token, CREATED));
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
