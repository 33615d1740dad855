package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.iam.AnalyticsConnection;
import io.jenkins.plugins.authtokencleanup.engine.iam.Doctor;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.JournalEntry;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportFormat;
import io.jenkins.plugins.authtokencleanup.engine.server.BatchProgress;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.CsrfSource;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.LoginGeneration;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.SignInBehaviour;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a run does: no password, cookie, CSRF value, handle or clear token in what it writes or can print. */
class SecretsTest {
    private static final List<String> LOGGERS = List.of("", "jdk.httpclient", "jdk.httpclient.HttpClient", "jdk.event");

    private final StringBuffer written = new StringBuffer();
    private final List<Level> levels = new ArrayList<>();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream streams = new ByteArrayOutputStream();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            String line = new SimpleFormatter().format(logged);
            // The wire puts the look-up's digest into an address, which the JDK logs for whoever debugs it. It is good
            // for one sign-in that has been sent by then, and for none without the password.
            written.append(line.replaceAll("password\\?digest=\\w+", "")).append('\n');
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listenToEverything() {
        for (String name : LOGGERS) {
            levels.add(Logger.getLogger(name).getLevel());
            Logger.getLogger(name).setLevel(Level.ALL);
        }
        handler.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(handler);
        PrintStream both = new PrintStream(streams, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
        Logger.getLogger("").removeHandler(handler);
        for (int i = 0; i < LOGGERS.size(); i++) {
            Logger.getLogger(LOGGERS.get(i)).setLevel(levels.get(i));
        }
    }

    static Stream<Arguments> runs() {
        List<Arguments> all = new ArrayList<>();
        Set<Fault> quick = EnumSet.allOf(Fault.class);
        quick.removeAll(EnumSet.of(Fault.GZIP_BOMB, Fault.MANY_CELLS, Fault.DEEP_NESTING, Fault.ENDLESS_BODY));
        for (LoginGeneration generation : LoginGeneration.values()) {
            for (SignInBehaviour behaviour : SignInBehaviour.values()) {
                all.add(Arguments.of(generation, behaviour, null, null));
            }
            for (RequestKind kind : List.of(
                    RequestKind.SHELL,
                    RequestKind.LOGIN_PAGE,
                    RequestKind.LOGIN,
                    RequestKind.PANEL,
                    RequestKind.REMOVE)) {
                boolean afterSignIn = kind == RequestKind.PANEL || kind == RequestKind.REMOVE;
                for (Fault fault : afterSignIn && generation != LoginGeneration.CLASSIC ? Set.<Fault>of() : quick) {
                    all.add(Arguments.of(generation, SignInBehaviour.NORMAL, kind, fault));
                }
            }
        }
        return Sample.of(all).stream();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void no_secret_is_in_any_output(LoginGeneration generation, SignInBehaviour behaviour, RequestKind kind, Fault fault)
            throws Exception {
        List<TestToken> tokens = Shape.tokens(Instant.now());
        ServerSettings settings = AnalyticsServer.configure()
                .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                .generation(generation)
                .signIn(behaviour)
                .csrfSource(CsrfSource.values()[Math.floorMod(fault == null ? 0 : fault.ordinal(), 3)])
                .rotateCsrf(true)
                .volatileHandles(fault != null && fault.ordinal() % 2 == 0)
                .tokens(tokens);
        try (AnalyticsServer server = settings.start()) {
            if (fault != null) {
                server.faults().always(kind, fault);
            }
            Cleanup cleanup = Cleanup.of(server)
                    .batchSize(3)
                    .timeout(Duration.ofMillis(fault == null ? 10_000 : 300))
                    .listener(new Words())
                    .journal(this::write);
            write(cleanup.run());
            if (kind != RequestKind.REMOVE) {
                list(cleanup);
                new Doctor(cleanup.connection(), Clock.systemUTC(), finding -> written.append(finding)).examine();
            }
            written.append(streams.toString(StandardCharsets.UTF_8));
            assertClean(server);
        }
    }

    private void write(List<TokenReport> entry) {
        try {
            written.append(new JournalEntry(Instant.now(), "", Cleanup.ACCOUNT, entry).line());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(CleanupReport report) throws Exception {
        for (ReportFormat format : ReportFormat.values()) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            format.writer().write(report, file);
            written.append(file.toString(StandardCharsets.UTF_8));
        }
        written.append(report).append(report.message());
    }

    private void list(Cleanup cleanup) throws InterruptedException {
        AnalyticsConnection connection = cleanup.connection();
        TokenListing listing = null;
        try {
            listing = connection.open(new Words()).list(Duration.ofMillis(300));
            written.append(listing);
        } catch (CleanupException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            written.append(trace).append(e.attempted()).append(e.observed()).append(e.problem().advice());
        }
        written.append(Everything.inReachOf(connection, listing, connection.settings()));
        connection.close();
        written.append(Everything.inReachOf(connection));
    }

    private void assertClean(AnalyticsServer server) {
        String all = written.toString();
        assertTrue(all.length() > 1_000, "there is something to look at");
        for (String secret : server.secrets()) {
            for (String form : List.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8))) {
                int at = all.indexOf(form);
                assertTrue(
                        at < 0,
                        () -> "a secret is in: …" + all.substring(Math.max(0, at - 200), at) + "<HERE>");
            }
        }
    }

    /** Records every event. */
    private final class Words implements CleanupListener {
        @Override
        public void step(String words) {
            written.append(words).append('\n');
        }

        @Override
        public void planned(int listed, int toRemove, Instant cutoff) {
            written.append(listed).append(toRemove).append(cutoff);
        }

        @Override
        public void progress(BatchProgress progress) {
            written.append(progress);
        }

        @Override
        public void warning(String words) {
            written.append(words).append('\n');
        }
    }
}
