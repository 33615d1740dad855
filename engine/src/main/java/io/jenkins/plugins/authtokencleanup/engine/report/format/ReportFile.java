package io.jenkins.plugins.authtokencleanup.engine.report.format;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A report file. It is written under another name and then renamed, so that it is complete or not there at all. */
public final class ReportFile {
    private final Path file;
    private final ReportFormat format;

    private ReportFile(Path file, ReportFormat format) {
        this.file = file;
        this.format = format;
    }

    /**
     * Checks that a report can be written, before a run removes anything.
     *
     * @param path where to write the report; an existing file is replaced
     * @return the file
     * @throws IllegalArgumentException if the ending is not one of {@link ReportFormat#of}
     * @throws IOException if the file can't be written; the message says why and what to do
     */
    public static ReportFile at(Path path) throws IOException {
        ReportFile report = new ReportFile(path.toAbsolutePath(), ReportFormat.of(path));
        Path folder = report.file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw report.unusable("there is no such folder. Create it first, or name another one", null);
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

    /** Where the report goes, an absolute path. */
    public Path path() {
        return file;
    }

    /**
     * Writes the report, even on an interrupted thread. If that fails, an existing file stays as it was.
     *
     * @param report what to write
     * @throws IOException if it can't be written
     */
    public void write(CleanupReport report) throws IOException {
        Path unfinished = beside();
        try {
            // Not a channel: an interrupted thread can't write to one.
            try (FileOutputStream disk = new FileOutputStream(unfinished.toFile())) {
                disk.write(format.text(report).getBytes(StandardCharsets.UTF_8));
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
