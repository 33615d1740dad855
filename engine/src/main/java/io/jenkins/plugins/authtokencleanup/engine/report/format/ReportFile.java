package io.jenkins.plugins.authtokencleanup.engine.report.format;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that a report goes to. It is written beside its place and moved there whole, or not at all. */
public final class ReportFile {
    private final Path file;
    private final ReportFormat format;

    private ReportFile(Path file, ReportFormat format) {
        this.file = file;
        this.format = format;
    }

    /**
     * A file that can be written to: tried here, so that a run which removes tokens does not start without it.
     *
     * @param path where the report goes; a file that is there already is replaced
     * @return the file
     * @throws IllegalArgumentException if the ending tells no form, see {@link ReportFormat#of}
     * @throws IOException if it can't be written there, with a message that says why and what to do
     */
    public static ReportFile at(Path path) throws IOException {
        ReportFile report = new ReportFile(path.toAbsolutePath(), ReportFormat.of(path));
        Path folder = report.file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw report.unusable("there is no such folder. Make it first, or name another one", null);
        }
        if (Files.isDirectory(report.file)) {
            throw report.unusable("a folder has that name. Name a file", null);
        }
        Path trial = report.beside();
        try {
            new FileOutputStream(trial.toFile()).close();
            Files.delete(trial);
        } catch (IOException e) {
            throw report.unusable("its folder can't be written to. Change its permissions, or name another one", e);
        }
        return report;
    }

    /**
     * The file's place.
     *
     * @return an absolute path
     */
    public Path path() {
        return file;
    }

    /**
     * Writes the report. If that fails, what was at its place before is still there. It works on an interrupted thread
     * too.
     *
     * @param report what to write
     * @throws IOException if it can't be written
     */
    public void write(CleanupReport report) throws IOException {
        Path unfinished = beside();
        try {
            // Not a channel: those break off on an interrupted thread.
            try (FileOutputStream disk = new FileOutputStream(unfinished.toFile());
                    OutputStream out = new BufferedOutputStream(disk)) {
                format.writer().write(report, out);
                out.flush();
                disk.getFD().sync();
            }
            moveIntoPlace(unfinished);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void moveIntoPlace(Path unfinished) throws IOException {
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path beside() {
        return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    private IOException unusable(String why, IOException cause) {
        return new IOException("Write a report to " + SafeText.of(file.toString()) + ": " + why + ".", cause);
    }
}
