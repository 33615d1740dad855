package io.jenkins.plugins.authtokencleanup;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.AbortException;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.List;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** Finds the account's credentials for a build, and offers them in a job's form. */
final class AccountCredentials {
    private AccountCredentials() {}

    /**
     * Finds the credentials in a build's context and records their use.
     *
     * @throws AbortException if there are none that can be used; the message says what to do
     */
    static StandardUsernamePasswordCredentials ofBuild(Run<?, ?> run, CleanupParameters parameters)
            throws AbortException {
        String id = parameters.credentialsId();
        if (id.isEmpty()) {
            throw new AbortException("No credentials are chosen: give the id of credentials of the kind"
                    + " \"Username with password\" (credentialsId)");
        }
        List<DomainRequirement> server = requirements(parameters.serverUrl());
        StandardUsernamePasswordCredentials credentials =
                CredentialsProvider.findCredentialById(id, StandardUsernamePasswordCredentials.class, run, server);
        if (credentials == null) {
            boolean otherKind =
                    CredentialsProvider.findCredentialById(id, StandardCredentials.class, run, server) != null;
            throw new AbortException(
                    otherKind
                            ? "The credentials \"" + id + "\" are of another kind: \"Username with password\" is needed"
                            : "No credentials \"" + id + "\" can be used by this job for " + parameters.serverUrl()
                                    + ". Check the id, the folder that they are stored in, their domain, and whether"
                                    + " the user that the job runs as may use them");
        }
        if (credentials.getPassword().getPlainText().isEmpty()) {
            throw new AbortException("The password of the credentials \"" + id + "\" is empty");
        }
        // The look-up records the use of credentials parameters only.
        return CredentialsProvider.track(run, credentials);
    }

    /** Finds the credentials that a job, or without one (null) Jenkins itself, may use; null if there are none. */
    static StandardUsernamePasswordCredentials ofItem(Item item, String serverUrl, String id) {
        return CredentialsProvider.findCredentialByIdInItem(
                id, StandardUsernamePasswordCredentials.class, item, authentication(item), requirements(serverUrl));
    }

    static ListBoxModel choices(Item item, String serverUrl, String current) {
        StandardListBoxModel choices = new StandardListBoxModel();
        if (!maySee(item)) {
            return choices.includeCurrentValue(Util.fixNull(current));
        }
        return choices.includeEmptyValue()
                .includeAs(
                        authentication(item), item, StandardUsernamePasswordCredentials.class, requirements(serverUrl))
                .includeCurrentValue(Util.fixNull(current));
    }

    static FormValidation check(Item item, String serverUrl, String id) {
        String wanted = Util.fixEmptyAndTrim(id);
        if (!maySee(item)) {
            return FormValidation.ok();
        }
        if (wanted == null) {
            return FormValidation.error(Messages.noCredentials());
        }
        return wanted.contains("$") || ofItem(item, serverUrl, wanted) != null
                ? FormValidation.ok()
                : FormValidation.warning(Messages.unknownCredentials());
    }

    private static List<DomainRequirement> requirements(String serverUrl) {
        return URIRequirementBuilder.fromUri(Util.fixNull(serverUrl)).build();
    }

    private static Authentication authentication(Item item) {
        return item instanceof Queue.Task ? Tasks.getAuthenticationOf2((Queue.Task) item) : ACL.SYSTEM2;
    }

    private static boolean maySee(Item item) {
        return item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM);
    }
}
