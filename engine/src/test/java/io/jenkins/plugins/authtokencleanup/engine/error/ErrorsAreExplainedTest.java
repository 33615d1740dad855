package io.jenkins.plugins.authtokencleanup.engine.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The administrators' page has a row for each error: what its message says to do, what it means, what more to do. */
class ErrorsAreExplainedTest {
    private static final Path ROOT = Files.isDirectory(Path.of("engine")) ? Path.of("") : Path.of("..");

    private static List<String> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/administrators.md")).stream()
                .filter(line -> line.matches("\\| [A-Z][^|]* \\| [^|]+ \\| [^|]+ \\|"))
                .toList();
    }

    private static List<String> advices() {
        return Arrays.stream(Problem.values()).map(Problem::advice).toList();
    }

    @Test
    void every_error_has_one_row_that_begins_as_its_advice_does() throws IOException {
        List<String> rows = rows();
        List<String> advices = advices();
        assertTrue(advices.size() > 15, "found only " + advices);
        List<String> odd = advices.stream()
                .filter(advice -> rows.stream()
                                .filter(row -> advice.startsWith(row.substring(2, row.indexOf(" |"))))
                                .count()
                        != 1)
                .toList();
        assertEquals(List.of(), odd, "without a row, or with several");
        assertEquals(advices.size(), rows.size(), "rows for errors that there are not");
    }
}
