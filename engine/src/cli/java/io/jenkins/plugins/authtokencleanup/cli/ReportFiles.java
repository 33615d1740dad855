package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportFile;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The report files that the user asked for. */
final class ReportFiles {
    private final List<ReportFile> files;

    private ReportFiles(List<ReportFile> files) {
        this.files = files;
    }

    /**
     * Files that can be written to, which is tried here.
     *
     * @param paths where to
     * @return the files
     * @throws IllegalArgumentException if an ending tells no form
     * @throws IOException if one can't be written to
     */
    static ReportFiles at(List<Path> paths) throws IOException {
        List<ReportFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(ReportFile.at(path));
        }
        return new ReportFiles(files);
    }

    /** Writes them all, each one even if another one fails, and says whether all went well. */
    boolean write(CleanupReport report, PrintStream out, PrintStream err) {
        boolean all = true;
        for (ReportFile file : files) {
            try {
                file.write(report);
                out.println("Report: " + SafeText.of(file.path().toString()));
            } catch (IOException e) {
                all = false;
                err.println(SafeText.of("Write a report to " + file.path() + ": " + e.getMessage()
                        + ". The totals above hold; look at the disk."));
            }
        }
        return all;
    }
}
