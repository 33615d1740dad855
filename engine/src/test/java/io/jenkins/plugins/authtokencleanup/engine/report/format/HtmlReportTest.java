package io.jenkins.plugins.authtokencleanup.engine.report.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    @Test
    void a_token_is_one_row() throws IOException {
        String html = SampleReports.written(ReportFormat.HTML, SampleReports.small());

        assertTrue(html.contains("""
                <caption id="tokens-REMOVED" class="REMOVED">Removed: 1 AuthToken</caption>
                <thead><tr><th scope="col">Description</th><th scope="col">Scopes</th><th scope="col">IP address</th>\
                <th scope="col">Last accessed</th><th scope="col">Verdict</th><th scope="col">Note</th>\
                <th scope="col">Id</th></tr></thead>
                <tbody>
                <tr><th scope="row"><bdi>nightly export</bdi></th><td>ZROP/reportsapi, ZROP/metadataapi</td>\
                <td>10.0.0.17</td><td><time datetime="2026-01-02T03:04:05Z">2026-01-02 03:04:05 UTC</time>\
                <span class="shown">shown as <bdi>88 days ago</bdi></span></td><td>remove: unused</td><td></td>\
                <td><code>00aa</code></td></tr>
                </tbody>
                """));
        assertTrue(
                html.contains("<tr><th scope=\"row\"><span class=\"none\">no description</span></th><td></td><td></td>"
                        + "<td><span class=\"none\">not known</span>"));
    }

    @Test
    void the_markup_is_valid_to_the_parser() throws IOException {
        Parser parser = Parser.htmlParser().setTrackErrors(100);
        parser.parseInput(SampleReports.written(ReportFormat.HTML, SampleReports.hostile()), "");
        assertEquals(List.of(), parser.getErrors());
    }

    @Test
    void no_text_becomes_markup() throws IOException {
        Document plain = Jsoup.parse(SampleReports.written(
                ReportFormat.HTML,
                SampleReports.of(SampleReports.hostile().tokens().stream()
                        .map(token -> SampleReports.token(token.id(), "x", token.outcome(), token.reason()))
                        .toList())));
        Document hostile = page();

        assertEquals(names(plain), names(hostile));
        assertEquals(attributes(plain), attributes(hostile));
        Elements rows = hostile.select("tr:has(code)");
        assertEquals(SampleReports.HOSTILE.size(), rows.size());
        for (Element row : rows) {
            String text = SampleReports.HOSTILE.get(
                    Integer.parseInt(row.selectFirst("code").text().substring(2)));
            assertEquals(
                    text.isBlank() ? "no description" : SafeText.of(text),
                    row.selectFirst("th").wholeText());
        }
        assertFalse(hostile.outerHtml().codePoints().anyMatch(c -> c != '\n' && SafeText.disturbs(c)));
    }

    @Test
    void the_page_is_whole_in_one_file_and_runs_nothing() throws IOException {
        Document page = page();
        assertEquals(
                0,
                page.select("script,link,img,iframe,object,embed,form,base,[src],[style]")
                        .size());
        assertTrue(page.select("a").stream()
                .allMatch(link -> page.select(link.attr("href")).size() == 1));
        assertTrue(page.selectFirst("meta[http-equiv=Content-Security-Policy]")
                .attr("content")
                .startsWith("default-src 'none'"));
        assertFalse(HtmlStyle.SHEET.contains("url(")
                || HtmlStyle.SHEET.contains("@import")
                || HtmlStyle.SHEET.contains("<"));
    }

    @Test
    void a_screen_reader_can_find_its_way() throws IOException {
        Document page = page();
        assertEquals("en", page.selectFirst("html").attr("lang"));
        assertEquals(1, page.select("h1").size());
        assertEquals(1, page.select("main").size());
        assertEquals(page.select("table").size(), page.select("table > caption").size());
        assertEquals(0, page.select("th:not([scope])").size());
        assertEquals(
                page.select("[id]").size(), new TreeSet<>(page.select("[id]").eachAttr("id")).size());
        for (Element region : page.select("[aria-labelledby]")) {
            assertEquals(1, page.select("#" + region.attr("aria-labelledby")).size());
        }
    }

    @Test
    void every_outcome_is_said_in_words_too() throws IOException {
        Document page = page();
        assertTrue(page.text().contains("Outcome: Done"));
        for (TokenOutcome outcome : TokenOutcome.values()) {
            assertTrue(page.selectFirst("#tokens-" + outcome).text().startsWith(HtmlReport.label(outcome) + ": "));
        }
    }

    @Test
    void it_follows_the_readers_colours_and_paper() {
        assertTrue(HtmlStyle.SHEET.contains("@media (prefers-color-scheme: dark)"));
        assertTrue(HtmlStyle.SHEET.contains("@media print"));
    }

    @Test
    void text_has_enough_contrast_light_and_dark() {
        assertContrast("#fff", "#1b1f24", "#57606a", "#116329", "#a40e26", "#7a4600", "#0550ae");
        assertContrast("#f3f5f7", "#1b1f24");
        assertContrast("#14181d", "#e6edf3", "#a0aab4", "#5fd07a", "#ff8f8a", "#e3b341", "#79b8ff");
        assertContrast("#20262d", "#e6edf3");
    }

    @Test
    void a_failed_run_says_so_and_why() throws IOException {
        Document page = Jsoup.parse(SampleReports.written(ReportFormat.HTML, SampleReports.failed()));
        assertEquals("Outcome: Failed", page.selectFirst(".outcome").text());
        assertEquals(
                "Connect: refused. Check the address.",
                page.selectFirst(".message").text());
        assertEquals(
                List.of("a first warning", "a second one"),
                page.select(".warnings li").eachText());
        assertTrue(page.text().contains("None were listed."));
        assertTrue(page.text().contains("Cap 50 removals, and 10 percent of the tokens listed"));
        assertTrue(page.text().contains("Protected ci-* , regex:^prod"));
    }

    private static Document page() throws IOException {
        return Jsoup.parse(SampleReports.written(ReportFormat.HTML, SampleReports.hostile()));
    }

    private static List<String> names(Document page) {
        return page.getAllElements().stream()
                .map(Element::normalName)
                .filter(name -> !Set.of("bdi", "span").contains(name))
                .toList();
    }

    private static Set<String> attributes(Document page) {
        Set<String> attributes = new TreeSet<>();
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                attributes.add(element.normalName() + " " + attribute.getKey());
            }
        }
        return attributes;
    }

    private static void assertContrast(String ground, String... texts) {
        for (String text : texts) {
            assertTrue(HtmlStyle.SHEET.contains(text), text);
            double one = luminance(ground);
            double other = luminance(text);
            double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
            assertTrue(contrast >= 4.5, text + " on " + ground + ": " + contrast);
        }
    }

    private static double luminance(String colour) {
        String hex = colour.length() == 4 ? colour.replaceAll("(\\w)", "$1$1") : colour;
        double[] weight = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            double part = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weight[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
