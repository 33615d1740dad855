package io.jenkins.plugins.authtokencleanup.testserver;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What the server has recorded of the tokens' use, which is less than what they were used; section 9. */
final class RecordedUse {
    private static final Duration BEFORE_THE_END = Duration.ofHours(1);

    private final JsonPageSettings page;
    private final Map<String, Instant> sinceTheStart = new HashMap<>();

    RecordedUse(JsonPageSettings page) {
        this.page = page;
    }

    /** A token, as it was before, is used now. */
    void note(TestToken before, Instant now) {
        Instant known = of(before);
        boolean tooSoon = known != null && now.isBefore(known.plus(page.useRecordedEvery));
        sinceTheStart.put(before.id(), tooSoon || !now.isBefore(page.recordingEnds) ? known : now);
    }

    /** The last use on record, null for none. */
    Instant of(TestToken token) {
        if (sinceTheStart.containsKey(token.id())) {
            return sinceTheStart.get(token.id());
        }
        Instant used = token.lastAccessed();
        if (used == null || used.isBefore(page.recordingEnds)) {
            return used;
        }
        if (page.recordingEnds == Instant.MIN || !token.created().isBefore(page.recordingEnds)) {
            return null;
        }
        Instant shortlyBefore = page.recordingEnds.minus(BEFORE_THE_END);
        return shortlyBefore.isBefore(token.created()) ? token.created() : shortlyBefore;
    }
}
