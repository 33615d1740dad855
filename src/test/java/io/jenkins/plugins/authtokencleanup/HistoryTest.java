package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleProject;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.util.List;
import java.util.TreeMap;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The chart on a job's page has a scale, names its builds, and shows previews apart from removals. */
class HistoryTest extends OneJenkins {
    private static FreeStyleProject job;

    /** A preview of 12 tokens of which 6 are unused, and their removal. */
    @BeforeAll
    static void previewAndRemove() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            job = jenkins.createFreeStyleProject("history");
            for (boolean preview : new boolean[] {true, false}) {
                RemoveUnusedAuthTokensBuilder step =
                        new RemoveUnusedAuthTokensBuilder(server.url(), Fixture.CREDENTIALS);
                step.setPreview(preview);
                job.getBuildersList().replace(step);
                jenkins.buildAndAssertSuccess(job);
            }
        }
    }

    private static HtmlPage page(FreeStyleProject shown) throws Exception {
        return plainBrowser().getPage(shown);
    }

    private static List<String> texts(HtmlPage page, String selector) {
        return page.querySelectorAll(selector).stream()
                .map(node -> node.getTextContent().strip())
                .toList();
    }

    private static int number(DomNode element, String attribute) {
        return Integer.parseInt(((DomElement) element).getAttribute(attribute));
    }

    @Test
    void the_scale_has_round_numbers_and_the_bars_keep_to_it() throws Exception {
        HtmlPage page = page(job);
        assertEquals(List.of("0", "5", "10", "15"), texts(page, ".authtoken-history__scale text"));
        TreeMap<Integer, Integer> lines = new TreeMap<>();
        List<DomNode> drawn = List.copyOf(page.querySelectorAll(".authtoken-history__line"));
        for (int i = 0; i < drawn.size(); i++) {
            lines.put(5 * i, number(drawn.get(i), "y1"));
        }
        double perToken = (lines.get(0) - lines.get(15)) / 15.0;
        List<DomNode> kept = List.copyOf(page.querySelectorAll(".authtoken-history__kept"));
        assertEquals(2, kept.size());
        for (DomNode bar : kept) {
            assertEquals(6 * perToken, number(bar, "height"), 1);
            assertEquals(12 * perToken, lines.get(0) - number(bar, "y"), 2);
        }
        assertEquals(6 * perToken, number(page.querySelector(".authtoken-history__removed"), "height"), 1);
    }

    @Test
    void each_bar_names_its_build_says_what_happened_and_leads_to_its_report() throws Exception {
        HtmlPage page = page(job);
        assertEquals(List.of("#1", "#2"), texts(page, ".authtoken-history__chart text"));
        List<String> tooltips = texts(page, ".authtoken-history__chart title");
        assertTrue(
                tooltips.get(0)
                        .matches("#1, \\d{4}-\\d\\d-\\d\\d\nPreview: 6 of 12 AuthTokens would be removed\n"
                                + "6 kept, 0 failed\nDone"),
                tooltips.get(0));
        assertTrue(tooltips.get(1).contains("\n6 of 12 AuthTokens removed\n"), tooltips.get(1));
        for (DomNode link : page.querySelectorAll(".authtoken-history__chart a")) {
            HtmlPage report = (HtmlPage)
                    page.getWebClient().getPage(page.getFullyQualifiedUrl(((DomElement) link).getAttribute("href")));
            assertNotNull(report.querySelector(".authtoken-totals"));
        }
    }

    @Test
    void a_preview_is_drawn_and_listed_apart_from_a_removal() throws Exception {
        HtmlPage page = page(job);
        List<DomNode> links = List.copyOf(page.querySelectorAll(".authtoken-history__chart a"));
        assertNotNull(links.get(0).querySelector(".authtoken-history__preview"));
        assertNull(links.get(0).querySelector(".authtoken-history__removed"));
        assertNull(links.get(1).querySelector(".authtoken-history__preview"));
        assertEquals(List.of("removed", "would be removed (preview)", "kept"), texts(page, ".authtoken-history__key"));
        List<String> heads = texts(page, ".authtoken-history th");
        List<String> cells = texts(page, ".authtoken-history td");
        int removed = heads.indexOf("Removed");
        int wouldRemove = heads.indexOf("Would be removed");
        assertEquals(List.of("0", "6"), List.of(cells.get(removed), cells.get(wouldRemove)));
        assertEquals(
                List.of("6", "0"), List.of(cells.get(heads.size() + removed), cells.get(heads.size() + wouldRemove)));
    }

    @Test
    void few_builds_leave_room_for_the_table_and_many_do_not() throws Exception {
        assertTrue(((DomElement) page(job).querySelector(".authtoken-history details")).hasAttribute("open"));
        FreeStyleProject longer = jenkins.createFreeStyleProject();
        try (AnalyticsServer server = Fixture.server(4).start()) {
            RemoveUnusedAuthTokensBuilder step = new RemoveUnusedAuthTokensBuilder(server.url(), Fixture.CREDENTIALS);
            step.setPreview(true);
            longer.getBuildersList().add(step);
            for (int i = 0; i < 12; i++) {
                jenkins.buildAndAssertSuccess(longer);
            }
        }
        HtmlPage page = page(longer);
        assertEquals(12, page.querySelectorAll(".authtoken-history__chart a").size());
        assertEquals(List.of("#2", "#4", "#6", "#8", "#10", "#12"), texts(page, ".authtoken-history__chart text"));
        assertFalse(((DomElement) page.querySelector(".authtoken-history details")).hasAttribute("open"));
    }
}
