package io.jenkins.plugins.authtokencleanup.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The vendor's documented procedure in a real browser, as a script would do it: log in, open the page, read each row's
 * time, tick the unused ones, press Remove Selected, and wait until the page says what came of it.
 */
final class BrowserRun implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final WebDriver browser;
    private final WebDriverWait patience;

    BrowserRun() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900");
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        patience = new WebDriverWait(browser, Duration.ofSeconds(120), Duration.ofMillis(10));
        patience.ignoring(WebDriverException.class);
    }

    static boolean possible() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    /**
     * Cleans up with a browser that runs already, and tells how long it took in nanoseconds.
     *
     * @param inPage whether a script in the page reads and ticks all rows at once, instead of the driver one by one
     */
    long time(String url, int tokens, boolean inPage) {
        browser.manage().deleteAllCookies();
        long begun = System.nanoTime();
        browser.get(url + "/");
        WebElement password =
                patience.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("input[type=password]")));
        browser.findElement(By.cssSelector(".card input[type=text], .card input[type=email]"))
                .sendKeys(EngineRun.ACCOUNT);
        password.sendKeys(EngineRun.PASSWORD);
        browser.findElement(By.cssSelector(".card button")).click();
        patience.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("#continue, #zcontiner")));
        browser.get(url + "/iam/u/h#sessions/userauthtoken");
        patience.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("[id=trow]"), tokens));
        if (inPage) {
            tickInPage();
        } else {
            tickByHand();
        }
        script("document.getElementById('notice').textContent = ''");
        browser.findElement(By.id("removeselected")).click();
        patience.until(page -> "SUCCESS_SELECTED".equals(script("return document.getElementById('notice').textContent")));
        browser.findElement(By.id("signout")).click();
        patience.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("input[type=password]")));
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
