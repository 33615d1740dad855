package io.jenkins.plugins.authtokencleanup.testserver;

import java.util.HashMap;
import java.util.Map;

/** The handles of the JSON page, which lists them as the keys of the tokens. */
final class JsonHandles {
    private static final int SECRET_FROM = 8;

    private final JsonPageSettings page;
    private final TokenHandles handles;

    JsonHandles(JsonPageSettings page, TokenHandles handles) {
        this.page = page;
        this.handles = handles;
    }

    /** The key for one more list; makes older handles invalid if they are volatile. */
    TokenHandles.Key keyForLoad() {
        return handles.keyForLoad();
    }

    String handle(TokenHandles.Key key, long serial, String tokenId) {
        String own = page.ownHandles.get(tokenId);
        return own != null ? own : page.handles.handle(key.handleOf(serial), serial);
    }

    /** The serial numbers behind the handles that are good now. */
    Map<String, Long> serials(TokenStore tokens) {
        Map<String, Long> serials = new HashMap<>();
        if (!handles.keys().isEmpty()) {
            TokenHandles.Key key = handles.keys().get(handles.keys().size() - 1);
            for (TokenStore.Stored row : tokens.firstOnPage(0)) {
                serials.put(handle(key, row.serial(), row.token().id()), row.serial());
            }
        }
        return serials;
    }

    /** Whether it is long enough to be looked for in other texts. */
    static boolean isSecret(String handle) {
        return handle.chars().filter(Character::isLetterOrDigit).count() >= SECRET_FROM;
    }
}
