package io.jenkins.plugins.authtokencleanup.testserver;

import java.util.List;
import java.util.Map;

/**
 * One request as it came in, secrets included.
 *
 * @param index    number of the request on this server, from 0
 * @param method   for example {@code GET}
 * @param target   path and query as sent
 * @param headers  values by lower-case name
 * @param body     as sent, read as UTF-8; bounded to {@value #BODY_LIMIT} characters
 * @param kind     what the request is for
 * @param signedIn whether it came with the cookie of a complete session
 * @param status   the status sent, 0 as long as (or if) none was sent
 * @param fault    the fault it met, null for none
 * @param removed  the ids of the tokens that it has removed so far
 */
public record LoggedRequest(
        int index,
        String method,
        String target,
        Map<String, List<String>> headers,
        String body,
        RequestKind kind,
        boolean signedIn,
        int status,
        Fault fault,
        List<String> removed) {

    static final int BODY_LIMIT = 65_536;

    /**
     * Whether the request is one that removes, whatever became of it: {@code delete_all} for example, which on
     * {@link AccountsPage#JSON} is one whose address names no handle.
     */
    public boolean asksFor(String removalAction) {
        if (removalAction.equals("delete_all") && kind == RequestKind.REMOVE && JsonRemovalPath.namesNoHandle(target)) {
            return true;
        }
        return kind == RequestKind.REMOVE && ("&" + body + "&").contains("&action=" + removalAction + "&");
    }
}
