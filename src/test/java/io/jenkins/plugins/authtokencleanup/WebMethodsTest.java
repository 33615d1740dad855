package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.authtokencleanup.approval.GivenApproval;
import io.jenkins.plugins.authtokencleanup.report.ApprovalOffer;
import io.jenkins.plugins.authtokencleanup.report.HistoryAction;
import io.jenkins.plugins.authtokencleanup.report.HistoryBar;
import io.jenkins.plugins.authtokencleanup.report.HistoryChart;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.report.ReportPage;
import io.jenkins.plugins.authtokencleanup.report.ReportQuery;
import io.jenkins.plugins.authtokencleanup.report.ReportRow;
import io.jenkins.plugins.authtokencleanup.report.ReportTotal;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** Every web method of the plugin, for every kind of visitor, by GET and by POST. */
class WebMethodsTest extends OneJenkins {
    private static final String FORM = "descriptorByName/" + RemoveUnusedAuthTokensBuilder.class.getName() + "/";

    private static AnalyticsServer server;
    private static final Map<Visitor, JenkinsRule.WebClient> BROWSERS = new EnumMap<>(Visitor.class);
    private static FreeStyleProject job;

    /** Who comes. */
    enum Visitor {
        ANONYMOUS,
        READER,
        CONFIGURER,
        ADMINISTRATOR;

        boolean sees() {
            return this != ANONYMOUS;
        }

        boolean configures() {
            return this == CONFIGURER || this == ADMINISTRATOR;
        }
    }

    /**
     * A web method of the form.
     *
     * @param method its name
     * @param value something that it has a word to say about
     * @param says a part of this word, as those see it who may configure the job
     */
    private record FormMethod(String method, String value, String says) {
        String path() {
            return Character.toLowerCase(method.charAt(2)) + method.substring(3);
        }
    }

    static Stream<FormMethod> form() {
        return Stream.of(
                new FormMethod("doFillCredentialsIdItems", "chosen-before", "the account"),
                new FormMethod("doCheckServerUrl", "ftp://x", "must begin with https://"),
                new FormMethod("doCheckCredentialsId", "nobody", "There are no such credentials"),
                new FormMethod("doCheckOlderThanDays", "7", "The vendor advises"),
                new FormMethod("doCheckProtect", "regex:(", "Line 1"),
                new FormMethod("doCheckApprovedPlan", "abc", "64 characters"),
                new FormMethod("doCheckTrustedCertificates", "abc", "Not PEM text"),
                new FormMethod("doCheckServerTimeZone", "Middle/Earth", "Not a time zone"),
                new FormMethod("doTestConnection", "", "A cleanup would work"));
    }

    private static final Map<String, String> REPORT = Map.of("doJson", "json", "doCsv", "csv");

