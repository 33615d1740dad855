package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** The rules of the Jenkins project for hosting a plugin that can be checked in the files. */
class PomRulesTest {
    private final Document pom = parse();

    private static Document parse() {
        try {
            return Jsoup.parse(Files.readString(Path.of("pom.xml")), "", Parser.xmlParser());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String path) {
        return pom.select("project > " + path).text();
    }

    private String property(String name) {
        return pom.select("project > properties > *").stream()
                .filter(property -> property.tagName().equals(name))
                .map(Element::text)
                .collect(Collectors.joining());
    }

    @Test
    void the_parent_and_jenkins_are_new_enough() {
        assertEquals("org.jenkins-ci.plugins", text("parent > groupId"));
        assertEquals("plugin", text("parent > artifactId"));
        String[] parent = text("parent > version").split("[.]");
        assertTrue(Integer.parseInt(parent[0]) >= 6 && Integer.parseInt(parent[1]) >= 2211);
        assertTrue(Pattern.matches("2\\.\\d+", property("jenkins.baseline")));
        assertEquals("${jenkins.baseline}.3", property("jenkins.version"));
        assertTrue(Integer.parseInt(property("jenkins.baseline").substring(2)) >= 541);
    }

    @Test
    void versions_come_from_the_bill_of_materials() {
        Element bom = pom.selectFirst("project > dependencyManagement > dependencies > dependency");
        assertEquals("io.jenkins.tools.bom", bom.select("> groupId").text());
        assertEquals("bom-${jenkins.baseline}.x", bom.select("> artifactId").text());
        assertEquals("import", bom.select("> scope").text());
        for (Element dependency : pom.select("project > dependencies > dependency")) {
            assertTrue(
                    dependency.select("> version").isEmpty(),
                    dependency.select("> artifactId").text());
        }
        assertTrue(pom.select("project > build > plugins > plugin > version").isEmpty());
    }

    /** Jars of others come as plugins, so that all plugins share one of each. */
    @Test
    void no_dependency_is_a_bare_library() {
        Set<String> groups =
                new TreeSet<>(pom.select("project > dependencies > dependency:not(:has(> scope)) > groupId")
                        .eachText());
        assertTrue(
                groups.stream()
                        .allMatch(
                                group -> group.startsWith("org.jenkins-ci.plugins") || group.startsWith("io.jenkins")),
                groups::toString);
    }

    @Test
    void names_and_licences_are_as_asked_for() {
        assertEquals("io.jenkins.plugins", text("groupId"));
        String artifact = text("artifactId");
        assertEquals(artifact.toLowerCase(Locale.ROOT), artifact);
        assertFalse(artifact.contains("jenkins") || artifact.contains("plugin"));
        assertFalse(text("name").toLowerCase(Locale.ROOT).contains("jenkins"));
        assertEquals("hpi", text("packaging"));
        assertEquals("MIT License", text("licenses > license > name"));
        assertEquals("https://github.com/${gitHubRepo}", text("url"));
        assertTrue(pom.select("developers").isEmpty());
    }

    @Test
    void the_source_is_reached_by_https_with_a_tag() {
        assertEquals("scm:git:https://github.com/${gitHubRepo}", text("scm > connection"));
        assertEquals("${scmTag}", text("scm > tag"));
        assertEquals("jenkinsci/${project.artifactId}-plugin", property("gitHubRepo"));
        assertEquals("${changelist}", text("version"));
        pom.select("repository > url, pluginRepository > url")
                .forEach(url -> assertEquals("https://repo.jenkins-ci.org/public/", url.text()));
    }

    @Test
    void strict_checks_are_on_and_the_compiler_is_the_parents() {
        for (String flag : List.of(
                "spotless.check.skip",
                "ban-junit4-imports.skip",
                "ban-deprecated-stapler.skip",
                "ban-commons-lang-2.skip",
                "banObsoleteDependencyOverrides.skip")) {
            assertEquals("false", property(flag), flag);
        }
        assertEquals("true", property("hpi.strictBundledArtifacts"));
        assertTrue(pom.select("project > properties > *").stream()
                .noneMatch(property -> property.tagName().matches("java\\.level|maven\\.compiler\\..*|release")));
    }

    @Test
    void the_build_files_are_there() throws IOException {
        String build = Files.readString(Path.of("Jenkinsfile"));
        String code = build.replaceAll("(?s)/\\*.*?\\*/", "").strip();
        assertTrue(code.startsWith("buildPlugin(") && code.endsWith(")"), code);
        Set<String> versions = Pattern.compile("jdk: (\\d+)")
                .matcher(code)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("21", "25"), versions);
        assertTrue(Files.readString(Path.of(".github/workflows/cd.yaml")).contains("maven-cd.yml"));
        assertTrue(Files.readString(Path.of(".github/workflows/jenkins-security-scan.yml"))
                .contains("jenkins-infra/jenkins-security-scan"));
        assertTrue(Files.isRegularFile(Path.of("LICENSE")));
    }
}
