package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import io.jenkins.plugins.authtokencleanup.engine.token.PlainText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The headers of the page in each language that an account can have (contract, section 11). The words are data. */
final class TranslatedHeaders {
    private static final String FILE = "headers.tsv";
    private static final List<PanelColumn> COLUMNS =
            List.of(PanelColumn.LAST_ACCESSED, PanelColumn.CREATED, PanelColumn.SCOPES);
    private static final Map<String, PanelColumn> MEANINGS = read();

    private TranslatedHeaders() {}

    /**
     * The meaning of a header.
     *
     * @param header as the page shows it
     * @return null if it is in no language known to us
     */
    static PanelColumn meaning(String header) {
        return MEANINGS.get(normalised(header));
    }

    /** All words for a column, normalised. */
    static Set<String> words(PanelColumn column) {
        return MEANINGS.entrySet().stream()
                .filter(meaning -> meaning.getValue() == column)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, PanelColumn> read() {
        Map<String, PanelColumn> meanings = new HashMap<>();
        try (InputStream in = TranslatedHeaders.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] fields = line.split("\t");
                for (int i = 0; i < COLUMNS.size(); i++) {
                    meanings.put(normalised(fields[i + 1]), COLUMNS.get(i));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Read " + FILE, e);
        }
        return Map.copyOf(meanings);
    }

    private static String normalised(String header) {
        return PlainText.of(header).toLowerCase(Locale.ROOT);
    }
}
