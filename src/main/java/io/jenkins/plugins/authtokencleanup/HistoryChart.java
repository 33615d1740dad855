package io.jenkins.plugins.authtokencleanup;

import hudson.model.Job;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A chart of the last cleanups of a job, the oldest on the left, drawn from the counts in the builds' own files. */
public final class HistoryChart {
    /** As many builds are looked at, however many there are: no report is read, and few builds are loaded. */
    static final int BUILDS = 30;

    /** As many bars are shown where builds have several reports. */
    private static final int BARS = 60;

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
            reports.addAll(0, lastOfEachAccount(build));
            build = build.getPreviousBuild();
        }
        return reports.subList(Math.max(0, reports.size() - BARS), reports.size());
    }

    /** Of a preview and the removal that followed it, the removal; of several servers, each. */
    private static Collection<ReportAction> lastOfEachAccount(Run<?, ?> build) {
        Map<List<String>, ReportAction> last = new LinkedHashMap<>();
        for (ReportAction report : build.getActions(ReportAction.class)) {
            last.put(List.of(report.getServer(), report.getAccount()), report);
        }
        return last.values();
    }

    public List<HistoryBar> getBars() {
        return Collections.unmodifiableList(bars);
    }

    /** Whether the reports are about more than one server or account, so that it must be said which. */
    public boolean isMixed() {
        return bars.stream()
                        .map(bar -> List.of(
                                bar.getReport().getServer(), bar.getReport().getAccount()))
                        .distinct()
                        .count()
                > 1;
    }

    public int getWidth() {
        return bars.size() * STEP;
    }

    public int getHeight() {
        return HEIGHT;
    }
}
