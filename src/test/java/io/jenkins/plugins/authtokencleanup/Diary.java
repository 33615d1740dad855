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

/** What a careful person would note down about announcements, knowing each token by itself and nothing of the plugin. */
final class Diary {
    private final Duration grace;
    private final Duration unusedAfter;
    private final Map<String, List<Note>> notes = new HashMap<>();

    /** That a build announced a token. */
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

    /** When a token may go: so long after the first announcement that there still is since its last use. */
    Instant dueAt(TestToken token, Instant now) {
        Optional<Instant> first = notes.getOrDefault(token.id(), List.of()).stream()
                .map(Note::at)
                .filter(at -> at.isAfter(token.lastAccessed()))
                .min(Comparator.naturalOrder());
        return first.orElse(now).plus(grace);
    }

    /** The tokens that must go now, and no other one may. */
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
