package io.jenkins.plugins.authtokencleanup;

import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An independent record of what was announced: it knows each token itself, and nothing of the plugin. */
final class Diary {
    private final Duration grace;
    private final Duration unusedAfter;
    private final Map<String, List<Note>> notes = new HashMap<>();

    /** A build announced a token. */
    private record Note(int build, Instant at) {}

    /**
     * An empty diary.
     *
     * @param grace how long before its removal a token must have been announced
     * @param unusedAfter from this age on a token is unused
     */
    Diary(Duration grace, Duration unusedAfter) {
        this.grace = grace;
        this.unusedAfter = unusedAfter;
    }

    boolean isUnused(TestToken token, Instant now) {
        return token.lastAccessed() != null
                && !token.lastAccessed().plus(unusedAfter).isAfter(now);
    }

    /** When a token may go: the grace after the first announcement since its last use whose build is not deleted. */
    Instant dueAt(TestToken token, Instant now) {
        Optional<Instant> first = notes.getOrDefault(token.id(), List.of()).stream()
                .map(Note::at)
                .filter(at -> at.isAfter(token.lastAccessed()))
                .min(Comparator.naturalOrder());
        return first.orElse(now).plus(grace);
    }

    /** Exactly the tokens that go now. */
    Set<String> due(Collection<TestToken> tokens, Instant now) {
        Set<String> due = new TreeSet<>();
        for (TestToken token : tokens) {
            if (isUnused(token, now) && !dueAt(token, now).isAfter(now)) {
                due.add(token.id());
            }
        }
        return due;
    }

    /** A build reported the tokens that were there when it ended. */
    void announced(int build, Collection<TestToken> tokens, Instant now) {
        for (TestToken token : tokens) {
            if (isUnused(token, now)) {
                notes.computeIfAbsent(token.id(), id -> new ArrayList<>()).add(new Note(build, now));
            }
        }
    }

    void deleted(int build) {
        notes.values().forEach(list -> list.removeIf(note -> note.build() == build));
    }
}
