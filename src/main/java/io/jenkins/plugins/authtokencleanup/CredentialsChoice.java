package io.jenkins.plugins.authtokencleanup;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.List;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** Which credentials a job's form offers, and to whom. */
final class CredentialsChoice {
    private CredentialsChoice() {}

    static ListBoxModel items(Item item, String serverUrl, String current) {
        StandardListBoxModel choice = new StandardListBoxModel();
        if (!maySee(item)) {
            return choice.includeCurrentValue(Util.fixNull(current));
        }
        return choice.includeEmptyValue()
                .includeMatchingAs(
                        authentication(item),
                        item,
                        StandardUsernamePasswordCredentials.class,
                        requirements(serverUrl),
                        CredentialsMatchers.always())
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
        return wanted.contains("$") || find(item, serverUrl, wanted) != null
                ? FormValidation.ok()
                : FormValidation.warning(Messages.unknownCredentials());
    }

    /**
     * The credentials that a job may use.
     *
     * @param item the job, null for none
     * @param serverUrl for which server
     * @param id their id
     * @return null if there are none
     */
    static StandardUsernamePasswordCredentials find(Item item, String serverUrl, String id) {
        return CredentialsProvider.findCredentialByIdInItem(
                id, StandardUsernamePasswordCredentials.class, item, authentication(item), requirements(serverUrl));
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
