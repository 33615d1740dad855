package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.jvnet.hudson.test.JenkinsRule;

/** No password, cookie, CSRF value, handle or clear token is anywhere but in the memory of a run. */
class SecretsTest extends OneJenkins {
    private final TreeSet<String> secrets = new TreeSet<>();
    private final List<Run<?, ?>> builds = new ArrayList<>();
    private final BlockingQueue<Run<?, ?>> begun = new LinkedBlockingQueue<>();

    @Test
    @Timeout(300)
    void no_secret_is_in_any_file_or_page_or_log() throws Exception {
        Collected log = new Collected();
        Logger root = Logger.getLogger("");
        Logger ours = Logger.getLogger("io.jenkins.plugins.authtokencleanup");
        root.addHandler(log);
        ours.setLevel(Level.ALL);
        Map<String, String> texts = new TreeMap<>();
        try {
            for (Door door : List.of(Door.FREESTYLE, Door.FREESTYLE_ON_AGENT, Door.PIPELINE_ON_AGENT)) {
                runsOfAllKinds(door);
            }
            failuresOfAllKinds();
            runWithoutReport();
            texts.put("test of the connection", connectionTest());
            pages(texts);
        } finally {
            root.removeHandler(log);
            ours.setLevel(null);
        }
        texts.put("records of the log", log.text.toString());
        files(jenkins.jenkins.getRootDir().toPath(), texts);

        secrets.add(Fixture.PASSWORD);
        assertTrue(secrets.size() > 200, "Secrets: " + secrets.size());
        assertTrue(texts.size() > 100, "Texts: " + texts.size());
        assertTrue(log.text.length() > 0);
        assertEquals(
                1,
                texts.keySet().stream()
                        .filter(place -> place.endsWith("journal-1.jsonl"))
                        .count());
        SecretSearch search = new SecretSearch(secrets);
        assertTrue(search.finds("x" + Fixture.PASSWORD + "y"));
        texts.forEach((place, text) -> assertFalse(search.finds(text), "A secret is in " + place));
    }

    private void runsOfAllKinds(Door door) throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            build(door, server, Map.of("preview", true));
            build(door, server, Map.of("batchSize", 2));
            build(door, server, Map.of("maxRemovals", 0));
        }
        try (AnalyticsServer server = Fixture.server(8).start()) {
            CountDownLatch reached = new CountDownLatch(1);
            server.beforeKind(RequestKind.REMOVE, 0, reached::countDown);
            server.faults().on(RequestKind.REMOVE, 0, Fault.TIMEOUT_AFTER);
            Run<?, ?> build = Door.begin(door.job(server.url()));
            reached.await();
            build.getExecutor().doStop();
            builds.add(jenkins.waitForCompletion(build));
            secrets.addAll(server.secrets());
        }
    }

    /** The journal stays then. */
    private void runWithoutReport() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            server.beforeKind(RequestKind.LOGOUT, 0, this::blockReport);
            Run<?, ?> build = Door.begin(Door.FREESTYLE_ON_AGENT.job(server.url()));
            begun.put(build);
            builds.add(jenkins.waitForCompletion(build));
            secrets.addAll(server.secrets());
        }
    }

    private void blockReport() {
        try {
            Fixture.blockReport(begun.take());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void failuresOfAllKinds() throws Exception {
        for (Fault fault : List.of(Fault.LOGIN_PAGE, Fault.HALF_BODY, Fault.ERROR_PAGE)) {
            try (AnalyticsServer server = Fixture.server(8).start()) {
                server.faults().on(RequestKind.PANEL, 1, fault);
                build(Door.FREESTYLE, server, Map.of());
            }
        }
        try (AnalyticsServer server =
                Fixture.server(8).account(Fixture.ACCOUNT, "another-Pa55").start()) {
            build(Door.FREESTYLE, server, Map.of());
        }
        try (AnalyticsServer server = Fixture.server(8).readOnly(true).start()) {
            build(Door.FREESTYLE, server, Map.of());
        }
    }

    private void build(Door door, AnalyticsServer server, Map<String, ?> settings) throws Exception {
        Job<?, ?> job = door.job(server.url(), settings);
        builds.add(jenkins.waitForCompletion(Door.begin(job)));
        secrets.addAll(server.secrets());
    }

    private String connectionTest() throws Exception {
        Job<?, ?> job = builds.get(0).getParent();
        StringBuilder answers = new StringBuilder();
        for (boolean refused : new boolean[] {false, true}) {
            try (AnalyticsServer server = Fixture.server(8)
                            .account(Fixture.ACCOUNT, refused ? "another-Pa55" : Fixture.PASSWORD)
                            .start();
                    JenkinsRule.WebClient web = jenkins.createWebClient()) {
                WebRequest request = new WebRequest(
                        web.createCrumbedUrl(job.getUrl() + "descriptorByName/"
                                + RemoveUnusedAuthTokensBuilder.class.getName() + "/testConnection"),
                        HttpMethod.POST);
                request.setRequestParameters(List.of(
                        new NameValuePair("serverUrl", server.url()),
                        new NameValuePair("credentialsId", Fixture.CREDENTIALS)));
                answers.append(web.getPage(request).getWebResponse().getContentAsString());
                assertTrue(server.signInAttempts() == 1);
                secrets.addAll(server.secrets());
            }
        }
        assertTrue(answers.toString().contains("A cleanup would work"));
        assertTrue(answers.toString().contains("A cleanup would not work"));
        return answers.toString();
    }

    private void pages(Map<String, String> texts) throws Exception {
        try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
            web.withJavaScriptEnabled(false).withThrowExceptionOnFailingStatusCode(false);
            web.getOptions().setCssEnabled(false);
            for (Run<?, ?> build : builds) {
                for (String page : List.of(
                        "", "console", "api/json?depth=3", "authtokens/", "authtokens/json", "authtokens/csv")) {
                    add(build.getUrl() + page, web, texts);
                }
                add(build.getParent().getUrl(), web, texts);
                add(build.getParent().getUrl() + "configure", web, texts);
            }
        }
    }

    private static void add(String path, JenkinsRule.WebClient web, Map<String, String> texts) throws Exception {
        texts.put(path, web.goTo(path, null).getWebResponse().getContentAsString());
    }

    private static void files(Path home, Map<String, String> texts) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            Collection<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.resolve("plugins")))
                    .filter(file -> !file.startsWith(home.resolve("war")))
                    .toList();
            for (Path file : files) {
                texts.put(file.toString(), contents(file));
            }
        }
    }

    /** As Latin-1, so that nothing of a binary file is lost. */
    private static String contents(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith("gz") ? new GZIPInputStream(raw) : raw) {
            in.transferTo(bytes);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** Keeps what is logged, exceptions included. */
    private static final class Collected extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();
        private final StringBuffer text = new StringBuffer();

        @Override
        public void publish(LogRecord record) {
            text.append(formatter.format(record));
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
