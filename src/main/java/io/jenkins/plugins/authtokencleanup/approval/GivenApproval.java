package io.jenkins.plugins.authtokencleanup.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;

/**
 * An approval that was given, for a page.
 *
 * @param build the build that may use it or did; null before it begins, or if it is deleted
 * @param waiting whether its build has not begun
 */
public record GivenApproval(Approval approval, @CheckForNull Run<?, ?> build, boolean waiting) {}
