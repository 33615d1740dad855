package io.jenkins.plugins.authtokencleanup.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The words that remove tokens (sections 6 and 10 of the wire contract) are in one class for each page, and those that
 * remove all in none.
 */
class DangerousWordsTest {
    private static final List<String> REMOVAL_REQUEST = List.of("RemovalRequest.class");

    /** Has the words, also where it puts texts together. */
    static final class Counterexample {
        String body(String csrf) {
            return "action=delete_all&" + csrf;
        }

        String path(String prefix) {
            return prefix + "/deleteAll";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete_selected", "u/authtoken"})
    void only_the_removal_request_has_the_word(String word) throws IOException {
        assertEquals(REMOVAL_REQUEST, shippedClassesWith(text -> text.contains(word)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"activeauthtokens", "X-HTTP-Method-Override"})
    void only_the_json_removal_request_has_the_word(String word) throws IOException {
        assertEquals(List.of("JsonRemovalRequest.class"), shippedClassesWith(text -> text.contains(word)));
    }

    @Test
    void only_the_removal_request_names_the_parameter_of_handles() throws IOException {
        assertEquals(
                List.of("JsonTokenList.class", "RemovalRequest.class"),
                shippedClassesWith("authtokens"::equals),
                "it is also a member of the JSON page's list");
        assertEquals(List.of(), shippedClassesWith(text -> text.contains("authtokens=")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete_all", "delete_", "action=delete", "deleteall"})
    void no_class_has_a_word_that_removes_what_is_not_named(String word) throws IOException {
        Predicate<String> bad = text ->
                text.toLowerCase(Locale.ROOT).replace("delete_selected", "").contains(word);
        assertEquals(List.of(), shippedClassesWith(bad));
        assertEquals(
                List.of("DangerousWordsTest$Counterexample.class"),
                classesWith(bad, Product.directoryOf(DangerousWordsTest.class)).stream()
                        .filter(name -> name.startsWith("DangerousWordsTest"))
                        .toList(),
                "a class with the word is found out");
    }

    @Test
    void no_class_has_the_word_that_removes_one_row_with_a_click() throws IOException {
        assertEquals(List.of(), shippedClassesWith("delete"::equals));
    }

    @Test
    void the_shipped_classes_are_really_read() throws IOException {
        assertTrue(shippedClassesWith(text -> true).size() > 100);
    }

    private static List<String> shippedClassesWith(Predicate<String> text) throws IOException {
        return classesWith(text, Product.classes());
    }

    private static List<String> classesWith(Predicate<String> text, Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            return classes.stream()
                    .filter(file -> strings(file).stream().anyMatch(text))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static List<String> strings(Path file) {
        try {
            return ConstantPool.strings(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
