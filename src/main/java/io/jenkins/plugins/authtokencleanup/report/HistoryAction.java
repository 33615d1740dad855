package io.jenkins.plugins.authtokencleanup.report;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.InvisibleAction;
import hudson.model.Job;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** The history of cleanups on a job's page; shows nothing where there were none. */
public final class HistoryAction extends InvisibleAction {
    private final Job<?, ?> job;

    HistoryAction(Job<?, ?> job) {
        this.job = job;
    }

    /** The last cleanups, null if there were none. The view asks once a page. */
    public HistoryChart getChart() {
        List<ReportAction> reports = HistoryChart.reportsOf(job);
        return reports.isEmpty() ? null : new HistoryChart(reports);
    }

    /** Adds the history to every job. */
    @Extension
    @SuppressWarnings("rawtypes")
    public static final class Factory extends TransientActionFactory<Job> {
        @Override
        public Class<Job> type() {
            return Job.class;
        }

        @Override
        public Collection<? extends Action> createFor(Job job) {
            return List.of(new HistoryAction(job));
        }
    }
}
