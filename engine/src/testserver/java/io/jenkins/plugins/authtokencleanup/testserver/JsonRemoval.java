package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code POST …/activeauthtokens/<handle>,<handle>} in the place of a DELETE; section 10. */
final class JsonRemoval {
    private static final Pattern SINGLE = Pattern.compile("[a-zA-Z0-9/=+*\\-._]+");
    private static final Pattern ONE_OF_SEVERAL = Pattern.compile("[a-zA-Z0-9]+");

    private final ServerSettings settings;
    private final TokenStore tokens;
    private final JsonHandles handles;
    private final CsrfValues csrf;

    JsonRemoval(ServerSettings settings, TokenStore tokens, JsonHandles handles, CsrfValues csrf) {
        this.settings = settings;
        this.tokens = tokens;
        this.handles = handles;
        this.csrf = csrf;
    }

    /** For a visitor who is signed in. */
    HttpReply answer(Visit visit) {
        JsonPageSettings page = settings.jsonPage;
        if (visit.request().target().length() > page.addressLimit) {
            return Notices.error(414, "The address is too long.");
        }
        String csrfValue = visit.csrfHeader();
        if (!csrf.accepts(visit, csrfValue)) {
            return Notices.error(200, "Your request could not be completed.");
        }
        csrf.spend(visit, csrfValue);
        if (!"DELETE".equals(visit.request().header("X-HTTP-Method-Override"))
                || visit.request().body().length > 0) {
            return JsonReplies.error("G100", "Invalid request.");
        }
        if (settings.clock.instant().isAfter(visit.session().opened().plus(page.removalAllowedFor))) {
            return JsonReplies.passwordWanted(visit);
        }
        return settings.readOnly
                ? JsonReplies.error("G100", "Not allowed.")
                : removed(JsonRemovalPath.handles(visit.path()));
    }

    private HttpReply removed(List<String> named) {
        if (named.isEmpty()) {
            tokens.removeAll();
            return JsonReplies.done("All AuthTokens removed.");
        }
        Pattern allowed = named.size() == 1 ? SINGLE : ONE_OF_SEVERAL;
        if (!named.stream().allMatch(handle -> allowed.matcher(handle).matches())) {
            return JsonReplies.error("G100", "Invalid request.");
        }
        return removedOneByOne(named);
    }

    private HttpReply removedOneByOne(List<String> named) {
        Map<String, Long> serials = handles.serials(tokens);
        Set<Long> going = new LinkedHashSet<>();
        boolean bad = false;
        for (String handle : named) {
            Long serial = serials.get(handle);
            if (serial != null) {
                going.add(serial);
                continue;
            }
            bad = true;
            if (settings.badHandlePolicy == BadHandlePolicy.REJECT_ALL) {
                return noSuchToken();
            }
            if (settings.badHandlePolicy == BadHandlePolicy.STOP_AT_BAD) {
                break;
            }
        }
        int most = settings.jsonPage.removalFailsAfter;
        if (most >= 0 && going.size() > most) {
            tokens.remove(new ArrayList<>(going).subList(0, most));
            return JsonReplies.error("G100", "Something went wrong.");
        }
        tokens.remove(going);
        boolean reported = bad && settings.badHandlePolicy != BadHandlePolicy.SKIP_BAD_SUCCESS;
        return reported ? noSuchToken() : JsonReplies.done("AuthTokens removed.");
    }

    private static HttpReply noSuchToken() {
        return JsonReplies.error("IN116", "No such AuthToken.");
    }
}
