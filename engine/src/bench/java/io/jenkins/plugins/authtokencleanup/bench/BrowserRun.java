package io.jenkins.plugins.authtokencleanup.bench;

import io.jenkins.plugins.authtokencleanup.browser.Chromium;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The vendor's documented procedure in a real browser, as a script would do it: log in, open the page, read each row's
 * time, tick the unused ones, press Remove Selected, and wait until the page says what came of it.
 */
final class BrowserRun implements AutoCloseable {
    private final WebDriver browser;
    private final WebDriverWait wait;

    BrowserRun() {
        browser = Chromium.start();
        wait = new WebDriverWait(browser, Duration.ofSeconds(120), Duration.ofMillis(10));
        wait.ignoring(WebDriverException.class);
    }

    /**
     * Cleans up with a browser that is already running and returns the duration in nanoseconds.
     *
     * @param inPage whether a script in the page reads and ticks all rows at once, instead of the driver one by one
     */
    long time(String url, int tokens, boolean inPage) {
        browser.manage().deleteAllCookies();
        long begun = System.nanoTime();
        Chromium.signIn(browser, url, EngineRun.ACCOUNT, EngineRun.PASSWORD, wait);
        Chromium.openTokens(browser, url, tokens, wait);
        if (inPage) {
            tickInPage();
        } else {
            tickByHand();
        }
        script("document.getElementById('notice').textContent = ''");
        browser.findElement(By.id("removeselected")).click();
        wait.until(page -> "SUCCESS_SELECTED".equals(script("return document.getElementById('notice').textContent")));
        browser.findElement(By.id("signout")).click();
        wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("input[type=password]")));
        return System.nanoTime() - begun;
    }

    private void tickByHand() {
        List<WebElement> rows = browser.findElements(By.cssSelector("[id=trow]"));
        for (int place = 0; place < rows.size(); place++) {
            String lastAccessed =
                    rows.get(place).findElement(By.className("lastaccess")).getDomAttribute("title");
            if (!lastAccessed.isEmpty() && BenchServer.unused(place)) {
                rows.get(place).findElement(By.cssSelector("a[data-enctoken]")).click();
            }
        }
    }

    private void tickInPage() {
        script("document.querySelectorAll('[id=trow]').forEach(function (row, place) {"
                + " if (row.querySelector('.lastaccess').title && place % 10 < " + BenchServer.UNUSED_OF_TEN
                + ") { row.querySelector('a[data-enctoken]').click(); } })");
    }

    private Object script(String text) {
        return ((JavascriptExecutor) browser).executeScript(text);
    }

    @Override
    public void close() {
        browser.quit();
    }
}
