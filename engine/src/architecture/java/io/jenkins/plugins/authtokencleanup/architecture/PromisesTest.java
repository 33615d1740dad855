package io.jenkins.plugins.authtokencleanup.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of promises, and what it leads to: each link is to a file, each command to tests that exist. */
class PromisesTest {
    private static final Path DOCS = Product.root().resolve("docs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern TESTS = Pattern.compile("-Dtest='?([\\w,*+.]+)");

    @ParameterizedTest
    @ValueSource(strings = {"promises.md", "mutation-testing.md"})
    void each_link_leads_to_a_file(String page) throws IOException {
        assertEquals(List.of(), broken(DOCS.resolve(page)));
        assertTrue(links(DOCS.resolve(page)).size() > 2);
    }

    @Test
    void a_link_to_nowhere_is_found(@TempDir Path directory) throws IOException {
        Path page = directory.resolve("page.md");
        Files.writeString(page, "[a](page.md#here) [b](https://example.com/) [c](missing/File.java)");
        assertEquals(List.of("missing/File.java"), broken(page));
    }

    @Test
    void each_promise_has_a_command_and_each_command_has_tests() throws IOException {
        String text = Files.readString(DOCS.resolve("promises.md"));
        List<String> promises = Stream.of(text.split("(?m)^## "))
                .filter(part -> part.matches("(?s)\\d+\\..*"))
                .toList();
        assertEquals(
                IntStream.rangeClosed(1, 10).boxed().toList(),
                promises.stream()
                        .map(part -> Integer.valueOf(part.substring(0, part.indexOf('.'))))
                        .toList());
        for (String promise : promises) {
            Matcher tests = TESTS.matcher(promise);
            assertTrue(tests.find(), promise);
            for (String name : tests.group(1).split(",")) {
                assertFalse(classesOf(name).isEmpty(), name);
            }
        }
    }

    private static List<Path> classesOf(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Product.root().resolve("engine/src"))) {
            return files.filter(file -> file.getFileName().toString().matches(name.replace("*", ".*") + "\\.java"))
                    .toList();
        }
    }

    private static List<String> broken(Path page) throws IOException {
        return links(page).stream()
                .filter(link -> !link.matches("[a-z]+:.*|#.*"))
                .filter(link -> !Files.exists(page.resolveSibling(link.replaceAll("#.*", ""))))
                .toList();
    }

    private static List<String> links(Path page) throws IOException {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
            links.add(link.group(1));
        }
        return links;
    }
}
