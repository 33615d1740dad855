package io.jenkins.plugins.authtokencleanup.testserver;

import java.util.HashSet;
import java.util.Set;

/**
 * Issues and checks CSRF values; section 3 of the wire contract. A value that a page was given stays good for that
 * page's own script: only a page that shows the new value, and a POST, replace the old one.
 */
final class CsrfValues {
    private final ServerSettings settings;
    private final Secrets secrets;
    private final Set<String> ofStrangers = new HashSet<>();

    CsrfValues(ServerSettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** The value for a page that shows it, new if values rotate; the cookie goes with it. */
    String forPage(Visit visit) {
        String value = current(visit);
        if (settings.rotateCsrf || value == null) {
            value = renewed(visit);
        }
        if (settings.csrfCookie && !value.equals(visit.csrfCookie())) {
            visit.setCsrfCookie(value);
        }
        return value;
    }

    /** Whether this is the visitor's value, and the cookie agrees. */
    boolean accepts(Visit visit, String value) {
        boolean issued = value != null
                && (visit.session() == null ? ofStrangers.contains(value) : value.equals(visit.csrfAtArrival()));
        return issued && (!settings.csrfCookie || value.equals(visit.csrfCookie()));
    }

    /** To be called after a POST with a good value: if values rotate, it was good once. */
    void spend(Visit visit, String value) {
        if (settings.rotateCsrf && !visit.isLate()) {
            ofStrangers.remove(value);
            String next = renewed(visit);
            if (settings.csrfCookie) {
                visit.setCsrfCookie(next);
            }
        }
    }

    /** The first value of a session; {@code value} is the one it signed in with. */
    String forSession(String value) {
        ofStrangers.remove(value);
        return settings.rotateCsrf ? secrets.characters(128) : value;
    }

    private String current(Visit visit) {
        if (visit.session() != null) {
            return visit.session().csrf();
        }
        return ofStrangers.contains(visit.csrfCookie()) ? visit.csrfCookie() : null;
    }

    private String renewed(Visit visit) {
        if (visit.session() != null) {
            visit.session().renewCsrf(secrets.characters(128));
            return visit.session().csrf();
        }
        ofStrangers.remove(visit.csrfCookie());
        String value = secrets.uuid();
        ofStrangers.add(value);
        return value;
    }
}
