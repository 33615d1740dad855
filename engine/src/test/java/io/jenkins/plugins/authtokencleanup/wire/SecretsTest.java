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
import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.CsrfSource;
import io.jenkins.plugins.authtokencleanup.testserver.Echo;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.HandleAlphabet;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.SignInBehaviour;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
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
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a run does: no password, cookie, CSRF value, handle or clear token in what it writes or can print, although
 * the server repeats them in all that it answers, in one form or another.
 */
class SecretsTest {
    private static final String TAIL = "w\u00f6rd7Q";
    private static final String PASSWORD = "s3cr&<Pa55>\"'/  " + TAIL;
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
            // The wire puts the look-up's digest, and handles, into an address, which the JDK logs for whoever debugs
            // it.
            // The digest is good for one sign-in that has been sent by then, and for none without the password; handles
            // are good for the removal that is being sent.
            written.append(line.replaceAll("password\\?digest=\\w+|activeauthtokens/[^\\s,)]*(,[^\\s,)]*)*", ""))
                    .append('\n');
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

    private record Run(SignInKind signIn, SignInBehaviour behaviour, RequestKind kind, Fault fault, Echo echo) {
        boolean isJson() {
            return signIn == SignInKind.JSON;
        }

        int number() {
            return fault == null ? 0 : fault.ordinal();
        }

        ServerSettings settings() {
            return signIn.of(AnalyticsServer.configure())
                    .accountsPage(isJson() ? AccountsPage.JSON : AccountsPage.CLASSIC)
                    .account(Cleanup.ACCOUNT, PASSWORD)
                    .signIn(behaviour)
                    .echo(echo)
                    .csrfSource(CsrfSource.values()[number() % 3])
                    .rotateCsrf(true)
                    .volatileHandles(number() % 2 == 0)
                    .jsonPage(
                            page -> page.handles(number() % 3 == 0 ? HandleAlphabet.PUNCTUATED : HandleAlphabet.PLAIN))
                    .tokens(Shape.tokens(Instant.now()));
        }
    }

    /** Collects runs; the forms of the echo take turns, in the sample too. */
    private static final class Runs {
        private final List<Run> all = new ArrayList<>();

        void add(SignInKind signIn, SignInBehaviour behaviour, RequestKind kind, Fault fault) {
            int number = all.size();
            Echo echo = Echo.values()[(number + number / 20 * 3) % Echo.values().length];
            all.add(new Run(signIn, behaviour, kind, fault, echo));
        }
    }

    static Stream<Run> runs() {
        Runs runs = new Runs();
        Set<Fault> quick = EnumSet.allOf(Fault.class);
        quick.removeAll(EnumSet.of(Fault.GZIP_BOMB, Fault.MANY_CELLS, Fault.DEEP_NESTING, Fault.ENDLESS_BODY));
        for (SignInKind signIn : SignInKind.values()) {
            for (SignInBehaviour behaviour : SignInBehaviour.values()) {
                runs.add(signIn, behaviour, null, null);
            }
            for (RequestKind kind : List.of(
                    RequestKind.SHELL,
                    RequestKind.LOGIN_PAGE,
                    RequestKind.LOGIN_LOOKUP,
                    RequestKind.LOGIN,
                    RequestKind.PANEL,
                    RequestKind.REMOVE)) {
                boolean afterSignIn = kind == RequestKind.PANEL || kind == RequestKind.REMOVE;
                boolean looksUp = signIn == SignInKind.V2 || signIn == SignInKind.JSON;
                boolean other = afterSignIn
                        ? signIn == SignInKind.CLASSIC || signIn == SignInKind.JSON
                        : kind != RequestKind.LOGIN_LOOKUP || looksUp;
                for (Fault fault : other ? quick : Set.<Fault>of()) {
                    runs.add(signIn, SignInBehaviour.NORMAL, kind, fault);
                }
            }
        }
        List<Run> sample = Sample.of(runs.all);
        System.out.println("Secrets: " + sample.size() + " of " + runs.all.size() + " runs");
        return sample.stream();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void no_secret_is_in_any_output(Run run) throws Exception {
        try (AnalyticsServer server = run.settings().start()) {
            if (run.fault() != null) {
                server.faults().always(run.kind(), run.fault());
            }
            Cleanup cleanup = Cleanup.of(server)
                    .password(PASSWORD)
                    .batchSize(3)
                    .timeout(Duration.ofMillis(run.fault() == null ? 10_000 : 300))
                    .listener(new Words())
                    .journal(this::write);
            write(cleanup.run());
            if (run.kind() != RequestKind.REMOVE) {
                list(cleanup);
                new Doctor(cleanup.connection(), Clock.systemUTC(), finding -> written.append(finding)).examine();
            }
            written.append(streams.toString(StandardCharsets.UTF_8));
            assertClean(server);
        }
    }

    private void write(List<TokenReport> entry) {
        written.append(new JournalEntry(Instant.now(), "", Cleanup.ACCOUNT, entry).line());
    }

    private void write(CleanupReport report) throws Exception {
        for (ReportFormat format : ReportFormat.values()) {
            written.append(format.text(report));
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
            written.append(trace)
                    .append(e.attempted())
                    .append(e.observed())
                    .append(e.problem().advice());
        }
        written.append(Everything.inReachOf(connection, listing, connection.settings()));
        connection.close();
        written.append(Everything.inReachOf(connection));
    }

    /** Compared without white space: a line break in the midst of a secret hides nothing. */
    private void assertClean(AnalyticsServer server) {
        String all = withoutBlanks(written.toString());
        assertTrue(all.length() > 1_000, "there is something to look at");
        assertAbsent(TAIL, all);
        for (String secret : server.secrets()) {
            for (Echo form : Echo.values()) {
                assertAbsent(withoutBlanks(form.of(secret)), all);
            }
        }
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }

    private static void assertAbsent(String secret, String all) {
        int at = all.indexOf(secret);
        assertTrue(at < 0, () -> "a secret is in: …" + all.substring(Math.max(0, at - 200), at) + "<HERE>");
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
