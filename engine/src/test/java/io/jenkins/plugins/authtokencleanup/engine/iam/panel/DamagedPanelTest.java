package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.iam.ServedPages;
import io.jenkins.plugins.authtokencleanup.engine.server.PageDetails;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.fuzz.Edit;
import io.jenkins.plugins.authtokencleanup.fuzz.Mutations;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a panel is damaged, no token gets older by it, and a part of a panel is never taken for the whole. */
class DamagedPanelTest {
    private static final List<String> PANELS = ServedPages.panels();
    private static final Pattern BRINGS_A_TIME = Pattern.compile("20\\d\\d| ago|<td>(-|&nbsp;)?</td>|never");
    private static final int PAGES_A_SEED = 50;
    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final Map<String, List<Row>> ROWS = new HashMap<>();

    @BeforeAll
    static void find_rows() throws Exception {
        for (String panel : PANELS) {
            ROWS.put(panel, Row.of(panel));
        }
    }

    static LongStream seeds() {
        return Sample.seeds(200);
    }

    /** Null if the page is refused, or has no token table. */
    private static TokenListing listing(String page) throws Exception {
        try {
            ReadPanel panel = ReadPanel.of(page);
            return panel.found()
                    ? new TokenListing(
                            panel.tokens(ServedPages.NOW, ZONE),
                            ServedPages.NOW,
                            PageDetails.asShown("classic", List.of(), true))
                    : null;
        } catch (CleanupException e) {
            return null;
        }
    }

    @Test
    void the_panels_are_the_same_in_every_run_so_that_a_seed_repeats_a_case() {
        assertEquals(PANELS, ServedPages.panels());
        assertEquals(ServedPages.smallPanel(), ServedPages.smallPanel());
    }

    @Test
    void a_panel_cut_off_anywhere_is_refused_or_whole() throws Exception {
        List<String> panels = new ArrayList<>(PANELS);
        panels.add(ServedPages.smallPanel());
        int cuts = 0;
        for (String panel : panels) {
            TokenListing whole = listing(panel);
            List<Integer> lengths = IntStream.range(0, panel.length()).boxed().toList();
            for (int length : Sample.oneIn(7, lengths)) {
                cuts++;
                TokenListing part = listing(panel.substring(0, length));
                assertTrue(part == null || part.equals(whole), "cut off after " + length + " of " + panel);
            }
        }
        System.out.println("panels cut off: " + cuts);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_token_gets_older_by_a_change_elsewhere(long seed) throws Exception {
        Mutations mutations = new Mutations(seed);
        for (int i = 0; i < PAGES_A_SEED; i++) {
            String panel = mutations.any(PANELS);
            Edit edit = mutations.edit(panel);
            TokenListing damaged = listing(edit.applyTo(panel));
            if (damaged != null && !BRINGS_A_TIME.matcher(edit.with()).find()) {
                for (Row row : ROWS.get(panel)) {
                    if (edit.leaves(row.timeBegin(), row.timeEnd())) {
                        assertNotOlder(row, damaged, () -> "seed " + seed + ", " + edit + " in " + panel);
                    }
                }
            }
        }
    }

    private static void assertNotOlder(Row row, TokenListing damaged, Supplier<String> where) {
        for (AuthToken token : damaged.tokens()) {
            if (token.handle() != null && token.handle().equals(row.token().handle())) {
                LastAccess now = token.lastAccess();
                LastAccess then = row.token().lastAccess();
                // A cell that a row's new end leaves blank has no time, and so nothing by which it could be old.
                assertTrue(
                        now.equals(then)
                                || now.latest() == null
                                || then.latest() != null && !now.latest().isBefore(then.latest()),
                        () -> then + " became " + now + ", " + where.get());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void only_what_can_be_named_and_dated_is_ever_offered_for_removal(long seed) throws Exception {
        Mutations mutations = new Mutations(~seed);
        for (int i = 0; i < PAGES_A_SEED; i++) {
            String panel = mutations.changed(mutations.any(PANELS), 12);
            TokenListing damaged = listing(panel);
            if (damaged != null) {
                RemovalCandidates.of(damaged)
                        .forEach(token -> assertAll(
                                () -> assertNotNull(token.handle(), panel),
                                () -> assertFalse(token.handle().reveal().contains(","), panel),
                                () -> assertTrue(datedBefore(token), () -> token + " of " + panel)));
            }
        }
    }

    private static boolean datedBefore(AuthToken token) {
        LastAccess date = token.lastAccess() instanceof LastAccess.Never ? token.created() : token.lastAccess();
        return date.isBefore(RemovalCandidates.CUTOFF);
    }

    /** A row of a panel as it was served: its token, and where its last access stands. */
    private record Row(AuthToken token, int timeBegin, int timeEnd) {

        /** The row's times are found by a mark that is put into one cell after the other. */
        static List<Row> of(String panel) throws Exception {
            List<AuthToken> tokens = listing(panel).tokens();
            List<Row> rows = new ArrayList<>();
            int column = column(panel);
            int at = panel.indexOf("</tr>", panel.indexOf("id=\"headerrow\""));
            for (AuthToken token : tokens) {
                int begin = panel.indexOf("<tr id=\"trow\"", at);
                int end = panel.indexOf("<tr id=\"trow\"", begin + 1);
                at = end < 0 ? panel.length() : end;
                int cell = begin;
                for (int i = 0; i <= column; i++) {
                    cell = nextCell(panel, cell + 1);
                }
                rows.add(new Row(token, cell, panel.indexOf("</td>", cell) + "</td>".length()));
            }
            return rows;
        }

        private static int column(String panel) {
            String[] headers =
                    panel.substring(panel.indexOf("id=\"headerrow\"")).split("<th>");
            return IntStream.range(0, headers.length)
                            .filter(i -> headers[i].startsWith("Last"))
                            .findFirst()
                            .orElseThrow()
                    - 1;
        }

        /** Cells begin a line; those of the nested table of scopes do not. */
        private static int nextCell(String panel, int from) {
            return panel.indexOf("\n<td", from);
        }
    }

    @Test
    void the_rows_of_the_served_panels_are_found() throws Exception {
        for (String panel : PANELS) {
            for (Row row : Row.of(panel)) {
                String cell = panel.substring(row.timeBegin(), row.timeEnd());
                String without = new Edit(row.timeBegin(), row.timeEnd(), "\n<td>8 days ago</td>").applyTo(panel);
                List<AuthToken> tokens = listing(without).tokens();
                assertEquals(
                        1,
                        tokens.stream()
                                .filter(token ->
                                        token.handle().equals(row.token().handle()))
                                .filter(token -> token.lastAccessText().equals("8 days ago"))
                                .count(),
                        cell);
            }
        }
    }
}
