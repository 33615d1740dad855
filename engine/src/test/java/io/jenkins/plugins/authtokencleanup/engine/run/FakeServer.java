package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.server.AuthTokenSession;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.server.PageDetails;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerConnection;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** An account in memory, whose server behaves as scripted. Its state is the truth that reports are compared with. */
public final class FakeServer implements AuthTokenSession, ServerConnection {
    public static final Instant NOW = Instant.parse("2026-05-12T10:00:00Z");

    /** What handles are. */
    enum Handles {
        STABLE,
        /** New with each load of the list; older ones are not valid. */
        VOLATILE,
        /** The number of the row. A request's numbers are all looked up before anything is removed. */
        POSITIONS,
        /** The number of the row. A request's numbers are looked up one after another, while rows move up. */
        POSITIONS_ONE_BY_ONE
    }

    /** What becomes of a list with a bad handle. */
    enum BadHandle {
        REJECT_ALL,
        SKIP_BAD_SUCCESS,
        SKIP_BAD_INVALID,
        STOP_AT_BAD
    }

    /** Something that happens in place of a list or a removal. */
    interface Trouble {
        void happen() throws CleanupException, InterruptedException;
    }

    /** Answers a removal in place of the server; it may let it take effect, or not. */
    interface Answer {
        RemovalReply reply(Runnable effect);
    }

    public final List<FakeToken> tokens = new ArrayList<>();
    final Set<String> poison = new HashSet<>();
    final List<List<String>> requests = new ArrayList<>();
    Handles handles = Handles.STABLE;
    BadHandle badHandle = BadHandle.REJECT_ALL;
    int displayCap = Integer.MAX_VALUE;
    PageDetails page = PageDetails.asShown("fake", List.of(), true);
    Function<FakeToken, List<String>> labels = token -> List.of();
    public Instant now = NOW;
    boolean relative;
    /** Whether a list is a copy of the one before, with the same handles. */
    boolean cached;

    int lists;
    public int calls;
    int opened;
    int closed;
    private final Map<Integer, Runnable> before = new HashMap<>();
    private final Map<Integer, Trouble> troubles = new HashMap<>();
    private final Map<Integer, Answer> answers = new HashMap<>();
    private final Map<String, String> handleOf = new HashMap<>();
    private Answer always;
    private int load;

    FakeServer(FakeToken... given) {
        tokens.addAll(List.of(given));
    }

    /** Somebody does something before the call of this number, from 0; lists and removals count alike. */
    FakeServer before(int call, Runnable action) {
        before.put(call, action);
        return this;
    }

    /** The call of this number fails before it has any effect. */
    FakeServer at(int call, Trouble trouble) {
        troubles.put(call, trouble);
        return this;
    }

    /** The removal request of this number, from 0, is answered otherwise. */
    FakeServer answer(int request, Answer answer) {
        answers.put(request, answer);
        return this;
    }

    /** Every removal request is answered otherwise. */
    FakeServer answerAlways(Answer answer) {
        always = answer;
        return this;
    }

    void use(String id) {
        tokens.replaceAll(token -> token.id().equals(id) ? token.used(now) : token);
    }

    void drop(String id) {
        tokens.removeIf(token -> token.id().equals(id));
    }

    /** Somebody else loads the list. */
    void loadedByOthers() {
        if (handles == Handles.VOLATILE && !cached) {
            handleOf.clear();
            load++;
        }
    }

    /** The ids of what is left, in page order. */
    public List<String> ids() {
        return tokens.stream().map(FakeToken::id).toList();
    }

    @Override
    public ConnectionSettings settings() {
        return ConnectionSettings.of(ServerAddress.of("https://fake:8443", false), "admin@example.com");
    }

    @Override
    public int defaultBatch() {
        return 100;
    }

    @Override
    public AuthTokenSession open(CleanupListener listener) {
        opened++;
        return this;
    }

    @Override
    public boolean close() {
        closed++;
        return true;
    }

