package io.jenkins.plugins.authtokencleanup.testserver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Writes single tokens of the JSON page's list. */
final class JsonToken {
    private final JsonPageSettings page;
    private final JsonTimeText times;
    private final RecordedUse uses;
    private final Instant now;

    JsonToken(JsonPageSettings page, RecordedUse uses, Instant now) {
        this.page = page;
        this.times = new JsonTimeText(page);
        this.uses = uses;
        this.now = now;
    }

    ObjectNode of(TestToken token) {
        Instant used = uses.of(token);
        ObjectNode json = JsonReplies.object()
                .put("authtoken_name", token.description())
                .put("authtoken_ticket", token.clearText().substring(0, 4) + "*".repeat(28))
                .put("authtoken_scope", scopes(token.scopes()))
                .put("created_time", token.created().toEpochMilli())
                .put("created_time_formated", times.text(token.created()))
                .put("created_time_elapsed", JsonTimeText.elapsed(token.created(), now))
                .put("last_accesed_time", times.text(used == null ? token.created() : used));
        if (used != null && page.lastAccessedFields) {
            json.put("last_accessed_ip", token.ipAddress()).put("last_accessed_device", "Unknown");
            if (used.getEpochSecond() % 3 == 0) {
                json.put("location", "United States");
            }
        }
        page.tokenEdit.accept(token, json);
        return json;
    }

    private static String scopes(List<String> scopes) {
        return scopes.stream().map(JsonToken::scope).collect(Collectors.joining(","));
    }

    private static String scope(String scope) {
        int slash = scope.indexOf('/');
        return slash < 0 ? scope : scope.substring(slash + 1) + " (" + scope.substring(0, slash) + ")";
    }
}
