package io.jenkins.plugins.authtokencleanup.engine.iam;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;

/**
 * A JSON error in place of a page or a reply (sections 5 and 6).
 *
 * @param code like Z101, empty for none
 * @param cause like throttles_limit_exceeded, empty for none
 */
record JsonError(String code, String cause) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Any JSON object, whether it is an error that we know or not. */
    static JsonError of(String text) {
        JsonNode node = parse(text);
        return new JsonError(node.path("code").asText(""), node.path("cause").asText(""));
    }

    /** A JSON text as a tree; an empty tree if it is none. */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MAPPER.createObjectNode();
        }
    }

    boolean throttles() {
        return code.equals("Z101") || cause.toLowerCase(Locale.ROOT).contains("throttle");
    }

    boolean sessionGone() {
        return code.equals("Z113");
    }

    boolean wantsPassword() {
        return cause.equals("invalid_password_token");
    }
}
