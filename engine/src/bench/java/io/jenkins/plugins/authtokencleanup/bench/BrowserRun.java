package io.jenkins.plugins.authtokencleanup.bench;

import io.jenkins.plugins.authtokencleanup.browser.Chromium;
import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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
    private static final String BOX = "a[data-enctoken], input";
    private static final int MOST_IN_ADDRESS = 50;

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
    long time(String url, Account account, boolean inPage) {
        browser.manage().deleteAllCookies();
        long begun = System.nanoTime();
        Chromium.signIn(browser, url, EngineRun.ACCOUNT, EngineRun.PASSWORD, wait);
        Chromium.openTokens(browser, url, account.tokens(), wait);
        List<Integer> places = IntStream.range(0, account.tokens())
                .filter(account::isUnused)
                .boxed()
                .toList();
        // The JSON page names what is ticked in one address, so a user of it removes some at a time.
        int most = account.page() == AccountsPage.JSON ? MOST_IN_ADDRESS : places.size();
        for (int removed = 0; removed < places.size(); removed += most) {
            int gone = removed;
            List<Integer> now = places.subList(removed, Math.min(places.size(), removed + most)).stream()
                    .map(place -> place - gone)
                    .toList();
            if (inPage) {
                tickInPage(now);
            } else {
                tickByHand(now);
            }
            press(account.tokens() - removed - now.size());
        }
        browser.findElement(By.id("signout")).click();
        wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("input[type=password]")));
        return System.nanoTime() - begun;
    }

    private void press(int left) {
        browser.findElement(By.id("removeselected")).click();
        wait.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("[id=trow]"), left));
    }

    /** Reads each row's last access, and ticks those of the rows at these places. */
    private void tickByHand(List<Integer> places) {
        Set<Integer> wanted = Set.copyOf(places);
        List<WebElement> rows = browser.findElements(By.cssSelector("[id=trow]"));
        for (int place = 0; place < rows.size(); place++) {
            WebElement row = rows.get(place);
            String lastAccessed = row.findElement(By.className("lastaccess")).getText();
            if (!lastAccessed.isEmpty() && wanted.contains(place)) {
                row.findElement(By.cssSelector(BOX)).click();
            }
        }
    }

    private void tickInPage(List<Integer> places) {
        script("var wanted = new Set(" + places + ");"
                + " document.querySelectorAll('[id=trow]').forEach(function (row, place) {"
                + " if (row.querySelector('.lastaccess').textContent && wanted.has(place)) { row.querySelector('" + BOX
                + "').click(); } })");
    }

    private Object script(String text) {
        return ((JavascriptExecutor) browser).executeScript(text);
    }

    @Override
    public void close() {
        browser.quit();
    }
}
