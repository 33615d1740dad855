package io.jenkins.plugins.authtokencleanup.wire;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Column;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.ListShape;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.SignInBehaviour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can be in the way of a run, by the way to sign in, and what must come of it. */
final class Obstacles {
    private Obstacles() {}

    /** What is in the way, and what must come of it. */
    record Obstacle(
            String name,
            SignInKind signIn,
            UnaryOperator<ServerSettings> server,
            UnaryOperator<Cleanup> client,
            Consumer<AnalyticsServer> faults,
            int passwords,
            Problem problem,
            ExitCode exitCode,
            String words) {
        @Override
        public String toString() {
            return name + ", " + signIn;
        }
    }

    static Stream<Obstacle> all() {
        List<Obstacle> all = new ArrayList<>();
        for (SignInKind signIn : SignInKind.values()) {
            Table table = new Table(signIn, all);
            signIn(table);
            listing(table);
            if (signIn == SignInKind.JSON) {
                jsonListing(table);
            } else {
                classicListing(table);
            }
        }
        return all.stream();
    }

    private static void signIn(Table table) {
        boolean v2 = table.signIn == SignInKind.V2 || table.signIn == SignInKind.JSON;
        table.client(
                "wrong password",
                1,
                Problem.WRONG_PASSWORD,
                ExitCode.SIGN_IN_REFUSED,
                "password",
                run -> run.password("wr0ng-Pa55"));
        table.signIn(SignInBehaviour.CAPTCHA, 1, Problem.CAPTCHA_REQUIRED, "CAPTCHA");
        table.signIn(SignInBehaviour.CAPTCHA_INVALID, 1, Problem.CAPTCHA_REQUIRED, "CAPTCHA");
        table.signIn(SignInBehaviour.SECOND_FACTOR, 1, Problem.SECOND_FACTOR_REQUIRED, "second factor");
        table.signIn(
                SignInBehaviour.LOCKED,
                1,
                Problem.ACCOUNT_LOCKED,
                table.signIn == SignInKind.JSON ? "too many sign-ins failed" : "locked");
        table.signIn(SignInBehaviour.LIMIT, 1, Problem.SIGN_IN_LIMIT, "limit");
        table.signIn(
                SignInBehaviour.NO_SUCH_USER,
                v2 ? 0 : 1,
                v2 ? Problem.ACCOUNT_UNUSABLE : Problem.WRONG_PASSWORD,
                v2 ? "no such account" : "does not exist");
        table.server(
                "login form to another origin",
                0,
                Problem.FOREIGN_ADDRESS,
                ExitCode.NOT_REACHED,
                "points to",
                server -> server.signIn(SignInBehaviour.FOREIGN_FORM));
        table.server(
                "unknown login page",
                0,
                Problem.UNKNOWN_LOGIN_PAGE,
                ExitCode.NOT_RECOGNISED,
                "login form",
                server -> server.signIn(SignInBehaviour.UNKNOWN_PAGE));
        table.fault(
                "error page for the login page",
                0,
                Problem.UNKNOWN_LOGIN_PAGE,
                ExitCode.NOT_RECOGNISED,
                "could not be completed",
                RequestKind.LOGIN_PAGE,
                Fault.ERROR_PAGE);
        table.fault(
                "error 500 for the login page",
                0,
                Problem.UNKNOWN_LOGIN_PAGE,
                ExitCode.NOT_RECOGNISED,
                "HTTP 500",
                RequestKind.LOGIN_PAGE,
                Fault.ERROR_500);
        table.fault(
                "redirect elsewhere before the login",
                0,
                Problem.FOREIGN_ADDRESS,
                ExitCode.NOT_REACHED,
                "other.invalid",
                RequestKind.SHELL,
                Fault.REDIRECT_FOREIGN);
        table.fault(
                "redirect to a file before the login",
                0,
                Problem.FOREIGN_ADDRESS,
                ExitCode.NOT_REACHED,
                "file:",
                RequestKind.SHELL,
                Fault.REDIRECT_FILE);
        table.fault(
                "throttled before the login",
                0,
                Problem.THROTTLED,
                ExitCode.NOT_REACHED,
                "slow down",
                RequestKind.LOGIN_PAGE,
                Fault.THROTTLE_429);
        table.server(
                "untrusted certificate",
                0,
                Problem.UNTRUSTED_SERVER,
                ExitCode.NOT_REACHED,
                "SHA-256",
                server -> server.https(true),
                run -> run.trust(null));
    }

