package io.jenkins.plugins.authtokencleanup.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What the manual procedure has in common on both generations of pages. */
abstract class ManualProcedure {
    static final Instant NOW = Instant.parse("2026-06-11T05:00:11Z");
    static final Instant CUTOFF = NOW.minus(Duration.ofDays(30));

    static WebDriver browser;
    static WebDriverWait wait;

    @BeforeAll
    static void openBrowser() {
        assumeTrue(Chromium.possible(), Chromium.MISSING);
        browser = Chromium.start();
        wait = new WebDriverWait(browser, Duration.ofSeconds(20));
        // Reading a page that is being replaced may fail; the next attempt counts.
        wait.ignoring(WebDriverException.class);
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.quit();
            browser = null;
        }
    }

    static void openTokens(AnalyticsServer server, int rows) {
        Chromium.signIn(browser, server.url(), "admin@example.com", "s3cret-Pa55", wait);
        Chromium.openTokens(browser, server.url(), rows, wait);
    }

    static List<WebElement> rows() {
        return browser.findElements(By.cssSelector("[id=trow]"));
    }

    static boolean isUnused(TestToken token) {
        return token.lastAccessed() != null && token.lastAccessed().isBefore(CUTOFF);
    }
}