    @Override
    public TokenListing list(Duration atMost) throws CleanupException, InterruptedException {
        lists++;
        call();
        loadedByOthers();
        List<AuthToken> rows = new ArrayList<>();
        for (FakeToken token : shown()) {
            rows.add(new AuthToken(
                    token.description(),
                    token.scopes(),
                    "10.0.0.1",
                    token.mark(),
                    token.created(),
                    relative ? relative(token.used()) : token.used(),
                    "shown",
                    new RemovalHandle(handle(token, rows.size())),
                    labels.apply(token)));
        }
        return new TokenListing(rows, now, page);
    }

    @Override
    public TokenListing listOnce(Duration atMost) throws CleanupException, InterruptedException {
        return list(atMost);
    }

    private List<FakeToken> shown() {
        return tokens.subList(0, Math.min(displayCap, tokens.size()));
    }

    private String handle(FakeToken token, int row) {
        return switch (handles) {
            case STABLE -> "handle of " + token.id();
            case VOLATILE -> handleOf.computeIfAbsent(token.id(), id -> "handle of " + id + " in load " + load);
            case POSITIONS, POSITIONS_ONE_BY_ONE -> Integer.toString(row + 1);
        };
    }

    /** Days are floored, as pages do. */
    private LastAccess relative(LastAccess used) {
        if (!(used instanceof LastAccess.At) || used.latest().isAfter(now)) {
            return used;
        }
        Instant latest =
                now.minus(Duration.ofDays(Duration.between(used.latest(), now).toDays()));
        return new LastAccess.Between(latest.minus(Duration.ofDays(1)), latest);
    }

    private void call() throws CleanupException, InterruptedException {
        int number = calls++;
        before.getOrDefault(number, () -> {}).run();
        Trouble trouble = troubles.get(number);
        if (trouble != null) {
            trouble.happen();
        }
    }

    @Override
    public RemovalReply remove(List<AuthToken> batch) throws InterruptedException {
        try {
            call();
        } catch (CleanupException e) {
            return new RemovalReply.Unclear(e);
        }
        List<String> named = batch.stream().map(row -> row.handle().reveal()).toList();
        requests.add(named);
        Answer answer = answers.getOrDefault(requests.size() - 1, always);
        return answer == null ? removed(named) : answer.reply(() -> removed(named));
    }

    private RemovalReply removed(List<String> named) {
        if (handles == Handles.POSITIONS_ONE_BY_ONE) {
            for (String position : named) {
                int row = Integer.parseInt(position) - 1;
                if (row < tokens.size()) {
                    tokens.remove(row);
                }
            }
            return new RemovalReply.Accepted();
        }
        List<FakeToken> good = new ArrayList<>();
        List<FakeToken> beforeBad = null;
        for (String handle : named) {
            FakeToken token = tokenOf(handle);
            if (token == null) {
                beforeBad = beforeBad == null ? List.copyOf(good) : beforeBad;
            } else {
                good.add(token);
            }
        }
        if (beforeBad == null) {
            tokens.removeAll(good);
            return new RemovalReply.Accepted();
        }
        switch (badHandle) {
            case REJECT_ALL -> {}
            case STOP_AT_BAD -> tokens.removeAll(beforeBad);
            case SKIP_BAD_INVALID, SKIP_BAD_SUCCESS -> tokens.removeAll(good);
        }
        return badHandle == BadHandle.SKIP_BAD_SUCCESS ? new RemovalReply.Accepted() : new RemovalReply.InvalidHandle();
    }

    private FakeToken tokenOf(String handle) {
        for (int row = 0; row < tokens.size(); row++) {
            FakeToken token = tokens.get(row);
            boolean named =
                    switch (handles) {
                        case STABLE -> handle.equals("handle of " + token.id());
                        case VOLATILE -> handle.equals(handleOf.get(token.id()));
                        case POSITIONS, POSITIONS_ONE_BY_ONE -> handle.equals(Integer.toString(row + 1));
                    };
            if (named) {
                return poison.contains(token.id()) ? null : token;
            }
        }
        return null;
    }
}
