package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.SampleTokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import net.sf.json.JSONArray;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Report, form and job page in Chromium, with hostile and very long descriptions. */
class PagesInBrowserTest extends OneJenkins {
    /** How far the page, and each part of ours that scrolls by itself, goes beyond what is seen. */
    private static final String OVERFLOW = """
            const page = document.scrollingElement;
            const ours = [...document.querySelectorAll("[class*='authtoken-']")]
                .filter(part => getComputedStyle(part).overflowX == 'auto');
            return Math.max(0, ...[page, ...ours].map(part => part.scrollWidth - part.clientWidth));
            """;

    private static final String UNFOLD =
            "document.querySelectorAll('.advanced-button').forEach(button => button.click())";

    /** Without the buttons that Jenkins adds to breadcrumbs and links when it likes. They have no name. */
    private static final String AXE = "const done = arguments[arguments.length - 1];"
            + " const jenkins = ['.jenkins-breadcrumbs', '.jenkins-menu-dropdown-chevron', '.jenkins-card__reveal'];"
            + " axe.run({exclude: jenkins.map(part => [part])})"
            + ".then(result => done(result.violations.map(violation => violation.id)));";

    private static Chromium chromium;
    private static FreeStyleBuild build;

    @BeforeAll
    static void previewTwice() throws Exception {
        assumeTrue(Chromium.isInstalled());
        chromium = new Chromium();
        FreeStyleProject job = jenkins.createFreeStyleProject("preview");
        try (AnalyticsServer server = AnalyticsServer.configure()
                .account(Fixture.ACCOUNT, Fixture.PASSWORD)
                .tokens(SampleTokens.list(Instant.now(), 200, 7))
                .start()) {
            RemoveUnusedAuthTokensBuilder step = new RemoveUnusedAuthTokensBuilder(server.url(), Fixture.CREDENTIALS);
            step.setPreview(true);
            job.getBuildersList().add(step);
            jenkins.buildAndAssertSuccess(job);
            build = jenkins.buildAndAssertSuccess(job);
        }
        jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("another"));
    }

    @AfterAll
    static void close() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static void open(String address) throws Exception {
        chromium.open(jenkins.getURL() + address);
    }

    private static String report() {
        return build.getUrl() + "authtokens/";
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 1280, 1920, 400})
    void nothing_has_to_be_scrolled_sideways(int width) throws Exception {
        chromium.width(width);
        open(report());
        chromium.await("return document.querySelectorAll('tr[data-outcome]').length == 100");
        assertEquals(0, chromium.script(OVERFLOW), "report");
        open("job/preview/configure");
        chromium.script(UNFOLD);
        assertEquals(0, chromium.script(OVERFLOW), "form");
        if (width >= 1024) {
            open("job/preview/");
            assertEquals(0, chromium.script(OVERFLOW), "job");
        }
    }

    @Test
    void a_bars_hatch_is_found_and_the_chart_has_its_height() throws Exception {
        chromium.width(1280);
        open("job/preview/");
        assertEquals(
                "pattern 2",
                chromium.script("const bars = document.querySelectorAll('.authtoken-history__preview');"
                        + " const fill = getComputedStyle(bars[0]).fill.match(/#([\\w-]+)/)[1];"
                        + " return document.getElementById(fill).tagName + ' ' + bars.length"));
        assertTrue((int)
                        chromium.script(
                                "return Math.round(document.querySelector('.authtoken-history__kept').getBoundingClientRect().height)")
                > 50);
    }

    /**
     * With axe-core from npm, which is not in Jenkins' repository: {@code npm install axe-core}, then
     * {@code -Daxe.core=node_modules/axe-core/axe.min.js}.
     */
    @Test
    void pages_have_no_kind_of_fault_for_assistive_technology_that_jenkins_own_pages_do_not_have() throws Exception {
        String axe = System.getProperty("axe.core");
        assumeTrue(axe != null, "axe-core is not given");
        String script = Files.readString(Path.of(axe));
        for (int width : new int[] {1280, 400}) {
            chromium.width(width);
            Set<String> known = faults(script, build.getUrl() + "changes");
            assertEquals(Set.of(), more(faults(script, report()), known), "report");
            Set<String> knownForms = faults(script, "job/another/configure");
            // The select of Jenkins' own build discarder has no name, either, but is loaded on demand.
            knownForms.add("select-name");
            assertEquals(Set.of(), more(faults(script, "job/preview/configure"), knownForms), "form");
            Set<String> knownJobs = faults(script, "job/another/");
            assertEquals(Set.of(), more(faults(script, "job/preview/"), knownJobs), "job");
        }
    }

    private static Set<String> faults(String axe, String address) throws Exception {
        open(address);
        chromium.script(UNFOLD);
        chromium.script(axe);
        Set<String> faults = new TreeSet<>();
        ((JSONArray) chromium.asyncScript(AXE)).forEach(fault -> faults.add(fault.toString()));
        assertTrue(faults.contains("region"), "axe found nothing at all: " + faults);
        return faults;
    }

    private static Set<String> more(Set<String> faults, Set<String> known) {
        Set<String> more = new TreeSet<>(faults);
        more.removeAll(known);
        return more;
    }
}
