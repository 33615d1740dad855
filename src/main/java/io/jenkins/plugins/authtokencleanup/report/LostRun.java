package io.jenkins.plugins.authtokencleanup.report;

import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.JournalEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A run that left a journal and no report.
 *
 * @param build its build
 * @param journal the journal's file
 * @param tokens what the journal last says of each token
 * @param damaged whether a part of the journal can't be read, as after a crash while it was written
 */
public record LostRun(Run<?, ?> build, Path journal, List<TokenReport> tokens, boolean damaged) {
    /** With the number of the journal in its build. */
    static final String FILE_NAME = "journal-%d.jsonl";

    private static final Logger LOGGER = Logger.getLogger(LostRun.class.getName());

    public LostRun {
        tokens = List.copyOf(tokens);
    }

    /**
     * The lost runs of a build, in the order in which they began. Called when none is under way for the account.
     */
    public static List<LostRun> of(Run<?, ?> build, String server, String account) {
        List<LostRun> lost = new ArrayList<>();
        for (Path journal : journals(build)) {
            LostRun run = read(build, journal, server, account);
            if (!run.tokens.isEmpty()) {
                lost.add(run);
            }
        }
        return lost;
    }

    private static Iterable<Path> journals(Run<?, ?> build) {
        Path folder = StoredReport.folder(build);
        TreeSet<Path> journals = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FILE_NAME.replace("%d", "*"))) {
                files.forEach(journals::add);
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, e, () -> "Journals in " + folder + " can't be read");
            }
        }
        return journals;
    }

    private static LostRun read(Run<?, ?> build, Path journal, String server, String account) {
        Map<String, TokenReport> tokens = new LinkedHashMap<>();
        boolean damaged = false;
        try {
            // Not by Files.lines: a character that was cut off would hide the lines before it.
            String text = new String(Files.readAllBytes(journal), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                damaged |= !add(line, server, account, tokens);
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The journal " + journal + " can't be read");
            damaged = true;
        }
        return new LostRun(build, journal, List.copyOf(tokens.values()), damaged);
    }

    private static boolean add(String line, String server, String account, Map<String, TokenReport> tokens) {
        try {
            JournalEntry entry = JournalEntry.of(line);
            if (entry.server().equals(server) && entry.account().equals(account)) {
                entry.tokens().forEach(token -> tokens.put(token.id(), token));
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
