package io.jenkins.plugins.authtokencleanup.testserver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tokens of the account, in page order. Not safe for several threads by itself. */
final class TokenStore {
    /** A token and the number it was stored under. */
    record Stored(long serial, TestToken token) {}

    private final Map<Long, TestToken> bySerial = new LinkedHashMap<>();
    private final Map<String, Long> serials = new HashMap<>();
    private final List<String> everyId = new ArrayList<>();
    private final List<String> removedByRequests = new ArrayList<>();
    private long nextSerial;

    void add(TestToken token) {
        if (serials.putIfAbsent(token.id(), nextSerial) != null) {
            throw new IllegalArgumentException("There is a token with the id " + token.id() + " already");
        }
        bySerial.put(nextSerial++, token);
        everyId.add(token.id());
    }

    boolean remove(String id) {
        Long serial = serials.remove(id);
        return serial != null && bySerial.remove(serial) != null;
    }

    boolean use(String id, Instant now) {
        Long serial = serials.get(id);
        return serial != null && bySerial.computeIfPresent(serial, (key, token) -> token.usedAt(now)) != null;
    }

    boolean has(long serial) {
        return bySerial.containsKey(serial);
    }

    void remove(Collection<Long> removed) {
        for (Long serial : removed) {
            String id = bySerial.remove(serial).id();
            serials.remove(id);
            removedByRequests.add(id);
        }
    }

    void removeAll() {
        removedByRequests.addAll(serials.keySet());
        bySerial.clear();
        serials.clear();
    }

    /** The ids of all tokens that requests removed, in the order in which they went. */
    List<String> removedByRequests() {
        return removedByRequests;
    }

    int size() {
        return bySerial.size();
    }

    List<TestToken> list() {
        return List.copyOf(bySerial.values());
    }

    /** The first tokens, at most this number; 0 for all. */
    List<Stored> firstOnPage(int limit) {
        int count = limit == 0 ? size() : Math.min(limit, size());
        List<Stored> rows = new ArrayList<>(count);
        for (Map.Entry<Long, TestToken> entry : bySerial.entrySet()) {
            if (rows.size() == count) {
                break;
            }
            rows.add(new Stored(entry.getKey(), entry.getValue()));
        }
        return rows;
    }

    /** How many tokens there ever were; their serial numbers are 0 up to this. */
    long serialsIssued() {
        return nextSerial;
    }

    /** The ids of all tokens there ever were. */
    List<String> everyId() {
        return List.copyOf(everyId);
    }
}
