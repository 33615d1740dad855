package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From a preview's page to the approved removal in a real browser, with the keyboard alone. */
class ApprovalBrowserTest extends OneJenkins {
    private static final String TAB = "\uE004";
    private static final String ENTER = "\uE007";
    private static final String ESCAPE = "\uE00C";
    private static final String FOCUSED = "return document.activeElement.textContent.trim()";
    private static final String DIALOG_IS_OPEN =
            "return document.querySelector('dialog[open] .authtoken-approve') !== null";

    @ParameterizedTest
    @EnumSource(names = {"FREESTYLE", "PIPELINE_WITHOUT_NODE"})
    void the_keyboard_alone_leads_from_preview_to_removal(Door door) throws Exception {
        assumeTrue(Chromium.isInstalled());
        try (AnalyticsServer server = Fixture.server(8).start();
                Chromium chromium = new Chromium()) {
            Job<?, ?> job = door.job(server.url(), Map.of("preview", true));
            Run<?, ?> preview = Door.run(Result.SUCCESS, job);
            chromium.open(jenkins.getURL() + preview.getUrl() + "authtokens/");
            chromium.console();

            press(chromium, "Remove these AuthTokens…");
            chromium.await(DIALOG_IS_OPEN);
            String text = (String) chromium.script("return document.querySelector('dialog[open]').innerText");
            for (String part : new String[] {"4 of 8", server.url(), Fixture.ACCOUNT, "The whole job runs"}) {
                assertTrue(text.contains(part), part + " is missing in " + text);
            }
            chromium.press(ESCAPE);
            chromium.await("return document.querySelector('dialog[open]') === null");
            press(chromium, "Cancel", "Remove these AuthTokens…");
            chromium.await("return document.querySelector('dialog[open]') === null");
            assertEquals(1, job.getLastBuild().getNumber());

            press(chromium, "Remove 4 AuthTokens", "Remove these AuthTokens…");
            chromium.await("return document.querySelector('.authtoken-given') !== null");

            jenkins.waitUntilNoActivity();
            assertEquals(Fixture.survivors(8), Fixture.descriptions(server));
            jenkins.assertBuildStatusSuccess(job.getBuildByNumber(2));
            assertEquals("[]", chromium.console(), "The console is not empty");
        }
    }

    /** Opens the dialog first, if a button before it is named. */
    private static void press(Chromium chromium, String button, String... before) throws Exception {
        for (String opener : before) {
            press(chromium, opener);
            chromium.await(DIALOG_IS_OPEN);
        }
        for (int i = 0; i < 60; i++) {
            if (button.equals(chromium.script(FOCUSED))) {
                chromium.press(ENTER);
                return;
            }
            chromium.press(TAB);
        }
        fail("The keyboard does not reach " + button);
    }
}
