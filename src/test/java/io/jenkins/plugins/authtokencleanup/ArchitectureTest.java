package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Jenkins layer knows the engine by few names, and the engine does not know Jenkins at all. */
class ArchitectureTest {
    private static final Pattern WIRE =
            Pattern.compile("import io\\.jenkins\\.plugins\\.authtokencleanup\\.engine\\.iam\\.(\\w+);");

    @Test
    void of_the_wire_only_the_public_doors_are_used() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : sources("src/main/java")) {
            WIRE.matcher(Files.readString(file)).results().forEach(match -> used.add(match.group(1)));
        }
        assertEquals(
                Set.of(
                        "AnalyticsConnection",
                        "CertificateText",
                        "ConnectionSettings",
                        "Doctor",
                        "DoctorFinding",
                        "ServerAddress",
                        "TrustedCertificates"),
                used);
    }

    @Test
    void the_engine_does_not_know_jenkins() throws IOException {
        for (Path file : sources("engine/src/main/java")) {
            String source = Files.readString(file);
            assertTrue(
                    !source.matches("(?s).*import (static )?(hudson|jenkins|org\\.jenkinsci|org\\.kohsuke)\\..*"),
                    file.toString());
        }
    }

    @Test
    void no_class_of_the_jenkins_layer_is_long() throws IOException {
        for (Path file : sources("src/main/java")) {
            assertTrue(Files.readAllLines(file).size() <= 300, file.toString());
        }
    }

    private static List<Path> sources(String folder) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
