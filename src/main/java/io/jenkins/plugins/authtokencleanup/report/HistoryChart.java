package io.jenkins.plugins.authtokencleanup.report;

import hudson.model.Job;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A bar chart of a job's last cleanups, oldest on the left, drawn from the counts in build.xml. */
public final class HistoryChart {
    /** Looks at this many builds and reads no report, so that few builds are loaded. */
    static final int BUILDS = 30;

    /** Shows at most this many bars where builds have several reports. */
    private static final int BARS = 60;

    private static final int HEIGHT = 120;
    private static final int STEP = 14;

    private final List<Bar> bars;

    HistoryChart(List<ReportAction> reports) {
        int most = reports.stream().mapToInt(ReportAction::getListed).max().orElse(0);
        List<Bar> drawn = new ArrayList<>();
        reports.forEach(report -> drawn.add(new Bar(report, drawn.size() * STEP, Math.max(1, most))));
        bars = List.copyOf(drawn);
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

    /** Of a preview and the removal that followed it, only the removal. */
    private static Collection<ReportAction> lastOfEachAccount(Run<?, ?> build) {
        Map<List<String>, ReportAction> last = new LinkedHashMap<>();
        build.getActions(ReportAction.class).forEach(report -> last.put(account(report), report));
        return last.values();
    }

    private static List<String> account(ReportAction report) {
        return List.of(report.getServer(), report.getAccount());
    }

    public List<Bar> getBars() {
        return bars;
    }

    /** Whether there is more than one server or account, so that the table must name them. */
    public boolean isMixed() {
        return bars.stream().map(bar -> account(bar.report)).distinct().count() > 1;
    }

    public int getWidth() {
        return bars.size() * STEP;
    }

    public int getHeight() {
        return HEIGHT;
    }

    /** One cleanup: removed tokens at the bottom, failed ones above, kept ones on top. */
    public static final class Bar {
        private final ReportAction report;
        private final int x;
        private final int most;

        private Bar(ReportAction report, int x, int most) {
            this.report = report;
            this.x = x;
            this.most = most;
        }

        public ReportAction getReport() {
            return report;
        }

        public int getX() {
            return x;
        }

        public int getRemovedHeight() {
            return scaled(report.getRemoved() + report.getWouldRemove());
        }

        public int getRemovedTop() {
            return HEIGHT - getRemovedHeight();
        }

        public int getFailedHeight() {
            return scaled(report.getFailed() + report.getNotAttempted());
        }

        public int getFailedTop() {
            return getRemovedTop() - getFailedHeight();
        }

        public int getKeptHeight() {
            return scaled(report.getKept());
        }

        public int getKeptTop() {
            return getFailedTop() - getKeptHeight();
        }

        /** At least one pixel for any token; otherwise rounded down, so that no bar is too high. */
        private int scaled(int count) {
            return count == 0 ? 0 : Math.max(1, (int) ((long) count * (HEIGHT - 2) / most));
        }
    }
}
