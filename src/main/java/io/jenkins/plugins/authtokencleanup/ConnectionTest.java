package io.jenkins.plugins.authtokencleanup;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.iam.Doctor;
import io.jenkins.plugins.authtokencleanup.engine.iam.DoctorFinding;
import java.time.Clock;

/** The form's "Test connection": the doctor's walk, from the controller, with what it saw step by step. */
final class ConnectionTest {
    private final EngineOrder order;
    private final String problem;

    private ConnectionTest(EngineOrder order, String problem) {
        this.order = order;
        this.problem = problem;
    }

    /**
     * A test. The caller has checked that the user may configure the job.
     *
     * @param item the job, null for none
     * @param parameters what is typed into the form
     * @return the test, to be asked for its result
     */
    static ConnectionTest of(Item item, CleanupParameters parameters) {
        StandardUsernamePasswordCredentials credentials =
                CredentialsChoice.find(item, parameters.serverUrl(), parameters.credentialsId());
        if (credentials == null) {
            return new ConnectionTest(null, Messages.unknownCredentials());
        }
        return new ConnectionTest(
                new EngineOrder(parameters, credentials, JobMemory.NONE, ControllerProxy.current()), "");
    }

    FormValidation result() throws InterruptedException {
        if (order == null) {
            return FormValidation.error(problem);
        }
        StringBuilder steps = new StringBuilder();
        ExitCode end;
        try {
            end = new Doctor(order.connection(), Clock.systemUTC()).examine(finding -> add(steps, finding));
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
        String list = "<ol>" + steps + "</ol>";
        return end == ExitCode.DONE
                ? FormValidation.okWithMarkup(Util.escape(Messages.testPassed()) + list)
                : FormValidation.errorWithMarkup(Util.escape(Messages.testFailed()) + list);
    }

    private static void add(StringBuilder steps, DoctorFinding finding) {
        String advice = finding.advice().isEmpty() ? "" : ". " + finding.advice();
        steps.append("<li>")
                .append(Util.escape(words(finding.status()) + finding.step() + ": " + finding.saw() + advice))
                .append("</li>");
    }

    private static String words(DoctorFinding.Status status) {
        return switch (status) {
            case OK -> "";
            case WARNING -> Messages.warningStep() + " ";
            case PROBLEM -> Messages.problemStep() + " ";
        };
    }
}
