package io.jenkins.plugins.authtokencleanup.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * One cleanup in the chart.
 *
 * @param chart the chart, which knows the scale
 * @param report the cleanup's report
 * @param index its place from the left
 * @param labelled whether there is room for its build's name
 */
public record HistoryBar(HistoryChart chart, ReportAction report, int index, boolean labelled) {
    /** The report's address below the job's. */
    public String getAddress() {
        return report.getRun().getNumber() + "/" + report.getUrlName() + "/";
    }

    /** The day of the build, in the zone of this Jenkins. */
    public LocalDate getDay() {
        return LocalDate.ofInstant(report.getRun().getTimestamp().toInstant(), ZoneId.systemDefault());
    }

    /** All about the cleanup, a line each. */
    public String getTooltip() {
        return String.join(
                "\n",
                report.getRun().getDisplayName() + ", " + getDay(),
                report.getHeadline(),
                Messages.tooltip(report.getKept(), failed()),
                report.getOutcomeLabel());
    }

    int failed() {
        return report.getFailed() + report.getNotAttempted();
    }

    /** Where its part of the chart begins. */
    public String getLeft() {
        return chart.percent(index);
    }

    /** What went or would go at the bottom, what failed above, what was kept on top. */
    public List<Part> getParts() {
        String gone = report.isPreview() ? "preview" : "removed";
        Part bottom = part(gone, report.getRemoved() + report.getWouldRemove(), chart.getHeight());
        Part middle = part("failed", failed(), bottom.y);
        return List.of(bottom, middle, part("kept", report.getKept(), middle.y));
    }

    private Part part(String kind, int count, int foot) {
        int height = chart.height(count);
        return new Part(kind, foot - height, height);
    }

    /**
     * A part of one color, in pixels from the top.
     *
     * @param kind the end of its class in CSS
     */
    public record Part(String kind, int y, int height) {}
}
