package io.jenkins.plugins.authtokencleanup.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium without a window, and what every script for the test server's pages does in it. */
public final class Chromium {
    /** Why the tests are skipped where it cannot be started. */
    public static final String MISSING = "Debian's packages chromium and chromium-driver are missing";

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private Chromium() {}

    /** Whether it can be started here. */
    public static boolean possible() {
        return Files.isExecutable(PROGRAM) && Files.isExecutable(DRIVER);
    }

    /** Starts it with a fresh profile, which its driver removes afterwards. */
    public static WebDriver start() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(PROGRAM.toFile());
        options.setAcceptInsecureCerts(true);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        return new ChromeDriver(service, options);
    }

    /**
     * Opens a server's address and logs in. Independent of how the page names its fields.
     *
     * @param url the server's address
     * @param account the login name
     * @param password its password
     * @param wait how long to wait for a page
     */
    public static void signIn(WebDriver browser, String url, String account, String password, WebDriverWait wait) {
        browser.get(url + "/");
        WebElement field =
                wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("input[type=password]")));
        browser.findElement(By.cssSelector(".card input[type=text], .card input[type=email]"))
                .sendKeys(account);
        field.sendKeys(password);
        browser.findElement(By.cssSelector(".card button")).click();
        wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("#continue, #zcontiner")));
    }

    /**
     * Opens the page of AuthTokens and waits until it shows the expected number of rows.
     *
     * @param url the server's address
     * @param rows expected number of rows
     * @param wait how long to wait for a page
     */
    public static void openTokens(WebDriver browser, String url, int rows, WebDriverWait wait) {
        browser.get(url + "/iam/u/h#sessions/userauthtoken");
        wait.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("[id=trow]"), rows));
    }
}
