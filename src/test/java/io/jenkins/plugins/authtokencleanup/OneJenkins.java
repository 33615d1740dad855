package io.jenkins.plugins.authtokencleanup;

import hudson.model.Node;
import hudson.model.Slave;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** One Jenkins for all tests of a class, with the account's credentials; each test makes jobs of its own. */
@WithJenkins
@Timeout(120)
abstract class OneJenkins {
    static final String AGENT = "agent";

    static JenkinsRule jenkins;

    @BeforeAll
    static void startJenkins(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Fixture.addCredentials();
    }

    @AfterAll
    static void stopJenkins() throws Exception {
        jenkins.after();
    }

    /** A browser without scripts and styles. */
    static JenkinsRule.WebClient plainBrowser() {
        JenkinsRule.WebClient web = jenkins.createWebClient().withJavaScriptEnabled(false);
        web.getOptions().setCssEnabled(false);
        return web;
    }

    /** An agent with a JVM of its own. */
    static Node agent() throws Exception {
        Node agent = jenkins.jenkins.getNode(AGENT);
        if (agent == null) {
            agent = jenkins.createSlave(AGENT, AGENT, null);
            jenkins.waitOnline((Slave) agent);
        }
        return agent;
    }
}
