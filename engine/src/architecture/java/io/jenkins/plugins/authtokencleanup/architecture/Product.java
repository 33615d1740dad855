package io.jenkins.plugins.authtokencleanup.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRun;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is shipped: the engine and the command line, as compiled; and where all of the project's files are. */
final class Product {
    static final String ROOT = "io.jenkins.plugins.authtokencleanup";
    static final String ENGINE = ROOT + ".engine..";
    static final String ERRORS = ROOT + ".engine.error";
    /** The model and the run: everything but the wire and the writers. */
    static final String[] MODEL = packages("token", "policy", "plan", "run", "report", "server");
    /** What the wire may know of the model: the port and the tokens. */
    static final String[] PORT = packages("server", "token", "error");

    static final String WIRE = ROOT + ".engine.iam..";
    static final String WRITERS = ROOT + ".engine.report.format";
    static final String COMMAND_LINE = ROOT + ".cli..";
    /** The name of each class that sends a removal: one for each kind of accounts page. */
    static final String REMOVAL_REQUESTS = ".*\\.engine\\.iam\\.(panel\\.RemovalRequest|json\\.JsonRemovalRequest)";

    static final String TRANSPORT = ROOT + ".engine.iam.http.HttpTransport";

    /** Records that hold a password, a CSRF value or a handle. */
    static final Set<String> SECRETS = Set.of("Credentials", "CsrfPair", "SecretRecord");

    private Product() {}

    private static String[] packages(String... names) {
        return Stream.of(names).map(name -> ROOT + ".engine." + name).toArray(String[]::new);
    }

    /** The directory of compiled classes. */
    static Path classes() {
        return directoryOf(CleanupRun.class);
    }

    /** The project's root directory. */
    static Path root() {
        return classes().resolve("../../..").normalize();
    }

    /** The directories of the sources that are shipped or demonstrated, tests aside; those that exist. */
    static List<Path> sources() {
        return List.of(
                root().resolve("engine/src/main/java"),
                root().resolve("engine/src/cli/java"),
                root().resolve("engine/src/testserver/java"),
                root().resolve("src/main/java"));
    }

    /** All directories of Java sources, tests included: each is src/(name)/java of the plugin or of the engine. */
    static List<Path> allSources() throws IOException {
        List<Path> directories = new ArrayList<>();
        for (Path parent : List.of(root().resolve("src"), root().resolve("engine/src"))) {
            try (Stream<Path> children = Files.list(parent)) {
                children.map(child -> child.resolve("java"))
                        .filter(Files::isDirectory)
                        .forEach(directories::add);
            }
        }
        return directories;
    }

    /** All classes that are shipped. */
    static JavaClasses imported() {
        return new ClassFileImporter().importPath(classes());
    }

    /** All classes that are shipped, and the counterexamples. */
    static JavaClasses importedWithCounterexamples() {
        return new ClassFileImporter()
                .withImportOption(location -> location.contains("/classes/") || location.contains("Counterexample"))
                .importPaths(classes(), directoryOf(Product.class));
    }

    static Path directoryOf(Class<?> type) {
        URL place = type.getProtectionDomain().getCodeSource().getLocation();
        try {
            return Path.of(place.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
