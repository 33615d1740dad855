package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Pages of a job with 2,000 builds take no more than one and a half times as long as with 20. */
@Tag("times")
@WithJenkins
class PageTimesTest {
    private static final int FEW = 20;
    private static final int MANY = 2_000;
    private static final int LOADS = 15;

    private JenkinsRule jenkins;

    @BeforeEach
    void setUp(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Fixture.addCredentials();
    }

    @Test
    void pages_of_a_job_do_not_get_slower_with_its_builds() throws Exception {
        try (AnalyticsServer server = Fixture.server(200).start()) {
            FreeStyleProject few = jobWithBuilds("few", FEW, server);
            FreeStyleProject many = jobWithBuilds("many", MANY, server);
            JenkinsRule.WebClient browser = jenkins.createWebClient().withJavaScriptEnabled(false);
            Map<String, Double> ratios = new TreeMap<>();
            for (String page : List.of("", "lastBuild/authtokens/", "lastBuild/")) {
                double ratio = ratio(browser, few.getUrl() + page, many.getUrl() + page, page);
                ratios.put(page, ratio);
            }
            ratios.forEach((page, ratio) -> assertTrue(ratio <= 1.5, page + " takes " + ratio + " times as long"));
        }
    }

    /** Loaded by turns, so that what else goes on here slows both alike. */
    private static double ratio(JenkinsRule.WebClient browser, String few, String many, String page) throws Exception {
        List<Long> fewTimes = new ArrayList<>();
        List<Long> manyTimes = new ArrayList<>();
        for (int i = 0; i < 5 + LOADS; i++) {
            long small = time(browser, few);
            long large = time(browser, many);
            if (i >= 5) {
                fewTimes.add(small);
                manyTimes.add(large);
            }
        }
        double ratio = (double) median(manyTimes) / median(fewTimes);
        System.out.printf(
                "page times of '%s': %.1f ms with %d builds, %.1f ms with %d builds, ratio %.2f%n",
                page, median(fewTimes) / 1e6, FEW, median(manyTimes) / 1e6, MANY, ratio);
        return ratio;
    }

    private static long time(JenkinsRule.WebClient browser, String address) throws Exception {
        long begin = System.nanoTime();
        assertEquals(200, browser.goTo(address).getWebResponse().getStatusCode());
        return System.nanoTime() - begin;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /** One build is run, the others are copies of its directory. */
    private FreeStyleProject jobWithBuilds(String name, int builds, AnalyticsServer server) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject(name);
        RemoveUnusedAuthTokensBuilder step = new RemoveUnusedAuthTokensBuilder(server.url(), Fixture.CREDENTIALS);
        step.setPreview(true);
        job.getBuildersList().add(step);
        FreeStyleBuild first = jenkins.buildAndAssertSuccess(job);
        Path folder = first.getRootDir().toPath();
        for (int number = 2; number <= builds; number++) {
            copy(folder, folder.resolveSibling(Integer.toString(number)));
        }
        Files.writeString(job.getRootDir().toPath().resolve("nextBuildNumber"), builds + 1 + "\n");
        job.doReload();
        FreeStyleProject loaded = jenkins.jenkins.getItemByFullName(name, FreeStyleProject.class);
        assertEquals(builds, loaded.getLastBuild().getNumber());
        return loaded;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