    /** What any page can meet. */
    private static void listing(Table table) {
        table.list("no Date header", Problem.UNKNOWN_PAGE, "Date header", server -> server.dateHeader(false));
        table.server(
                "password wanted again",
                1,
                Problem.PASSWORD_WANTED_AGAIN,
                ExitCode.SIGN_IN_REFUSED,
                "password again",
                server -> server.reauthenticate(true));
        table.panel(Fault.ERROR_PAGE, Problem.UNKNOWN_PAGE, ExitCode.NOT_RECOGNISED, "could not be completed");
        table.panel(Fault.HALF_BODY, Problem.UNREACHABLE, ExitCode.NOT_REACHED, "broke off");
        table.panel(Fault.HALF_BODY_SILENT, Problem.UNKNOWN_PAGE, ExitCode.NOT_RECOGNISED, "cut off");
        table.panel(Fault.LOGIN_PAGE, Problem.SESSION_LOST, ExitCode.NOT_RECOGNISED, "login page");
        table.panel(Fault.JSON_ERROR_Z113, Problem.SESSION_LOST, ExitCode.NOT_RECOGNISED, "Z113");
        table.panel(Fault.JSON_REAUTH, Problem.PASSWORD_WANTED_AGAIN, ExitCode.SIGN_IN_REFUSED, "again");
        table.panel(Fault.THROTTLE_JSON, Problem.THROTTLED, ExitCode.NOT_REACHED, "slow down");
        table.panel(Fault.THROTTLE_429, Problem.THROTTLED, ExitCode.NOT_REACHED, "slow down");
        table.panel(Fault.THROTTLE_503, Problem.THROTTLED, ExitCode.NOT_REACHED, "slow down");
        table.panel(Fault.RESET_BEFORE, Problem.UNREACHABLE, ExitCode.NOT_REACHED, "broke off");
        table.panel(Fault.TIMEOUT_BEFORE, Problem.TIMED_OUT, ExitCode.NOT_REACHED, "not complete");
        table.panel(Fault.EMPTY_BODY, Problem.UNKNOWN_PAGE, ExitCode.NOT_RECOGNISED, "AuthTokens page");
    }

    private static void classicListing(Table table) {
        table.list("no handles", Problem.UNKNOWN_PAGE, "handle", server -> server.handlesOnPage(false));
        table.list(
                "no Last Accessed column",
                Problem.UNKNOWN_PAGE,
                "Last Accessed",
                server -> server.columns(Column.TOKEN, Column.DESCRIPTION));
        table.panel(Fault.ERROR_500, Problem.UNKNOWN_REPLY, ExitCode.NOT_RECOGNISED, "HTTP 500");
        table.panel(Fault.REDIRECT_FOREIGN, Problem.FOREIGN_ADDRESS, ExitCode.NOT_REACHED, "other.invalid");
    }

    private static void jsonListing(Table table) {
        table.list(
                "no menu",
                Problem.NO_AUTHTOKENS_MENU,
                "no AuthTokens menu",
                server -> server.jsonPage(page -> page.tokensMenu(false)));
        table.list(
                "exception",
                Problem.UNKNOWN_PAGE,
                "exception_occured",
                server -> server.jsonPage(page -> page.listShape(ListShape.EXCEPTION)));
        table.list(
                "array",
                Problem.UNKNOWN_PAGE,
                "no object",
                server -> server.jsonPage(page -> page.listShape(ListShape.ARRAY)));
        table.list(
                "no User",
                Problem.UNKNOWN_PAGE,
                "no User",
                server -> server.jsonPage(page -> page.listShape(ListShape.NO_USER)));
        table.panel(Fault.ERROR_500, Problem.UNKNOWN_PAGE, ExitCode.NOT_RECOGNISED, "HTTP 500");
        table.panel(Fault.REDIRECT_FOREIGN, Problem.SESSION_LOST, ExitCode.NOT_RECOGNISED, "login page");
    }

    /** Collects the obstacles of one way to sign in. */
    private record Table(SignInKind signIn, List<Obstacle> all) {
        void server(
                String name,
                int passwords,
                Problem type,
                ExitCode code,
                String words,
                UnaryOperator<ServerSettings> server) {
            server(name, passwords, type, code, words, server, UnaryOperator.identity());
        }

        void server(
                String name,
                int passwords,
                Problem type,
                ExitCode code,
                String words,
                UnaryOperator<ServerSettings> server,
                UnaryOperator<Cleanup> client) {
            all.add(new Obstacle(name, signIn, server, client, faults -> {}, passwords, type, code, words));
        }

        void client(
                String name, int passwords, Problem type, ExitCode code, String words, UnaryOperator<Cleanup> client) {
            server(name, passwords, type, code, words, UnaryOperator.identity(), client);
        }

        void signIn(SignInBehaviour behaviour, int passwords, Problem type, String words) {
            server(
                    behaviour.name(),
                    passwords,
                    type,
                    ExitCode.SIGN_IN_REFUSED,
                    words,
                    server -> server.signIn(behaviour));
        }

        void fault(
                String name, int passwords, Problem type, ExitCode code, String words, RequestKind kind, Fault fault) {
            all.add(new Obstacle(
                    name,
                    signIn,
                    UnaryOperator.identity(),
                    run -> run.timeout(Duration.ofMillis(800)),
                    server -> server.faults().always(kind, fault),
                    passwords,
                    type,
                    code,
                    words));
        }

        void list(String name, Problem type, String words, UnaryOperator<ServerSettings> server) {
            server(name, 1, type, ExitCode.NOT_RECOGNISED, words, server);
        }

        void panel(Fault fault, Problem type, ExitCode code, String words) {
            fault("panel " + fault, 1, type, code, words, RequestKind.PANEL, fault);
        }
    }
}
