package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.domains.HostnamePortSpecification;
import com.cloudbees.plugins.credentials.impl.BaseStandardCredentials;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Computer;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.StringParameterDefinition;
import hudson.model.StringParameterValue;
import hudson.model.User;
import hudson.security.AuthorizationStrategy;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.io.Serial;
import java.net.URI;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import jenkins.security.QueueItemAuthenticatorConfiguration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.MockQueueItemAuthenticator;

/** Which stored credentials a build may use, and what it says where it may not. */
class CredentialsTest extends OneJenkins {
    private AnalyticsServer server;

    @BeforeEach
    void startServer() {
        server = Fixture.server(8).start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"FREESTYLE", "PIPELINE_WITHOUT_NODE"})
    void without_an_id_the_build_fails(Door door) throws Exception {
        assertRefused(
                door.build(Result.FAILURE, server.url(), Map.of("credentialsId", "")), "No credentials are chosen");
    }

    @ParameterizedTest
    @EnumSource(names = {"FREESTYLE", "PIPELINE_WITHOUT_NODE"})
    void an_unknown_id_fails_the_build(Door door) throws Exception {
        assertRefused(
                door.build(Result.FAILURE, server.url(), Map.of("credentialsId", "nobody")),
                "No credentials \"nobody\" can be used by this job for " + server.url());
    }

    @Test
    void credentials_of_another_kind_fail_the_build() throws Exception {
        store(
                CredentialsProvider.lookupStores(jenkins.jenkins).iterator().next(),
                Domain.global(),
                new OtherKind("other"));

        assertRefused(
                Door.FREESTYLE.build(Result.FAILURE, server.url(), Map.of("credentialsId", "other")),
                "The credentials \"other\" are of another kind: \"Username with password\" is needed");
    }

    @Test
    void credentials_of_a_folder_are_found_in_it_and_not_outside() throws Exception {
        Folder folder = jenkins.createProject(Folder.class);
        CredentialsStore store =
                CredentialsProvider.lookupStores(folder).iterator().next();
        store(store, Domain.global(), account("in-folder"));
        WorkflowJob inside = folder.createProject(WorkflowJob.class, "inside");
        WorkflowJob outside = jenkins.createProject(WorkflowJob.class);
        for (WorkflowJob job : List.of(inside, outside)) {
            job.setDefinition(new CpsFlowDefinition(
                    Door.call(Map.of("serverUrl", server.url(), "credentialsId", "in-folder")), true));
        }

        assertRefused(Door.run(Result.FAILURE, outside), "No credentials \"in-folder\" can be used by this job");
        Door.run(Result.SUCCESS, inside);
    }

    @Test
    void credentials_of_a_domain_are_for_its_servers_only() throws Exception {
        CredentialsStore store =
                CredentialsProvider.lookupStores(jenkins.jenkins).iterator().next();
        String here = "127.0.0.1:" + URI.create(server.url()).getPort();
        store(store, new Domain("here", "", List.of(new HostnamePortSpecification(here, ""))), account("for-here"));
        store(store, new Domain("else", "", List.of(new HostnamePortSpecification("a:1", ""))), account("for-else"));

        assertRefused(
                Door.FREESTYLE.build(Result.FAILURE, server.url(), Map.of("credentialsId", "for-else")),
                "No credentials \"for-else\" can be used by this job");
        Door.FREESTYLE.build(Result.SUCCESS, server.url(), Map.of("credentialsId", "for-here"));
    }

    @Test
    void a_job_that_runs_as_a_user_who_may_not_use_credentials_finds_none() throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ, Computer.BUILD)
                .everywhere()
                .to("builder")
                .grant(Jenkins.READ, Item.READ, Computer.BUILD, Item.CONFIGURE)
                .everywhere()
                .to("owner"));
        FreeStyleProject job = (FreeStyleProject) Door.FREESTYLE.job(server.url());
        try {
            runAs("builder", job);
            assertRefused(Door.run(Result.FAILURE, job), "whether the user that the job runs as may use them");

            runAs("owner", job);
            Door.run(Result.SUCCESS, job);
        } finally {
            QueueItemAuthenticatorConfiguration.get().getAuthenticators().clear();
            jenkins.jenkins.setAuthorizationStrategy(new AuthorizationStrategy.Unsecured());
        }
    }

    private static void runAs(String user, FreeStyleProject job) throws Exception {
        QueueItemAuthenticatorConfiguration.get()
                .getAuthenticators()
                .replace(new MockQueueItemAuthenticator()
                        .authenticate(
                                job.getFullName(), User.getById(user, true).impersonate2()));
    }

    @ParameterizedTest
    @EnumSource(names = {"FREESTYLE", "PIPELINE_WITHOUT_NODE", "PIPELINE_ON_AGENT"})
    void the_use_of_credentials_is_recorded(Door door) throws Exception {
        Run<?, ?> build = door.build(Result.SUCCESS, server.url(), Map.of());

        StandardUsernamePasswordCredentials used = CredentialsProvider.findCredentialById(
                Fixture.CREDENTIALS, StandardUsernamePasswordCredentials.class, build, List.of());
        String job = build.getParent().getFullName();
        assertTrue(CredentialsProvider.getFingerprintOf(used).getJobs().contains(job));
    }

    @Test
    void variables_are_expanded_in_freestyle_jobs_only() throws Exception {
        assertRefused(
                Door.PIPELINE_WITHOUT_NODE.build(Result.FAILURE, server.url(), Map.of("credentialsId", "${WHO}")),
                "No credentials \"${WHO}\" can be used by this job");

        FreeStyleProject job = (FreeStyleProject) Door.FREESTYLE.job(
                "http://${HOST}:" + URI.create(server.url()).getPort(), Map.of("credentialsId", "$WHO"));
        job.addProperty(new ParametersDefinitionProperty(
                new StringParameterDefinition("HOST"), new StringParameterDefinition("WHO")));
        jenkins.assertBuildStatusSuccess(job.scheduleBuild2(
                0,
                new ParametersAction(
                        new StringParameterValue("HOST", "127.0.0.1"),
                        new StringParameterValue("WHO", Fixture.CREDENTIALS))));
        assertEquals(Fixture.survivors(8), Fixture.descriptions(server));
    }

    private void assertRefused(Run<?, ?> build, String words) throws Exception {
        jenkins.assertLogContains("ERROR: ", build);
        jenkins.assertLogContains(words, build);
        Fixture.assertNoStackTrace(build);
        assertEquals(0, server.connections(), "It went to the server");
    }

    private static void store(CredentialsStore store, Domain domain, Credentials credentials) throws Exception {
        if (!store.addDomain(domain, credentials)) {
            store.addCredentials(domain, credentials);
        }
    }

    private static StandardCredentials account(String id) throws Exception {
        return new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, id, "", Fixture.ACCOUNT, Fixture.PASSWORD);
    }

    /** Credentials without a user name. */
    private static final class OtherKind extends BaseStandardCredentials {
        @Serial
        private static final long serialVersionUID = 1L;

        OtherKind(String id) {
            super(id, "");
        }
    }
}
