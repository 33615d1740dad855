package io.jenkins.plugins.authtokencleanup.report;

import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.engine.report.format.JournalEntry;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The journal of one run: a file beside the report to come. It is deleted once the report is stored, so that a journal
 * which is left is that of a run whose report is lost.
 */
public final class StoredJournal implements JournalWriter, AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(StoredJournal.class.getName());

    private final Path folder;
    private final String server;
    private final String account;
    private Path file;
    private FileOutputStream out;
    private boolean closed;

    /** A journal that has no file before its first entry. */
    public StoredJournal(Run<?, ?> run, String server, String account) {
        this.folder = StoredReport.folder(run);
        this.server = server;
        this.account = account;
    }

    /** Stores an entry on the disk. Server, account and time are the controller's, whatever an agent says. */
    @Override
    public synchronized void append(String line) throws IOException {
        if (closed) {
            throw new IOException("The journal is closed");
        }
        try {
            JournalEntry entry = new JournalEntry(
                    Instant.now(), server, account, JournalEntry.of(line).tokens());
            if (out == null) {
                create();
            }
            out.write((entry.line() + "\n").getBytes(StandardCharsets.UTF_8));
            // Not through a channel: an interruption would close it.
            out.getFD().sync();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void create() throws IOException {
        Files.createDirectories(folder);
        for (int number = 1; file == null; number++) {
            try {
                file = Files.createFile(folder.resolve(LostRun.FILE_NAME.formatted(number)));
            } catch (FileAlreadyExistsException e) {
                // Of another step of this build, or of one that was lost and is tried again.
                continue;
            }
        }
        out = new FileOutputStream(file.toFile(), true);
    }

    /** Takes no more entries. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (out != null) {
            out.close();
        }
    }

    /** Closes and deletes the journal, since the report is stored. If that fails, the next build shows it once. */
    public synchronized void delete() {
        try {
            close();
            if (file != null) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The journal " + file + " can't be deleted");
        }
    }
}
