package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import hudson.security.Permission;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jenkins.branch.BranchSource;
import jenkins.model.Jenkins;
import jenkins.scm.impl.SingleSCMSource;
import org.htmlunit.HttpMethod;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.SingleFileSCM;

/** Who sees the button, and whose approval counts. */
class ApprovalPermissionsTest extends OneJenkins {
    private static AnalyticsServer server;

    /** What a user may do with the job, besides seeing it. */
    enum Visitor {
        READER(false),
        BUILDER(false, Item.BUILD),
        CONFIGURER(false, Item.CONFIGURE),
        OWNER(true, Item.BUILD, Item.CONFIGURE),
        ADMINISTRATOR(true, Jenkins.ADMINISTER);

        private final boolean approves;
        private final Permission[] permissions;

        Visitor(boolean approves, Permission... permissions) {
            this.approves = approves;
            this.permissions = permissions;
        }
    }

    @BeforeAll
    static void startServer() throws Exception {
        server = Fixture.server(8).start();
    }

    @BeforeEach
    void secureJenkins() {
        MockAuthorizationStrategy strategy = Approving.strategy();
        for (Visitor visitor : Visitor.values()) {
            strategy.grant(Jenkins.READ, Item.READ).everywhere().to(visitor.name());
            strategy.grant(visitor.permissions).everywhere().to(visitor.name());
        }
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(strategy);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static Run<?, ?> preview(Door door) throws Exception {
        return Door.run(Result.SUCCESS, door.job(server.url(), Map.of("preview", true)));
    }

    private static HtmlPage page(String user, Run<?, ?> preview) throws Exception {
        return plainBrowser().login(user).getPage(preview, "authtokens/");
    }

    private static boolean hasButton(HtmlPage page) {
        return page.querySelector("button[data-type=dialog-opener]") != null
                && page.asNormalizedText().contains("Remove these AuthTokens");
    }

    private static int send(String user, Run<?, ?> preview, HttpMethod verb) throws Exception {
        return Approving.send(jenkins, user, preview.getAction(ReportAction.class), verb)
                .getStatusCode();
    }

    private static void assertNothingWasScheduled(Job<?, ?> job) throws Exception {
        jenkins.waitUntilNoActivity();
        assertEquals(1, job.getLastBuild().getNumber());
    }

    @ParameterizedTest
    @EnumSource
    void only_who_may_build_and_configure_has_the_button_and_may_approve(Visitor visitor) throws Exception {
        try (AnalyticsServer own = Fixture.server(8).start()) {
            List<String> all = Fixture.descriptions(own);
            Run<?, ?> preview = Door.FREESTYLE.build(Result.SUCCESS, own.url(), Map.of("preview", true));
            assertEquals(visitor.approves, hasButton(page(visitor.name(), preview)));
            assertEquals(405, send(visitor.name(), preview, HttpMethod.GET));
            assertNothingWasScheduled(preview.getParent());

            assertEquals(visitor.approves ? 200 : 403, send(visitor.name(), preview, HttpMethod.POST));

            jenkins.waitUntilNoActivity();
            assertEquals(
                    visitor.approves ? 2 : 1, preview.getParent().getLastBuild().getNumber());
            assertEquals(visitor.approves ? Fixture.survivors(8) : all, Fixture.descriptions(own));
        }
    }

    @Test
    void a_stranger_may_not_approve() throws Exception {
        Run<?, ?> preview = preview(Door.FREESTYLE);
        assertEquals(403, send(null, preview, HttpMethod.POST));
        assertNothingWasScheduled(preview.getParent());
    }

    @Test
    void a_disabled_job_has_no_button_and_is_not_built() throws Exception {
        Run<?, ?> preview = preview(Door.FREESTYLE);
        ((FreeStyleProject) preview.getParent()).disable();

        assertFalse(hasButton(page(Approving.ALICE, preview)));
        assertEquals(400, send(Approving.ALICE, preview, HttpMethod.POST));
        assertNothingWasScheduled(preview.getParent());
    }

    @Test
    void a_removal_cannot_be_approved_nor_a_preview_of_nothing() throws Exception {
        try (AnalyticsServer other = Fixture.server(4).start()) {
            for (boolean preview : new boolean[] {false, true}) {
                Run<?, ?> build = Door.FREESTYLE.build(Result.SUCCESS, other.url(), Map.of("preview", preview));
                assertEquals(0, build.getAction(ReportAction.class).getWouldRemove());
                assertFalse(hasButton(page(Approving.ALICE, build)));
                assertEquals(400, send(Approving.ALICE, build, HttpMethod.POST));
                assertNothingWasScheduled(build.getParent());
            }
        }
    }

    @Test
    void the_text_for_pipelines_has_the_credentials_id_for_those_who_may_see_the_configuration() throws Exception {
        Run<?, ?> pipeline = preview(Door.PIPELINE_WITHOUT_NODE);
        assertTrue(text(Visitor.CONFIGURER, pipeline).contains("credentialsId: 'analytics',"));
        assertTrue(text(Visitor.READER, pipeline).contains("credentialsId: 'ID OF THE CREDENTIALS',"));
        assertFalse(
                page(Visitor.CONFIGURER.name(), preview(Door.FREESTYLE)).asXml().contains("approvedPlan"));
    }

    private static String text(Visitor visitor, Run<?, ?> preview) throws Exception {
        return page(visitor.name(), preview)
                .querySelector("details.authtoken-approval pre")
                .getTextContent();
    }

    /** Nobody may configure a branch's job, since the multibranch project makes it. */
    @Test
    void for_a_branch_the_multibranch_project_must_be_configurable() throws Exception {
        try (AnalyticsServer other = Fixture.server(8).start()) {
            WorkflowRun preview = branch(other);
            assertEquals(403, sendInFolder(Item.BUILD, null, preview));
            assertEquals(403, sendInFolder(null, Item.CONFIGURE, preview));
            assertEquals(8, other.tokens().size());

            assertEquals(200, sendInFolder(Item.BUILD, Item.CONFIGURE, preview));

            jenkins.waitUntilNoActivity();
            jenkins.assertBuildStatusSuccess(preview.getParent().getBuildByNumber(2));
            assertEquals(Fixture.survivors(8), Fixture.descriptions(other));
        }
    }

    private static WorkflowRun branch(AnalyticsServer other) throws Exception {
        String script =
                Door.call(Map.of("serverUrl", other.url(), "credentialsId", Fixture.CREDENTIALS, "preview", true));
        WorkflowMultiBranchProject project =
                jenkins.createProject(Folder.class).createProject(WorkflowMultiBranchProject.class, "branches");
        project.getSourcesList()
                .add(new BranchSource(new SingleSCMSource(
                        "source", "main", new SingleFileSCM("Jenkinsfile", script.getBytes(StandardCharsets.UTF_8)))));
        project.scheduleBuild2(0);
        jenkins.waitUntilNoActivity();
        WorkflowJob job = project.getItem("main");
        assertNotNull(job);
        return jenkins.assertBuildStatusSuccess(job.getLastBuild());
    }

    /** Grants one permission on the branch and one on the multibranch project alone. */
    private static int sendInFolder(Permission onBranch, Permission onProject, WorkflowRun preview) throws Exception {
        WorkflowJob branch = preview.getParent();
        MockAuthorizationStrategy strategy = new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("dave");
        for (Permission permission : onBranch == null ? List.<Permission>of() : List.of(onBranch)) {
            strategy.grant(permission).onItems(branch).to("dave");
        }
        for (Permission permission : onProject == null ? List.<Permission>of() : List.of(onProject)) {
            strategy.grant(permission).onItems((Item) branch.getParent()).to("dave");
        }
        jenkins.jenkins.setAuthorizationStrategy(strategy);
        return send("dave", preview, HttpMethod.POST);
    }
}
