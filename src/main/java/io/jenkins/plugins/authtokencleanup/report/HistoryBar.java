package io.jenkins.plugins.authtokencleanup.report;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One cleanup in the chart: what went or would go at the bottom, what failed above, what was kept on top. */
public final class HistoryBar {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    /** The part between two bars. */
    private static final double GAP = 0.3;

    private final HistoryChart chart;
    private final ReportAction report;
    private final int index;
    private final int bars;
    private final boolean labelled;

    /**
     * A bar.
     *
     * @param chart the chart, which knows the scale
     * @param report the cleanup's report
     * @param index its place from the left
     * @param bars how many bars there are
     * @param labelled whether there is room for its build's name
     */
    HistoryBar(HistoryChart chart, ReportAction report, int index, int bars, boolean labelled) {
        this.chart = chart;
        this.report = report;
        this.index = index;
        this.bars = bars;
        this.labelled = labelled;
    }

    public ReportAction getReport() {
        return report;
    }

    public boolean isLabelled() {
        return labelled;
    }

    /** The report's address below the job's. */
    public String getAddress() {
        return report.getRun().getNumber() + "/" + report.getUrlName() + "/";
    }

    /** The day of the build, in the zone of this Jenkins. */
    public String getDay() {
        return DAY.withZone(ZoneId.systemDefault())
                .format(report.getRun().getTimestamp().toInstant());
    }

    /** All about the cleanup, a line each. */
    public String getTooltip() {
        return String.join(
                "\n",
                report.getRun().getDisplayName() + ", " + getDay(),
                report.getHeadline(),
                Messages.tooltip(report.getKept(), getFailed()),
                report.getOutcomeLabel());
    }

    private int getFailed() {
        return report.getFailed() + report.getNotAttempted();
    }

    /** Where its part of the chart begins. */
    public String getLeft() {
        return percent(index);
    }

    /** How wide its part is. */
    public String getSlot() {
        return percent(1);
    }

    /** Where the bar itself begins. */
    public String getBarLeft() {
        return percent(index + GAP / 2);
    }

    public String getBarWidth() {
        return percent(1 - GAP);
    }

    public String getMiddle() {
        return percent(index + 0.5);
    }

    /** A number of bars as a percentage of the chart. */
    private String percent(double parts) {
        return String.format(Locale.ROOT, "%.3f%%", parts * 100 / bars);
    }

    public int getRemovedHeight() {
        return chart.height(report.getRemoved() + report.getWouldRemove());
    }

    public int getRemovedTop() {
        return chart.getHeight() - getRemovedHeight();
    }

    public int getFailedHeight() {
        return chart.height(getFailed());
    }

    public int getFailedTop() {
        return getRemovedTop() - getFailedHeight();
    }

    public int getKeptHeight() {
        return chart.height(report.getKept());
    }

    public int getKeptTop() {
        return getFailedTop() - getKeptHeight();
    }
}
