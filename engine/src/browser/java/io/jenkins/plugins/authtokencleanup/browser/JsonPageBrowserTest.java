package io.jenkins.plugins.authtokencleanup.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.HandleAlphabet;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.SampleTokens;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The manual procedure in a real browser on the second generation's pages; sections 8 to 10 of the wire contract. */
class JsonPageBrowserTest extends ManualProcedure {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMM d, yyyy HH:mm:ss", Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource(
            value = HandleAlphabet.class,
            names = {"PLAIN", "PUNCTUATED"})
    void what_was_not_used_for_30_days_is_removed_with_remove_selected(HandleAlphabet handles) {
        List<TestToken> tokens = SampleTokens.list(NOW, 40, 3);
        try (AnalyticsServer server = json(tokens)
                .https(true)
                .prefix("/analytics")
                .rotateCsrf(true)
                .jsonPage(page -> page.handles(handles))
                .start()) {
            openTokens(server, tokens.size());
            rows().stream().filter(row -> isUnused(row)).forEach(JsonPageBrowserTest::tick);
            press(By.id("removeselected"));
            assertEquals(tokens.stream().filter(token -> !isUnused(token)).toList(), server.tokens());
            assertFalse(server.log(RequestKind.REMOVE).stream().anyMatch(request -> request.asksFor("delete_all")));
            browser.findElement(By.id("signout")).click();
            wait.until(ExpectedConditions.presenceOfElementLocated(By.name("PASSWORD")));
            assertEquals(0, server.openSessions());
        }
    }

    @Test
    void the_header_box_takes_all_also_what_is_not_on_the_page() {
        try (AnalyticsServer server = json(SampleTokens.list(NOW, 5, 4)).start()) {
            openTokens(server, 5);
            browser.findElement(By.id("apitoken_check_all")).click();
            server.addToken(TestToken.named("made meanwhile"));
            press(By.id("removeselected"));
            assertEquals(List.of(), server.tokens());
            assertTrue(server.log(RequestKind.REMOVE).get(0).asksFor("delete_all"));
        }
    }

    @Test
    void a_directory_password_is_taken_by_the_page() {
        try (AnalyticsServer server = json(SampleTokens.list(NOW, 5, 4))
                .jsonSignIn(signIn -> signIn.allowedModes("ldappasswordauth"))
                .start()) {
            openTokens(server, 5);
            assertEquals(1, server.signIns());
        }
    }

    private static ServerSettings json(List<TestToken> tokens) {
        return AnalyticsServer.configure()
                .accountsPage(AccountsPage.JSON)
                .clock(TestClock.at(NOW))
                .tokens(tokens);
    }

    private static void tick(WebElement row) {
        row.findElement(By.tagName("input")).click();
    }

    /** Presses something and waits for the page to say what came of it. */
    private static void press(By control) {
        browser.findElement(control).click();
        wait.until(page -> !page.findElement(By.id("notice")).getText().isEmpty());
    }

    /** As a user reads it: a token never used shows its creation, and no address. */
    private static boolean isUnused(WebElement row) {
        WebElement cell = row.findElement(By.className("lastaccess"));
        Instant time = LocalDateTime.parse(cell.getText(), TIME).toInstant(ZoneOffset.UTC);
        return "true".equals(cell.getDomAttribute("data-used")) && time.isBefore(CUTOFF);
    }
}