    @BeforeAll
    static void secureJenkins() throws Exception {
        server = Fixture.server(4).start();
        job = (FreeStyleProject) Door.FREESTYLE.job(server.url(), Map.of("preview", true));
        Door.run(Result.SUCCESS, job);
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to(Visitor.READER.name())
                .grant(Jenkins.READ, Item.READ, Item.CONFIGURE)
                .everywhere()
                .to(Visitor.CONFIGURER.name())
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to(Visitor.ADMINISTRATOR.name()));
    }

    @AfterAll
    static void stopServer() {
        BROWSERS.values().forEach(JenkinsRule.WebClient::close);
        server.close();
    }

    @Test
    void no_web_method_is_missing_here() {
        Set<String> known = new TreeSet<>(Set.of("ApprovalOffer.doGive")); // See ApprovalPermissionsTest.
        form().forEach(method -> known.add("RemoveUnusedAuthTokensDescriptor." + method.method()));
        REPORT.keySet().forEach(method -> known.add("ReportAction." + method));
        assertEquals(known, webMethods());
    }

    /** The web methods of all classes that have a URL: {@code do…}, and what Stapler's annotations mark. */
    private static Set<String> webMethods() {
        Set<String> found = new TreeSet<>();
        for (Class<?> type : List.of(
                RemoveUnusedAuthTokensBuilder.class,
                RemoveUnusedAuthTokensDescriptor.class,
                RemoveUnusedAuthTokensStep.class,
                RemoveUnusedAuthTokensStep.DescriptorImpl.class,
                ReportAction.class,
                ApprovalOffer.class,
                GivenApproval.class,
                ReportPage.class,
                ReportQuery.class,
                ReportRow.class,
                ReportTotal.class,
                HistoryAction.class,
                HistoryAction.Factory.class,
                HistoryChart.class,
                HistoryBar.class,
                CleanupResult.class,
                CleanupResultToken.class)) {
            for (Method method : type.getDeclaredMethods()) {
                boolean marked = Stream.of(method.getAnnotations())
                        .anyMatch(
                                annotation -> annotation
                                        .annotationType()
                                        .getName()
                                        .matches(
                                                "org\\.kohsuke\\.stapler\\.(WebMethod|verb\\..*|interceptor\\..*|bind\\.JavaScriptMethod)"));
                if (Modifier.isPublic(method.getModifiers())
                        && (marked || method.getName().matches("(do|js)[A-Z].*"))) {
                    found.add(type.getSimpleName() + "." + method.getName());
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("form")
    void the_form_answers_to_post_only(FormMethod method) throws Exception {
        for (Visitor visitor : Visitor.values()) {
            for (String place : List.of(job.getUrl(), "")) {
                int status = ask(visitor, HttpMethod.GET, place + FORM + method.path(), parameters(method))
                        .getStatusCode();
                assertTrue(refused(status), visitor + " got " + status);
            }
        }
        assertEquals(0, newRequests());
    }

    @ParameterizedTest
    @MethodSource("form")
    void the_form_tells_nothing_to_those_who_may_not_configure_the_job(FormMethod method) throws Exception {
        for (Visitor visitor : Visitor.values()) {
            assertTellsOnlyIf(visitor.configures(), visitor, method, job.getUrl());
        }
    }

    @ParameterizedTest
    @MethodSource("form")
    void outside_of_a_job_the_form_tells_nothing_except_to_administrators(FormMethod method) throws Exception {
        for (Visitor visitor : Visitor.values()) {
            assertTellsOnlyIf(visitor == Visitor.ADMINISTRATOR, visitor, method, "");
        }
    }

    private static void assertTellsOnlyIf(boolean may, Visitor visitor, FormMethod method, String place)
            throws Exception {
        newRequests();
        WebResponse answer = ask(visitor, HttpMethod.POST, place + FORM + method.path(), parameters(method));
        String text = answer.getContentAsString();
        if (may) {
            assertEquals(200, answer.getStatusCode(), visitor + ": " + text);
            assertTrue(text.contains(method.says()), visitor + ": " + text);
            return;
        }
        assertFalse(text.contains(method.says()), visitor + ": " + text);
        assertFalse(text.contains(Fixture.ACCOUNT), visitor + ": " + text);
        assertEquals(0, newRequests(), "A request reached the server");
        if (!visitor.sees() || method.method().equals("doTestConnection")) {
            assertTrue(refused(answer.getStatusCode()), visitor + " got " + answer.getStatusCode());
        } else if (method.method().startsWith("doFill")) {
            assertTrue(text.contains("\"value\":\"chosen-before\""), text);
            assertEquals(1, text.split("\"value\"", -1).length - 1, text);
        } else {
            assertEquals("<div/>", text.strip());
        }
    }

    private static boolean refused(int status) {
        return Set.of(403, 404, 405).contains(status);
    }

    @ParameterizedTest
    @EnumSource
    void the_report_is_for_those_who_may_see_the_build(Visitor visitor) throws Exception {
        for (HttpMethod verb : List.of(HttpMethod.GET, HttpMethod.POST)) {
            for (String page : List.of("", "json", "csv", "api/json", "api/xml")) {
                WebResponse answer = ask(visitor, verb, job.getUrl() + "1/authtokens/" + page, List.of());
                if (visitor.sees()) {
                    assertEquals(200, answer.getStatusCode(), page);
                    String shown = page.equals("csv") ? "stale-0" : Fixture.ACCOUNT;
                    assertTrue(answer.getContentAsString().contains(shown), page);
                } else {
                    assertTrue(refused(answer.getStatusCode()), page + ": " + answer.getStatusCode());
                    assertFalse(answer.getContentAsString().contains(Fixture.ACCOUNT), page);
                }
            }
        }
    }

    @Test
    void the_connection_is_tested_only_with_credentials_that_are_there() throws Exception {
        newRequests();
        var unknown =
                List.of(new NameValuePair("serverUrl", server.url()), new NameValuePair("credentialsId", "nobody"));
        String text = ask(Visitor.CONFIGURER, HttpMethod.POST, job.getUrl() + FORM + "testConnection", unknown)
                .getContentAsString();
        assertTrue(text.contains("There are no such credentials"), text);
        assertEquals(0, newRequests());
    }

    private static List<NameValuePair> parameters(FormMethod method) {
        return List.of(
                new NameValuePair("value", method.value()),
                new NameValuePair("serverUrl", server.url()),
                new NameValuePair("credentialsId", method.value().isEmpty() ? Fixture.CREDENTIALS : method.value()));
    }

    private static int seen;

    private static int newRequests() {
        int before = seen;
        seen = server.log().size();
        return seen - before;
    }

    private static WebResponse ask(Visitor visitor, HttpMethod verb, String path, List<NameValuePair> parameters)
            throws Exception {
        JenkinsRule.WebClient web = BROWSERS.computeIfAbsent(visitor, WebMethodsTest::browser);
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), path), verb);
        request.setRequestParameters(parameters);
        if (verb == HttpMethod.POST) {
            web.addCrumb(request);
        }
        return web.getPage(request).getWebResponse();
    }

    private static JenkinsRule.WebClient browser(Visitor visitor) {
        JenkinsRule.WebClient web = jenkins.createWebClient();
        web.withThrowExceptionOnFailingStatusCode(false).withJavaScriptEnabled(false);
        web.getOptions().setCssEnabled(false);
        // The page that refuses sends strangers on to the login page.
        web.setRefreshHandler((page, url, seconds) -> {});
        try {
            return visitor == Visitor.ANONYMOUS ? web : web.login(visitor.name());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
