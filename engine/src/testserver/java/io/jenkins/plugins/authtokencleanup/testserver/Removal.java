package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.Form;
import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code POST /iam/u/authtoken}; section 6 of the wire contract. */
final class Removal {
    private static final String INVALID = "INVALID_TOKEN";

    private final ServerSettings settings;
    private final TokenStore tokens;
    private final TokenHandles handles;
    private final CsrfValues csrf;

    Removal(ServerSettings settings, TokenStore tokens, TokenHandles handles, CsrfValues csrf) {
        this.settings = settings;
        this.tokens = tokens;
        this.handles = handles;
        this.csrf = csrf;
    }

    /** For a visitor who is signed in. */
    HttpReply answer(Visit visit) {
        Form form = visit.body();
        String csrfValue = form.get(settings.csrfParameterName);
        String type = String.valueOf(visit.request().header("Content-Type")).toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/x-www-form-urlencoded")
                || visit.query().hasAll(settings.csrfParameterName)
                || !csrf.accepts(visit, csrfValue)) {
            return Notices.error(200, "Your request could not be completed.");
        }
        csrf.spend(visit, csrfValue);
        String result = settings.readOnly ? "WRITE_OPERATION_NOT_ALLOWED" : removed(form);
        return result == null ? Notices.error(200, "Unknown action.") : HttpReply.text(result + "\n");
    }

    private String removed(Form form) {
        return switch (String.valueOf(form.get("action"))) {
            case "delete_all" -> {
                tokens.removeAll();
                yield "SUCCESS_ALL";
            }
            case "delete_selected" -> removeSelected(form.get("authtokens"));
            case "delete" -> removeOne(form.get("token"));
            default -> null;
        };
    }

    private String removeOne(String handle) {
        long serial = handle == null ? -1 : validSerial(handle);
        if (serial < 0) {
            return INVALID;
        }
        tokens.remove(List.of(serial));
        return "SUCCESS";
    }

    /** The page's own script puts a comma after the last handle too; a list without it is not taken. */
    private String removeSelected(String list) {
        if (list == null || !list.endsWith(",")) {
            return INVALID;
        }
        Set<Long> good = new LinkedHashSet<>();
        List<Long> beforeBad = null;
        for (String handle : list.substring(0, list.length() - 1).split(",", -1)) {
            long serial = validSerial(handle);
            if (serial >= 0) {
                good.add(serial);
            } else if (beforeBad == null) {
                beforeBad = new ArrayList<>(good);
            }
        }
        if (beforeBad == null) {
            tokens.remove(good);
            return "SUCCESS_SELECTED";
        }
        return removeDespiteBad(good, beforeBad);
    }

    private String removeDespiteBad(Set<Long> good, List<Long> beforeBad) {
        switch (settings.badHandlePolicy) {
            case REJECT_ALL -> {}
            case STOP_AT_BAD -> tokens.remove(beforeBad);
            case SKIP_BAD_INVALID, SKIP_BAD_SUCCESS -> tokens.remove(good);
        }
        return settings.badHandlePolicy == BadHandlePolicy.SKIP_BAD_SUCCESS ? "SUCCESS_SELECTED" : INVALID;
    }

    private long validSerial(String handle) {
        long serial = handles.serialOf(handle);
        return serial >= 0 && tokens.has(serial) ? serial : -1;
    }
}
