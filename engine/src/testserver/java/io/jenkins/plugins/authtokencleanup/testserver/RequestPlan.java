package io.jenkins.plugins.authtokencleanup.testserver;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What is planned for which request. A request's own number outranks its kind's count, and that outranks "always". */
final class RequestPlan<T> {
    private record Occurrence(RequestKind kind, int number) {}

    private final Map<Integer, T> byIndex = new HashMap<>();
    private final Map<Occurrence, T> byOccurrence = new HashMap<>();
    private final Map<RequestKind, T> byKind = new EnumMap<>(RequestKind.class);

    synchronized void at(int requestIndex, T planned) {
        byIndex.put(requestIndex, planned);
    }

    synchronized void on(RequestKind kind, int occurrence, T planned) {
        byOccurrence.put(new Occurrence(kind, occurrence), planned);
    }

    synchronized void always(RequestKind kind, T planned) {
        byKind.put(kind, planned);
    }

    synchronized void clear() {
        byIndex.clear();
        byOccurrence.clear();
        byKind.clear();
    }

    /** What is planned for this request, null for nothing. */
    synchronized T forRequest(int requestIndex, RequestKind kind, int occurrence) {
        T planned = byIndex.get(requestIndex);
        if (planned == null) {
            planned = byOccurrence.get(new Occurrence(kind, occurrence));
        }
        return planned != null ? planned : byKind.get(kind);
    }
}
