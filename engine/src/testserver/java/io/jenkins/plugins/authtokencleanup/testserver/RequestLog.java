package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.HttpRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Numbers requests as they come in and remembers them. */
final class RequestLog {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<RequestKind, Integer> counts = new EnumMap<>(RequestKind.class);

    synchronized Entry add(HttpRequest request, RequestKind kind, boolean signedIn) {
        int occurrence = counts.merge(kind, 1, Integer::sum) - 1;
        Entry entry = new Entry(entries.size(), kind, occurrence, request, signedIn);
        entries.add(entry);
        return entry;
    }

    synchronized List<LoggedRequest> snapshot() {
        return entries.stream().map(Entry::logged).toList();
    }

    /** A request that may still be under way. */
    static final class Entry {
        private final int index;
        private final RequestKind kind;
        private final int occurrence;
        private final HttpRequest request;
        private final boolean signedIn;
        private volatile int status;
        private volatile Fault fault;
        private volatile List<String> removed = List.of();

        private Entry(int index, RequestKind kind, int occurrence, HttpRequest request, boolean signedIn) {
            this.index = index;
            this.kind = kind;
            this.occurrence = occurrence;
            this.request = request;
            this.signedIn = signedIn;
        }

        int index() {
            return index;
        }

        RequestKind kind() {
            return kind;
        }

        int occurrence() {
            return occurrence;
        }

        void met(Fault planned) {
            fault = planned;
        }

        void answeredWith(int sent) {
            status = sent;
        }

        void removed(List<String> ids) {
            removed = List.copyOf(ids);
        }

        private LoggedRequest logged() {
            String body = request.bodyText();
            return new LoggedRequest(
                    index,
                    request.method(),
                    request.target(),
                    request.headers(),
                    body.substring(0, Math.min(body.length(), LoggedRequest.BODY_LIMIT)),
                    kind,
                    signedIn,
                    status,
                    fault,
                    removed);
        }
    }
}
