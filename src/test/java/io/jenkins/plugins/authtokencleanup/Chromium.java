package io.jenkins.plugins.authtokencleanup;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;

/** Chromium without a window and with an empty cache, driven as https://www.w3.org/TR/webdriver2/ says. */
final class Chromium implements AutoCloseable {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final List<String> ARGUMENTS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,900");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;

    Chromium() throws Exception {
        driver = new ProcessBuilder(DRIVER.toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        String address = "http://127.0.0.1:" + port(driver.inputReader()) + "/session";
        JSONObject options = new JSONObject();
        options.put("binary", BROWSER.toString());
        options.put("args", ARGUMENTS);
        JSONObject capabilities = new JSONObject();
        capabilities.put("goog:chromeOptions", options);
        capabilities.put("goog:loggingPrefs", JSONObject.fromObject("{browser: 'ALL'}"));
        JSONObject body = new JSONObject();
        body.put("capabilities", new JSONObject().element("alwaysMatch", capabilities));
        session = address + "/" + ((JSONObject) post(address, body)).getString("sessionId");
        // By then all of its processes are there.
        open("data:text/html,ready");
    }

    static boolean isInstalled() {
        return Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
    }

    private static String port(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                return port.group(1);
            }
        }
        throw new IOException(DRIVER + " did not start");
    }

    /** Opens a page, and waits until it is loaded. */
    void open(String address) throws Exception {
        post(session + "/url", new JSONObject().element("url", address));
    }

    /** Gives pages a window of this width, in pixels, also narrower than a real window can be. */
    void width(int pixels) throws Exception {
        JSONObject size = new JSONObject()
                .element("width", pixels)
                .element("height", 900)
                .element("deviceScaleFactor", 1)
                .element("mobile", false);
        post(
                session + "/goog/cdp/execute",
                new JSONObject()
                        .element("cmd", "Emulation.setDeviceMetricsOverride")
                        .element("params", size));
    }

    /** What a script returns: a number, a text, or a list. */
    Object script(String script) throws Exception {
        return execute("sync", script);
    }

    /** What a script gives to its last argument, a function. */
    Object asyncScript(String script) throws Exception {
        return execute("async", script);
    }

    private Object execute(String way, String script) throws Exception {
        JSONObject body = new JSONObject();
        body.put("script", script);
        body.put("args", new JSONArray());
        return post(session + "/execute/" + way, body);
    }

    /** Presses keys one after the other, as https://www.w3.org/TR/webdriver2/#keyboard-actions names them. */
    void press(String... keys) throws Exception {
        JSONArray actions = new JSONArray();
        for (String key : keys) {
            actions.add(new JSONObject().element("type", "keyDown").element("value", key));
            actions.add(new JSONObject().element("type", "keyUp").element("value", key));
        }
        JSONObject keyboard = new JSONObject();
        keyboard.put("type", "key");
        keyboard.put("id", "keyboard");
        keyboard.put("actions", actions);
        post(session + "/actions", new JSONObject().element("actions", JSONArray.fromObject(List.of(keyboard))));
    }

    /** Waits until a script returns true. */
    void await(String script) throws Exception {
        for (int i = 0; i < 200; i++) {
            if (Boolean.TRUE.equals(script(script))) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("Not within 10 seconds: " + script);
    }

    /** What was written to the console since the last time. */
    String console() throws Exception {
        return post(session + "/se/log", new JSONObject().element("type", "browser"))
                .toString();
    }

    private Object post(String address, JSONObject body) throws Exception {
        return answer(HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.ofString(body.toString())));
    }

    private Object answer(HttpRequest.Builder request) throws Exception {
        String answer = http.send(request.build(), BodyHandlers.ofString()).body();
        Object value = JSONObject.fromObject(answer).get("value");
        if (value instanceof JSONObject object && object.has("error")) {
            throw new IOException(answer);
        }
        return value;
    }

    @Override
    public void close() throws Exception {
        try {
            answer(HttpRequest.newBuilder(URI.create(session)).DELETE());
        } finally {
            driver.destroy();
            driver.waitFor();
        }
    }
}
