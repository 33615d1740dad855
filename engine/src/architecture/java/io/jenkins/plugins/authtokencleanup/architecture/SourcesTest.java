package io.jenkins.plugins.authtokencleanup.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for source files, also for those of the Jenkins layer, which this build does not compile. */
class SourcesTest {
    private static final int MOST_LINES = 300;

    @Test
    void no_source_file_has_more_than_300_lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path directory : Product.allSources()) {
            tooLong.addAll(longer(directory));
        }
        assertEquals(List.of(), tooLong);
    }

    @Test
    void a_file_with_one_line_more_is_found(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("Right.java"), "\n".repeat(MOST_LINES));
        Files.writeString(directory.resolve("Long.java"), "\n".repeat(MOST_LINES + 1));
        assertEquals(List.of("Long.java: 301 lines"), longer(directory));
    }

    @Test
    void the_jenkins_layer_does_not_know_the_command_line_or_the_test_server() throws IOException {
        try (Stream<Path> files = javaFiles(Product.root().resolve("src/main/java"))) {
            List<Path> wrong = files.filter(
                            file -> read(file).matches("(?s).*\\bauthtokencleanup\\.(cli|testserver|demo)\\..*"))
                    .toList();
            assertEquals(List.of(), wrong);
        }
    }

    @Test
    void there_are_sources() throws IOException {
        List<Path> all = Product.allSources();
        for (String tests : List.of("src/test", "engine/src/test", "engine/src/architecture", "engine/src/bench")) {
            assertTrue(all.contains(Product.root().resolve(tests + "/java")), tests);
        }
        assertTrue(all.containsAll(Product.sources()), all::toString);
        for (Path directory : all) {
            try (Stream<Path> files = javaFiles(directory)) {
                assertTrue(files.findAny().isPresent(), directory::toString);
            }
        }
    }

    private static List<String> longer(Path directory) throws IOException {
        try (Stream<Path> files = javaFiles(directory)) {
            return files.filter(file -> read(file).lines().count() > MOST_LINES)
                    .map(file -> file.getFileName() + ": " + read(file).lines().count() + " lines")
                    .toList();
        }
    }

    private static Stream<Path> javaFiles(Path directory) throws IOException {
        return Files.walk(directory).filter(file -> file.toString().endsWith(".java"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
