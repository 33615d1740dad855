package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import java.util.Locale;

/**
 * A JSON error in place of a page or a reply (sections 5 and 6).
 *
 * @param code like Z101, empty for none
 * @param cause like throttles_limit_exceeded, empty for none
 */
public record JsonError(String code, String cause) {
    /** Of two members with the same name one would be hidden, and what follows the end may be another answer. */
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Any JSON object, whether it is an error that we know or not. */
    public static JsonError of(JsonNode node) {
        return new JsonError(node.path("code").asText(""), node.path("cause").asText(""));
    }

    /** A JSON text as a tree; an empty tree if it is none. */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MAPPER.createObjectNode();
        }
    }

    /**
     * The failure that the error means, if it is not about speed.
     *
     * @param attempt what was attempted
     * @param status the status that it came with
     * @param redactor cleans what the message quotes
     */
    public CleanupException problem(String attempt, int status, Redactor redactor) {
        if (sessionGone()) {
            return new CleanupException(
                    Problem.SESSION_LOST, attempt, "the server says that the session is gone (Z113)");
        }
        if (wantsPassword()) {
            return new CleanupException(
                    Problem.PASSWORD_WANTED_AGAIN, attempt, "the server wants the password again");
        }
        return new CleanupException(
                Problem.UNKNOWN_REPLY,
                attempt,
                "HTTP " + status + ", a JSON reply that we don't know (code " + redactor.excerpt(code) + ", cause "
                        + redactor.excerpt(cause) + ")");
    }

    public boolean throttles() {
        return code.equals("Z101") || cause.toLowerCase(Locale.ROOT).contains("throttle");
    }

    public boolean sessionGone() {
        return code.equals("Z113");
    }

    public boolean wantsPassword() {
        return cause.equals("invalid_password_token");
    }
}
