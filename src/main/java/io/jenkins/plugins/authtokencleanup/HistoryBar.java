package io.jenkins.plugins.authtokencleanup;

/** One cleanup in the chart: what was removed at the bottom, then what failed, then what was kept. */
public final class HistoryBar {
    private final ReportAction report;
    private final int x;
    private final int height;
    private final int most;

    HistoryBar(ReportAction report, int x, int height, int most) {
        this.report = report;
        this.x = x;
        this.height = height;
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
        return height - getRemovedHeight();
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

    /** What is there at all is seen: at least one pixel, and rounded down else, so that no bar is too high. */
    private int scaled(int count) {
        return count == 0 ? 0 : Math.max(1, (int) ((long) count * (height - 2) / most));
    }
}
