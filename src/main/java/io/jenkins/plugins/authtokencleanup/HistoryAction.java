package io.jenkins.plugins.authtokencleanup;

import hudson.model.Action;
import hudson.model.Job;
import java.util.List;

/** The history of cleanups on a job's page. */
public final class HistoryAction implements Action {
    private final Job<?, ?> job;

    HistoryAction(Job<?, ?> job) {
        this.job = job;
    }

    /**
     * The last cleanups, for the view; it is asked once a page.
     *
     * @return the chart, null if there is nothing to show
     */
    public HistoryChart getChart() {
        List<ReportAction> reports = HistoryChart.reportsOf(job);
        return reports.isEmpty() ? null : new HistoryChart(reports);
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return null;
    }
}
