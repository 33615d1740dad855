package io.jenkins.plugins.authtokencleanup.testserver;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;

/** The JSON answers that several requests have in common; sections 6, 8 and 10. */
final class JsonReplies {
    private JsonReplies() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static HttpReply of(ObjectNode json) {
        return HttpReply.json(json.toString());
    }

    static HttpReply done(String message) {
        return of(object().put("status_code", 200).put("message", message));
    }

    /** An error as the second generation writes it. */
    static HttpReply error(String code, String message) {
        return of(errorObject(code, message));
    }

    static HttpReply throttled() {
        return of(object().put("response", "error")
                .put("code", "Z101")
                .put("cause", "throttles_limit_exceeded")
                .put("message", "Too many requests"));
    }

    static HttpReply sessionGone() {
        return of(object().put("response", "error")
                .put("code", "Z113")
                .put("cause", "session_expired")
                .put("message", "Sign in again"));
    }

    /** The password is wanted again. */
    static HttpReply passwordWanted(Visit visit) {
        return of(errorObject("PP112", "Confirm your password.")
                .put("code", "PP112")
                .put("cause", "invalid_password_token")
                .put("redirect_url", visit.contextPath() + "/relogin"));
    }

    private static ObjectNode errorObject(String code, String message) {
        ObjectNode json = object();
        json.putArray("errors").addObject().put("code", code).put("message", message);
        return json.put("status_code", 400).put("localized_message", message);
    }
}
