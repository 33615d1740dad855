package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleBuild;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.ObjectName;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** The report of a large account burdens neither the browser nor the controller's memory. */
class LargeReportTest extends OneJenkins {
    /** The report itself has some megabytes. */
    private static final int LARGEST_PAGE = 150_000;

    private static long liveBefore;
    private static FreeStyleBuild build;

    @BeforeAll
    static void previewALargeAccount() throws Exception {
        liveBefore = live(TokenReport.class);
        build = LargeReport.build(jenkins);
    }

    @Test
    void a_page_has_a_hundred_rows_and_is_small() throws Exception {
        assertTrue(Files.size(LargeReport.file(build)) > 10 * LARGEST_PAGE);
        try (JenkinsRule.WebClient web = plainBrowser()) {
            for (String look : LargeReport.LOOKS) {
                HtmlPage page = web.goTo(LargeReport.address(build) + look);
                assertEquals(100, page.querySelectorAll("tr[data-outcome]").size(), look);
                assertNotNull(page.querySelector("a[rel=next]"), look);
                long size = page.getWebResponse().getContentLength();
                assertTrue(size < LARGEST_PAGE, look + " has " + size + " bytes");
            }
        }
    }

    @Test
    void no_report_stays_in_memory_after_the_build_and_its_pages() throws Exception {
        assertTrue(liveWithAReportHeld() >= liveBefore + LargeReport.TOKENS, "Held reports are not seen");
        assertNoReportIsLeft("after the build");
        for (String look : LargeReport.LOOKS) {
            try (JenkinsRule.WebClient web = plainBrowser()) {
                web.goTo(LargeReport.address(build) + look);
            }
            assertNoReportIsLeft("after the page " + look);
        }
        assertTrue(live(ReportAction.class) > 0, "The build itself is gone");
    }

    private static long liveWithAReportHeld() throws Exception {
        CleanupReport held = Fixture.report(build);
        long live = live(TokenReport.class);
        Reference.reachabilityFence(held);
        return live;
    }

    /** A thread that has just sent a page may still be on its way out of it. */
    private static void assertNoReportIsLeft(String when) throws Exception {
        long live = live(TokenReport.class);
        for (int look = 0; look < 20 && live > liveBefore; look++) {
            live = live(TokenReport.class);
        }
        assertTrue(live <= liveBefore, live + " tokens are in memory " + when + ", before it were " + liveBefore);
    }

    /** How many objects of a class are left by a full garbage collection. */
    private static long live(Class<?> type) throws Exception {
        Object histogram = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        Matcher line = Pattern.compile("(?m)^ *\\d+: +(\\d+) +\\d+ +" + Pattern.quote(type.getName()) + "(?: .*)?$")
                .matcher(histogram.toString());
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }
}
