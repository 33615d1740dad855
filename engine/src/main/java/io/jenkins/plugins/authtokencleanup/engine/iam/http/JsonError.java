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
     * The first error of an answer in words, with its code and the server's own message (sections 9 and 10).
     *
     * @param answer an answer of the JSON accounts page
     * @param redactor cleans what the words quote
     * @return a phrase without a full stop
     */
    public static String words(JsonNode answer, Redactor redactor) {
        JsonNode error = answer.path("errors").path(0);
        String code = error.path("code").asText("");
        String message = error.path("message").asText(answer.path("message").asText(""));
        String what =
                switch (code) {
                    case "" -> "the server reports an error without a code";
                    case "G100" -> "the server reports an error of its own";
                    case "IN116" -> "the server knows no such AuthToken";
                    case "PP112" -> "the server wants the password again";
                    case "Z101" -> "the server asks to slow down";
                    case "Z113" -> "the server says that the session is gone";
                    default -> "the server reports an error that we don't know";
                };
        String quoted = redactor.excerpt(code + (code.isEmpty() || message.isEmpty() ? "" : ": ") + message);
        return quoted.isEmpty() ? what : what + " (" + quoted + ")";
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
            return new CleanupException(Problem.PASSWORD_WANTED_AGAIN, attempt, "the server wants the password again");
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
