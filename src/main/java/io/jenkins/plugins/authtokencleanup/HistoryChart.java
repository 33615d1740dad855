package io.jenkins.plugins.authtokencleanup;

import hudson.model.Job;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A chart of the last cleanups of a job, the oldest on the left, drawn from the counts in the builds' own files. */
public final class HistoryChart {
    /** As many builds are looked at, however many there are: no report is read, and few builds are loaded. */
    static final int BUILDS = 30;

    private static final int HEIGHT = 120;
    private static final int STEP = 14;

    private final List<HistoryBar> bars = new ArrayList<>();

    HistoryChart(List<ReportAction> reports) {
        int most = reports.stream().mapToInt(ReportAction::getListed).max().orElse(0);
        for (ReportAction report : reports) {
            bars.add(new HistoryBar(report, bars.size() * STEP, HEIGHT, Math.max(1, most)));
        }
    }

    static List<ReportAction> reportsOf(Job<?, ?> job) {
        List<ReportAction> reports = new ArrayList<>();
        int looked = 0;
        for (Run<?, ?> build = job.getLastBuild(); build != null && looked < BUILDS; looked++) {
            ReportAction report = build.getAction(ReportAction.class);
            if (report != null) {
                reports.add(report);
            }
            build = build.getPreviousBuild();
        }
        Collections.reverse(reports);
        return reports;
    }

    public List<HistoryBar> getBars() {
        return Collections.unmodifiableList(bars);
    }

    public int getWidth() {
        return bars.size() * STEP;
    }

    public int getHeight() {
        return HEIGHT;
    }
}
