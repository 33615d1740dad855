package io.jenkins.plugins.authtokencleanup.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The administrators' page has a row for each error: what its message says to do, what it means, what more to do. */
class ErrorsAreExplainedTest {
    private static final Path ROOT = Files.isDirectory(Path.of("engine")) ? Path.of("") : Path.of("..");
    private static final Path ERRORS = ROOT.resolve("engine/src/main/java")
            .resolve(CleanupException.class.getPackageName().replace('.', '/'));

    private static List<String> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/administrators.md")).stream()
                .filter(line -> line.matches("\\| [A-Z][^|]* \\| [^|]+ \\| [^|]+ \\|"))
                .toList();
    }

    private static List<String> advices() throws Exception {
        List<String> advices = new ArrayList<>();
        try (Stream<Path> files = Files.list(ERRORS)) {
            for (Path file : files.filter(path -> path.toString().endsWith("Exception.java")).sorted().toList()) {
                Class<?> type = Class.forName(CleanupException.class.getPackageName() + "."
                        + file.getFileName().toString().replace(".java", ""));
                if (!Modifier.isAbstract(type.getModifiers())) {
                    CleanupException error = (CleanupException)
                            type.getConstructor(String.class, String.class).newInstance("Try", "it failed");
                    advices.add(error.advice());
                }
            }
        }
        return advices;
    }

    @Test
    void everyErrorHasOneRowThatBeginsAsItsAdviceDoes() throws Exception {
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
