package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** Arrows point one way: step, report, approval, engine. */
class ArchitectureTest {
    private static final String LAYER = "src/main/java/io/jenkins/plugins/authtokencleanup";
    private static final Pattern WIRE =
            Pattern.compile("import io\\.jenkins\\.plugins\\.authtokencleanup\\.engine\\.iam\\.([\\w.]+);");
    /** A class in the step's package, imported or written out in full. */
    private static final Pattern STEP = Pattern.compile("io\\.jenkins\\.plugins\\.authtokencleanup\\.[A-Z*]");

    @Test
    void of_the_wire_only_the_public_doors_are_used() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : sources("src/main/java")) {
            WIRE.matcher(Files.readString(file)).results().forEach(match -> used.add(match.group(1)));
        }
        assertEquals(
                Set.of(
                        "AnalyticsConnection",
                        "Doctor",
                        "DoctorFinding",
                        "ProxyUser",
                        "tls.CertificateText",
                        "tls.TrustedCertificates"),
                used);
    }

    /** Each layer knows those after it, and none before it. */
    @Test
    void the_report_does_not_know_the_step() throws IOException {
        for (Path file : sources(LAYER + "/report")) {
            assertFalse(STEP.matcher(code(file)).find(), file.toString());
        }
        assertTrue(STEP.matcher("import io.jenkins.plugins.authtokencleanup.CleanupTask;")
                .find());
    }

    @Test
    void the_approval_knows_neither_step_nor_report() throws IOException {
        for (Path file : sources(LAYER + "/approval")) {
            String source = Files.readString(file);
            assertFalse(STEP.matcher(source).find(), file.toString());
            assertFalse(source.contains("authtokencleanup.report."), file.toString());
        }
    }

    @Test
    void views_of_the_report_do_not_include_those_of_the_step() throws IOException {
        for (Path view : files(LAYER.replace("/java/", "/resources/") + "/report", ".jelly")) {
            assertFalse(STEP.matcher(Files.readString(view)).find(), view.toString());
        }
    }

    /** Without the old name of a class, which stored builds have. */
    private static String code(Path file) throws IOException {
        return Files.readString(file).replace("\"io.jenkins.plugins.authtokencleanup.ReportAction\"", "");
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
        return files(folder, ".java");
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            List<Path> found =
                    all.filter(file -> file.toString().endsWith(ending)).toList();
            assertTrue(found.size() > 3, folder + " has " + found);
            return found;
        }
    }
}
