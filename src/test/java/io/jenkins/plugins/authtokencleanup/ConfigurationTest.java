package io.jenkins.plugins.authtokencleanup;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleProject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.htmlunit.WebConsole;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** What is said in a form or a script is what is stored, and nothing more. */
class ConfigurationTest extends OneJenkins {
    private static final Map<String, Object> FULL = Map.ofEntries(
            entry("serverUrl", "http://analytics/prefix"),
            entry("credentialsId", Fixture.CREDENTIALS),
            entry("olderThanDays", 90),
            entry("preview", true),
            entry("neverUsed", "JUDGE"),
            entry("protect", "etl-*\nregex:^backup"),
            entry("keepNewest", 2),
            entry("maxRemovals", 0),
            entry("maxRemovalPercent", 50),
            entry("approvedPlan", "ab"),
            entry("graceDays", 14),
            entry("failOnSurprise", true),
            entry("expectedCount", 412),
            entry("trustedCertificates", "PEM\nlines"),
            entry("serverTimeZone", "Asia/Kolkata"),
            entry("timeoutSeconds", 5),
            entry("batchSize", 7),
            entry("connectFrom", "AGENT"),
            entry("allowHttp", true));

    private static final Set<String> NUMBERS = Set.of(
            "olderThanDays",
            "keepNewest",
            "maxRemovals",
            "maxRemovalPercent",
            "graceDays",
            "expectedCount",
            "timeoutSeconds",
            "batchSize");

    /** A step with a value other than the default in every field. */
    private static <T> T full(Class<T> step) throws Exception {
        DescribableModel<T> model = new DescribableModel<>(step);
        assertEquals(
                FULL.keySet(),
                model.getParameters().stream()
                        .map(DescribableParameter::getName)
                        .collect(Collectors.toSet()));
        return model.instantiate(FULL, null);
    }

    /** What the step says of itself, without what is the default. */
    private static Map<String, ?> shown(Object step) {
        return DescribableModel.uninstantiate2_(step).getArguments();
    }

    @Test
    void the_form_keeps_every_field() throws Exception {
        RemoveUnusedAuthTokensBuilder before = full(RemoveUnusedAuthTokensBuilder.class);
        RemoveUnusedAuthTokensBuilder after = jenkins.configRoundtrip(before);
        assertEquals(FULL, shown(before));
        assertEquals(FULL, shown(after));
    }

