package io.jenkins.plugins.authtokencleanup.testserver;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who is signed in, and who got no further than the second factor. */
final class Sessions {
    private final Secrets secrets;
    private final Map<String, Session> open = new HashMap<>();
    private final Set<String> awaitingSecondFactor = new HashSet<>();
    private int opened;
    private int signedOut;

    Sessions(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The session of this cookie value, null for none. */
    Session find(String cookie) {
        return open.get(cookie);
    }

    Session open(String csrf, Instant now) {
        Session session = new Session(secrets.characters(64), csrf, now);
        open.put(session.cookie(), session);
        opened++;
        return session;
    }

    /** A cookie value that opens nothing yet. */
    String openHalfWay() {
        String cookie = secrets.characters(64);
        awaitingSecondFactor.add(cookie);
        return cookie;
    }

    boolean isHalfWay(String cookie) {
        return awaitingSecondFactor.contains(cookie);
    }

    void signOut(Session session) {
        if (open.remove(session.cookie()) != null) {
            signedOut++;
        }
    }

    void endAll() {
        open.clear();
        awaitingSecondFactor.clear();
    }

    int openNow() {
        return open.size();
    }

    int opened() {
        return opened;
    }

    int signedOut() {
        return signedOut;
    }
}
