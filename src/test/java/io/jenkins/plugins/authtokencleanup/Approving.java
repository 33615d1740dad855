package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import java.net.URL;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** Approves previews as a browser would, by users of their own. */
final class Approving {
    /** May build and configure. */
    static final String ALICE = "alice";

    private Approving() {}

    static void secure(JenkinsRule jenkins) {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(strategy());
    }

    static MockAuthorizationStrategy strategy() {
        return new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ, Item.BUILD, Item.CONFIGURE, Item.CANCEL)
                .everywhere()
                .to(ALICE);
    }

    /** Sends the dialog's form, and returns the answer. */
    static WebResponse send(JenkinsRule jenkins, String user, ReportAction preview) throws Exception {
        return send(jenkins, user, preview, HttpMethod.POST);
    }

    static WebResponse send(JenkinsRule jenkins, String user, ReportAction preview, HttpMethod verb) throws Exception {
        try (JenkinsRule.WebClient web = jenkins.createWebClient().withJavaScriptEnabled(false)) {
            web.withThrowExceptionOnFailingStatusCode(false).getOptions().setCssEnabled(false);
            web.setRefreshHandler((page, url, seconds) -> {});
            if (user != null) {
                web.login(user);
            }
            String path = preview.getRun().getUrl() + preview.getUrlName() + "/approval/give";
            WebRequest request = new WebRequest(new URL(jenkins.getURL(), path), verb);
            if (verb == HttpMethod.POST) {
                web.addCrumb(request);
            }
            return web.getPage(request).getWebResponse();
        }
    }

    /** Alice approves a build's first preview. */
    static void approve(JenkinsRule jenkins, Run<?, ?> preview) throws Exception {
        WebResponse answer = send(jenkins, ALICE, preview.getAction(ReportAction.class));
        assertEquals(200, answer.getStatusCode(), answer.getContentAsString());
    }

    /** Alice approves a build's first preview, and the build that she starts by it ends. */
    static Run<?, ?> buildApproved(JenkinsRule jenkins, Run<?, ?> preview) throws Exception {
        Job<?, ?> job = preview.getParent();
        int before = job.getLastBuild().getNumber();
        approve(jenkins, preview);
        jenkins.waitUntilNoActivity();
        assertNotEquals(before, job.getLastBuild().getNumber());
        return job.getLastBuild();
    }
}
