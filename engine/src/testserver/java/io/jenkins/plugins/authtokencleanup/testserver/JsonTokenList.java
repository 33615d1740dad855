package io.jenkins.plugins.authtokencleanup.testserver;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code GET /iam/webclient/v1/account/self/user/self?include=…}; section 9. */
final class JsonTokenList {
    static final String PATH = "/iam/webclient/v1/account/self/user/self";

    private final ServerSettings settings;
    private final TokenStore tokens;
    private final JsonHandles handles;
    private final RecordedUse uses;
    private final CsrfValues csrf;
    private final CallLimit limit = new CallLimit();

    JsonTokenList(ServerSettings settings, TokenStore tokens, JsonHandles handles, RecordedUse uses, CsrfValues csrf) {
        this.settings = settings;
        this.tokens = tokens;
        this.handles = handles;
        this.uses = uses;
        this.csrf = csrf;
    }

    /** For a visitor who is signed in. */
    HttpReply answer(Visit visit) {
        JsonPageSettings page = settings.jsonPage;
        Instant now = settings.clock.instant();
        if (!csrf.accepts(visit, visit.csrfHeader())) {
            return Notices.error(200, "Your request could not be completed.");
        }
        if (settings.reauthenticate || now.isAfter(visit.session().opened().plus(page.listAllowedFor))) {
            return JsonReplies.passwordWanted(visit);
        }
        if (!limit.serves(now, page.listsAMinute)) {
            return JsonReplies.throttled();
        }
        ObjectNode json = list(included(visit), now);
        page.answerEdit.accept(json);
        return JsonReplies.of(json);
    }

    private ObjectNode list(Set<String> included, Instant now) {
        JsonPageSettings page = settings.jsonPage;
        ObjectNode json = JsonReplies.object().put("status_code", 200);
        if (page.listShape == ListShape.NO_USER) {
            return json;
        }
        ObjectNode user = json.putObject("User");
        if (included.contains("User") && page.languageAndZone) {
            user.put("language", page.language).put("timezone", page.zone.getId());
        }
        if (included.contains("Preferences") && page.preferences) {
            user.putObject("UserPreferences").put("date_format", page.datePattern);
        }
        if (included.contains("ActiveAuthtokens") && page.tokensMenu) {
            addTokens(user, now);
        }
        return json;
    }

    private void addTokens(ObjectNode user, Instant now) {
        List<TokenStore.Stored> rows = tokens.firstOnPage(0);
        TokenHandles.Key key = handles.keyForLoad();
        JsonToken writer = new JsonToken(settings.jsonPage, uses, now);
        switch (settings.jsonPage.listShape) {
            case EXCEPTION -> user.putObject("authtokens").put("exception_occured", true);
            case ARRAY -> {
                ArrayNode array = user.putArray("authtokens");
                rows.forEach(row -> array.add(writer.of(row.token())));
            }
            default -> {
                if (!rows.isEmpty()) {
                    ObjectNode object = user.putObject("authtokens");
                    rows.forEach(row -> object.set(
                            handles.handle(key, row.serial(), row.token().id()), writer.of(row.token())));
                }
            }
        }
    }

    private static Set<String> included(Visit visit) {
        String include = visit.query().get("include");
        return include == null ? Set.of() : new HashSet<>(List.of(include.split(",")));
    }
}
