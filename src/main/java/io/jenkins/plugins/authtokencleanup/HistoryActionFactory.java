package io.jenkins.plugins.authtokencleanup;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Puts the history on the pages of all jobs; where there were no cleanups it shows nothing. */
@Extension
@SuppressWarnings("rawtypes")
public final class HistoryActionFactory extends TransientActionFactory<Job> {
    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Collection<? extends Action> createFor(Job job) {
        return List.of(new HistoryAction(job));
    }
}
