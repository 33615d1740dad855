package io.jenkins.plugins.authtokencleanup.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.CsrfSource;
import io.jenkins.plugins.authtokencleanup.testserver.LoginGeneration;
import io.jenkins.plugins.authtokencleanup.testserver.RedirectStyle;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.SampleTokens;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/**
 * The vendor's documented manual procedure, done in a real browser on the test server; section 1 of the wire contract.
 */
class ManualProcedureBrowserTest extends ManualProcedure {
    private static final DateTimeFormatter TITLE =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz yyyy", Locale.ENGLISH);

    static Stream<Arguments> servers() {
        List<Arguments> all = List.of(
                Arguments.of(LoginGeneration.CLASSIC, RedirectStyle.SCRIPT_PARENT, CsrfSource.PAGE, false),
                Arguments.of(LoginGeneration.CLASSIC, RedirectStyle.HTTP, CsrfSource.COOKIE_ONLY, true),
                Arguments.of(LoginGeneration.AUTH, RedirectStyle.SCRIPT, CsrfSource.HIDDEN_FIELD, false),
                Arguments.of(LoginGeneration.FORM, RedirectStyle.HTTP, CsrfSource.PAGE, false),
                Arguments.of(LoginGeneration.V2, RedirectStyle.SCRIPT_PARENT, CsrfSource.PAGE, true),
                Arguments.of(LoginGeneration.FORM, RedirectStyle.SCRIPT, CsrfSource.HIDDEN_FIELD, true));
        return Sample.oneIn(3, all).stream();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void what_was_not_used_for_30_days_is_removed_with_remove_selected(
            LoginGeneration generation, RedirectStyle redirects, CsrfSource source, boolean https) {
        List<TestToken> tokens = SampleTokens.list(NOW, 60, 3);
        try (AnalyticsServer server = AnalyticsServer.configure()
                .generation(generation)
                .redirects(redirects)
                .csrfSource(source)
                .https(https)
                .prefix("/analytics")
                .rotateCsrf(true)
                .volatileHandles(true)
                .clock(TestClock.at(NOW))
                .tokens(tokens)
                .start()) {
            openTokens(server, tokens.size());
            rows().stream().filter(row -> isUnused(row)).forEach(ManualProcedureBrowserTest::tick);
            assertEquals("SUCCESS_SELECTED", press(By.id("removeselected")));
            assertEquals(tokens.stream().filter(token -> !isUnused(token)).toList(), server.tokens());
            assertEquals(1, server.log(RequestKind.REMOVE).size());
            assertTrue(server.log(RequestKind.REMOVE).get(0).asksFor("delete_selected"));
            browser.findElement(By.id("signout")).click();
            wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("input[type=password]")));
            assertEquals(0, server.openSessions());
        }
    }

    @Test
    void ticking_every_row_removes_also_what_is_not_on_the_page() {
        try (AnalyticsServer server = AnalyticsServer.configure()
                .clock(TestClock.at(NOW))
                .displayCap(3)
                .tokens(SampleTokens.list(NOW, 5, 4))
                .start()) {
            openTokens(server, 3);
            rows().forEach(ManualProcedureBrowserTest::tick);
            server.addToken(TestToken.named("made meanwhile"));
            assertEquals("SUCCESS_ALL", press(By.id("removeselected")));
            assertEquals(List.of(), server.tokens());
            assertTrue(server.log(RequestKind.REMOVE).get(0).asksFor("delete_all"));
        }
    }

    @Test
    void one_row_goes_by_its_own_link_and_the_header_box_takes_all() {
        try (AnalyticsServer server = AnalyticsServer.configure()
                .clock(TestClock.at(NOW))
                .tokens(SampleTokens.list(NOW, 5, 4))
                .start()) {
            openTokens(server, 5);
            String second = server.tokenIds().get(1);
            assertEquals("SUCCESS", press(By.cssSelector("#apitokenstbl tr:nth-child(3) .removeone")));
            assertEquals(4, server.tokens().size());
            assertFalse(server.tokenIds().contains(second));
            browser.findElement(By.id("apitoken_check_all")).click();
            assertEquals("SUCCESS_ALL", press(By.id("removeselected")));
            assertTrue(browser.findElements(By.id("apitoken_check_all")).isEmpty());
        }
    }

    private static void tick(WebElement row) {
        row.findElement(By.cssSelector("a[data-enctoken]")).click();
    }

    /** Presses something and waits for the page to say what came of it after it was loaded anew. */
    private static String press(By control) {
        script("document.getElementById('notice').textContent = ''");
        browser.findElement(control).click();
        return wait.until(page -> {
            Object notice = script("return (document.getElementById('notice') || {}).textContent");
            return notice == null || notice.toString().isEmpty() ? null : notice.toString();
        });
    }

    private static Object script(String text) {
        return ((JavascriptExecutor) browser).executeScript(text);
    }

    /** As a user reads it: the absolute time in the cell's title. */
    private static boolean isUnused(WebElement row) {
        List<WebElement> dates = row.findElements(By.className("lastaccess"));
        return !dates.isEmpty()
                && Instant.from(TITLE.parse(dates.get(0).getDomAttribute("title")))
                        .isBefore(CUTOFF);
    }
}
