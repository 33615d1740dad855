package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.jenkins.plugins.authtokencleanup.engine.iam.http.Redactor;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.ScriptText;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that repeats what we look for, 150,000 characters long, is read in time: nothing takes its square. */
class RepeatedTextTest {
    private static final int LENGTH = 150_000;
    private static final URI ADDRESS = URI.create("https://host:8443/iam/login?servicename=a");

    /** The places of a page in which a text can stand. */
    private static final List<String> PLACES = List.of(
            "%s",
            "<html><form><input type=password></form><script>%s</script>",
            "<html><style>%s</style><form><div id=c><input type=password><input name=captcha></div></form>",
            "<html><form action=\"%s\"><input type=password><input type=hidden name=a value=\"%s\"></form>",
            "<html><meta http-equiv=refresh content=\"%s\"><a href=\"%s\">x</a><script src=\"%s\"></script>",
            "<html><body><p>%s");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login ",
                "sign-in attempts ",
                "too many ",
                "lock ",
                "characters ",
                "encryptData={",
                "encryptData = ",
                "#c ",
                "#c{",
                "display ",
                "location = ",
                "location='\\",
                "location.replace( ",
                "csrfParam = ",
                "+ ''",
                "showerror( ",
                "showerror('",
                "isCaptchaNeeded = ",
                "signinParams",
                "url=",
                "charset=",
                "/logout?",
                "/",
                "'",
                "\\",
                "{",
                "}",
                "(",
                " ",
                "a",
                "=",
                "<div>",
                "</p>",
                "<b>",
                "<form>",
                "<input name=captcha>",
                "<style>#a{display:none}</style>",
                "<a href=x/logout",
                "&amp;",
                "\u00a0",
                "\u200b",
                "\ud83d\ude00"
            })
    void is_read_in_time(String text) {
        for (String place : Sample.oneIn(3, PLACES)) {
            String page = place.replace("%s", text.repeat(LENGTH / text.length()));
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(page), () -> text + " in " + place);
        }
    }

    private static void read(String text) {
        WebPage page = new WebPage(ADDRESS, 200, text);
        page.isShell();
        page.isJsonShell();
        page.leadsToLogin();
        page.csrf();
        page.jsonError();
        page.described(new Redactor());
        ScriptText.call(text);
        LoginPage login = new LoginPage(page);
        login.generation("");
        login.encryptsPasswords();
        login.showsCaptcha();
        login.companions();
        FormSignIn.refusal(page, new Redactor());
        SignInRefusal.of("Sign in", text, "x");
    }
}
