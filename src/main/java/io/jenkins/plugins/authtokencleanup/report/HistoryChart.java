package io.jenkins.plugins.authtokencleanup.report;

import hudson.model.Job;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A bar chart of a job's last cleanups, oldest on the left, drawn from the counts in build.xml. Heights are in pixels,
 * horizontal places in percent, so that it fits any width with text of one size.
 */
public final class HistoryChart {
    /** Looks at this many builds and reads no report, so that few builds are loaded. */
    static final int BUILDS = 30;

    /** Shows at most this many bars where builds have several reports. */
    private static final int BARS = 60;

    private static final int HEIGHT = 160;

    /** Room for half a line of text above the highest line of the scale. */
    private static final int TOP = 10;

    /** How wide a bar and its gap may get, in pixels. */
    private static final int WIDEST = 56;

    private static final int MOST_LABELS = 10;
    private static final int MOST_STEPS = 4;

    /** Few enough for the table to be beside the chart. */
    private static final int FEW = 6;

    private final List<HistoryBar> bars;
    private final int step;
    private final int top;

    HistoryChart(List<ReportAction> reports) {
        int most = reports.stream().mapToInt(ReportAction::getListed).max().orElse(0);
        step = step(most);
        top = Math.max(step, (most + step - 1) / step * step);
        int every = (reports.size() + MOST_LABELS - 1) / MOST_LABELS;
        bars = IntStream.range(0, reports.size())
                .mapToObj(i -> new HistoryBar(this, reports.get(i), i, (reports.size() - 1 - i) % every == 0))
                .toList();
    }

    /** The distance of the lines: 1, 2 or 5, or one of these by tens. */
    private static int step(int most) {
        for (int power = 1; ; power *= 10) {
            for (int digit : new int[] {1, 2, 5}) {
                if ((long) digit * power * MOST_STEPS >= most) {
                    return digit * power;
                }
            }
        }
    }

    static List<ReportAction> reportsOf(Job<?, ?> job) {
        List<ReportAction> reports = new ArrayList<>();
        for (Run<?, ?> build : job.getBuilds().limit(BUILDS)) {
            reports.addAll(0, lastOfEachAccount(build));
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

    public List<HistoryBar> getBars() {
        return bars;
    }

    /** Whether there is more than one server or account, so that the table must name them. */
    public boolean isMixed() {
        return bars.stream().map(bar -> account(bar.report())).distinct().count() > 1;
    }

    /** Whether there are previews. */
    public boolean isPreviewed() {
        return bars.stream().anyMatch(bar -> bar.report().isPreview());
    }

    /** Whether there are others than previews. */
    public boolean isRemoving() {
        return bars.stream().anyMatch(bar -> !bar.report().isPreview());
    }

    /** Whether a removal failed or was not attempted. */
    public boolean isFailing() {
        return bars.stream().anyMatch(bar -> bar.failed() > 0);
    }

    /** Whether there is room for the table, too. */
    public boolean isShort() {
        return bars.size() <= FEW;
    }

    /** The width in pixels that bars are widest at. */
    public int getWidth() {
        return bars.size() * WIDEST;
    }

    /** How wide a bar and its gap are. */
    public String getSlot() {
        return percent(1);
    }

    /** A number of bars as a percentage of the chart. */
    String percent(int parts) {
        return String.format(Locale.ROOT, "%.3f%%", parts * 100.0 / bars.size());
    }

    /** Where the bars stand, in pixels from the top. */
    public int getHeight() {
        return HEIGHT;
    }

    /** The lines of the scale, from zero up. */
    public List<Line> getLines() {
        return IntStream.rangeClosed(0, top / step)
                .map(i -> i * step)
                .mapToObj(count -> new Line(count, HEIGHT - height(count)))
                .toList();
    }

    /** A line of the scale. */
    public record Line(int count, int y) {}

    /** A count in pixels: at least one for any token; otherwise rounded down, so that no bar is too high. */
    int height(int count) {
        return count == 0 ? 0 : Math.max(1, (int) ((long) count * (HEIGHT - TOP) / top));
    }
}
