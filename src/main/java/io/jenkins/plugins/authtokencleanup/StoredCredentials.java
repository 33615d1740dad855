package io.jenkins.plugins.authtokencleanup;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.AbortException;
import hudson.model.Run;
import java.util.List;

/** Finds the credentials that a build may use. */
final class StoredCredentials {
    private StoredCredentials() {}

    /**
     * The credentials of a build, in its context; their use is recorded.
     *
     * @param run the build
     * @param parameters which credentials, for which server
     * @return never null
     * @throws AbortException if there are none that can be used; the message says what to do
     */
    static StandardUsernamePasswordCredentials of(Run<?, ?> run, CleanupParameters parameters) throws AbortException {
        String id = parameters.credentialsId();
        if (id.isEmpty()) {
            throw new AbortException("No credentials are chosen: give the id of credentials of the kind"
                    + " \"Username with password\" (credentialsId)");
        }
        List<DomainRequirement> server =
                URIRequirementBuilder.fromUri(parameters.serverUrl()).build();
        StandardUsernamePasswordCredentials credentials =
                CredentialsProvider.findCredentialById(id, StandardUsernamePasswordCredentials.class, run, server);
        if (credentials != null) {
            // The look-up by itself records the use of credentials that are parameters only.
            return CredentialsProvider.track(run, credentials);
        }
        boolean otherKind = CredentialsProvider.findCredentialById(id, StandardCredentials.class, run, server) != null;
        throw new AbortException(
                otherKind
                        ? "The credentials \"" + id + "\" are of another kind: \"Username with password\" is needed"
                        : "No credentials \"" + id + "\" can be used by this job for " + parameters.serverUrl()
                                + ". Check the id, the folder that they are stored in, their domain, and whether the"
                                + " user that the job runs as may use them");
    }
}
