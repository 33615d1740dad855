package io.jenkins.plugins.authtokencleanup.testserver;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** Starts the test server by hand, to be looked at with a browser. */
public final class AnalyticsServerMain {
    private static final String USAGE = """
            Options:
              --port N            port on 127.0.0.1 (default: any free one)
              --https             TLS with a self-signed certificate
              --prefix /PATH      reverse-proxy prefix
              --tokens N          number of sample tokens (default 40)
              --seed N            which sample (default 1)
              --accounts-page P   classic, json
              --generation G      classic, auth, form, v2 (classic page)
              --redirects R       script_parent, script, http
              --date-style S      relative_with_title, absolute, iso_offset, ...
              --date-pattern P    pattern of the dates (json page)
              --language L        language of the dates (json page)
              --zone ZONE         zone of the dates (default UTC)
              --csrf-source C     page, hidden_field, cookie_only
              --rotate-csrf       replace the CSRF value on each page load and POST
              --volatile-handles  new handles on each load of the panel
              --display-cap N     rows shown at most
              --sign-in S         normal, captcha, second_factor, announcement, locked, ...
              --user NAME --password PASSWORD
            """;

    private final ServerSettings settings = AnalyticsServer.configure();
    private int tokens = 40;
    private long seed = 1;

    private AnalyticsServerMain() {}

    /** See {@code --help}. */
    public static void main(String[] arguments) throws InterruptedException {
        AnalyticsServerMain main = new AnalyticsServerMain();
        try {
            if (!main.read(arguments)) {
                System.out.print(USAGE);
                return;
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
        main.settings.tokens(SampleTokens.list(main.settings.clock.instant(), main.tokens, main.seed));
        AnalyticsServer server = main.settings.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println("Address:  " + server.url());
        System.out.println("Tokens:   " + server.url() + "/iam/u/h#sessions/userauthtoken");
        System.out.println("User:     " + main.settings.user);
        System.out.println("Password: " + main.settings.password);
        System.out.println("Ctrl+C stops the server.");
        new CountDownLatch(1).await();
    }

    /** False if help is wanted or needed. */
    private boolean read(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String option = arguments[i];
            if (!readSwitch(option)) {
                i++;
                if (i == arguments.length || !readValue(option, arguments[i])) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean readSwitch(String option) {
        switch (option) {
            case "--https" -> settings.https(true);
            case "--rotate-csrf" -> settings.rotateCsrf(true);
            case "--volatile-handles" -> settings.volatileHandles(true);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean readValue(String option, String value) {
        String word = value.toUpperCase(Locale.ROOT).replace('-', '_');
        switch (option) {
            case "--port" -> settings.port(Integer.parseInt(value));
            case "--prefix" -> settings.prefix(value);
            case "--tokens" -> tokens = Integer.parseInt(value);
            case "--seed" -> seed = Long.parseLong(value);
            case "--accounts-page" -> settings.accountsPage(AccountsPage.valueOf(word));
            case "--generation" -> settings.generation(LoginGeneration.valueOf(word));
            case "--redirects" -> settings.redirects(RedirectStyle.valueOf(word));
            case "--date-style" -> settings.dateStyle(DateStyle.valueOf(word));
            case "--date-pattern" -> settings.jsonPage(page -> page.datePattern(value));
            case "--language" -> settings.jsonPage(page -> page.language(value));
            case "--zone" -> {
                settings.zone(ZoneId.of(value));
                settings.jsonPage(page -> page.zone(ZoneId.of(value)));
            }
            case "--csrf-source" -> settings.csrfSource(CsrfSource.valueOf(word));
            case "--display-cap" -> settings.displayCap(Integer.parseInt(value));
            case "--sign-in" -> settings.signIn(SignInBehaviour.valueOf(word));
            case "--user" -> settings.account(value, settings.password);
            case "--password" -> settings.account(settings.user, value);
            default -> {
                return false;
            }
        }
        return true;
    }
}