    @Test
    void of_a_form_left_as_it_is_nothing_but_the_required_fields_is_stored() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new RemoveUnusedAuthTokensBuilder("https://analytics:8443", Fixture.CREDENTIALS));
        jenkins.configRoundtrip(job);

        String stored = job.getConfigFile().asString().replaceAll("\\s+", "");
        assertTrue(
                stored.contains(
                        "<parameters><serverUrl>https://analytics:8443</serverUrl><credentialsId>analytics</credentialsId></parameters>"),
                stored);
    }

    @Test
    void numbers_that_are_cleared_in_the_form_are_the_defaults_again() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(full(RemoveUnusedAuthTokensBuilder.class));
        try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
            HtmlForm form = web.getPage(job, "configure").getFormByName("config");
            for (String field : NUMBERS) {
                form.getInputByName("_." + field).setValue("");
            }
            jenkins.submit(form);
        }

        RemoveUnusedAuthTokensBuilder after = job.getBuildersList().get(RemoveUnusedAuthTokensBuilder.class);
        Map<String, Object> rest = new HashMap<>(FULL);
        rest.keySet().removeAll(NUMBERS);
        assertEquals(rest, shown(after));
    }

    @Test
    void a_number_that_is_out_of_range_is_an_error_in_the_form() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(full(RemoveUnusedAuthTokensBuilder.class));
        Map<String, String> outOfRange = Map.of(
                "keepNewest", "-1",
                "maxRemovals", "-1",
                "maxRemovalPercent", "101",
                "graceDays", "36501",
                "expectedCount", "-1",
                "timeoutSeconds", "3601",
                "batchSize", "0");
        try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
            HtmlForm form = web.getPage(job, "configure").getFormByName("config");
            outOfRange.forEach((field, value) -> {
                HtmlInput input = form.getInputByName("_." + field);
                DomNode message = item(input).querySelector(".validation-error-area");
                assertEquals("", message.getTextContent(), field);

                input.setValue(value);
                input.fireEvent("change");

                assertTrue(message.getTextContent().startsWith("This value should be"), field + " " + message);
            });
        }
    }

    private static DomNode item(DomNode input) {
        return input.getFirstByXPath("ancestor::*[contains(@class, 'jenkins-form-item')][1]");
    }

    @Test
    void the_batch_size_is_stored_only_if_it_is_given_and_then_it_is_kept() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        RemoveUnusedAuthTokensBuilder plain = new RemoveUnusedAuthTokensBuilder("https://a", Fixture.CREDENTIALS);
        job.getBuildersList().add(plain);
        try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
            HtmlInput field =
                    web.getPage(job, "configure").getFormByName("config").getInputByName("_.batchSize");
            assertEquals("", field.getValue());
            assertEquals("100, or 20 on the JSON page", field.getPlaceholder());
        }
        jenkins.configRoundtrip(job);
        assertFalse(job.getConfigFile().asString().contains("batchSize"));

        RemoveUnusedAuthTokensBuilder explicit = new RemoveUnusedAuthTokensBuilder("https://a", Fixture.CREDENTIALS);
        explicit.setBatchSize(100);
        job.getBuildersList().replace(explicit);
        jenkins.configRoundtrip(job);
        assertTrue(job.getConfigFile().asString().contains("<batchSize>100</batchSize>"));
    }

    @Test
    void the_pipeline_syntax_page_keeps_every_field() throws Exception {
        RemoveUnusedAuthTokensStep before = full(RemoveUnusedAuthTokensStep.class);
        assertEquals(FULL, shown(new StepConfigTester(jenkins).configRoundTrip(before)));
        RemoveUnusedAuthTokensStep plain = new RemoveUnusedAuthTokensStep("https://a", Fixture.CREDENTIALS);
        assertEquals(shown(plain), shown(new StepConfigTester(jenkins).configRoundTrip(plain)));
    }

    @Test
    void the_pipeline_syntax_page_writes_what_the_step_reads() throws Exception {
        SnippetizerTester snippets = new SnippetizerTester(jenkins);
        snippets.assertRoundTrip(
                new RemoveUnusedAuthTokensStep("https://analytics:8443", "analytics"),
                "removeUnusedAuthTokens credentialsId: 'analytics', serverUrl: 'https://analytics:8443'");
        snippets.assertRoundTrip(
                full(RemoveUnusedAuthTokensStep.class),
                "removeUnusedAuthTokens allowHttp: true, approvedPlan: 'ab', batchSize: 7, connectFrom: 'AGENT',"
                        + " credentialsId: 'analytics', expectedCount: 412, failOnSurprise: true, graceDays: 14, keepNewest: 2,"
                        + " maxRemovalPercent: 50, maxRemovals: 0, neverUsed: 'JUDGE', olderThanDays: 90, preview: true,"
                        + " protect: '''etl-*\nregex:^backup''', serverTimeZone: 'Asia/Kolkata',"
                        + " serverUrl: 'http://analytics/prefix', timeoutSeconds: 5,"
                        + " trustedCertificates: '''PEM\nlines'''");
    }

    @Test
    void the_form_has_no_script_errors() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(full(RemoveUnusedAuthTokensBuilder.class));
        try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
            List<Object> errors = new ArrayList<>();
            web.getWebConsole().setLogger(new ErrorsOnly(errors));
            web.getOptions().setThrowExceptionOnScriptError(true);
            HtmlPage page = web.getPage(job, "configure");
            web.waitForBackgroundJavaScript(2_000);
            assertEquals(List.of(), errors);
            String text = page.asXml();
            assertTrue(text.contains("Of AuthTokens with the same description, keep at least this many"), text);
            assertFalse(page.querySelectorAll("#main-panel [onclick], #main-panel [onchange]")
                    .iterator()
                    .hasNext());
        }
    }

    /** Keeps what a page writes to the console as errors. */
    private record ErrorsOnly(List<Object> errors) implements WebConsole.Logger {
        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public void trace(Object message) {}

        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public void debug(Object message) {}

        @Override
        public boolean isInfoEnabled() {
            return false;
        }

        @Override
        public void info(Object message) {}

        @Override
        public boolean isWarnEnabled() {
            return false;
        }

        @Override
        public void warn(Object message) {}

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        public void error(Object message) {
            errors.add(message);
        }
    }
}
