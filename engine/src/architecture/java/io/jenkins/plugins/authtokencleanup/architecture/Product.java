package io.jenkins.plugins.authtokencleanup.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.jenkins.plugins.authtokencleanup.engine.CleanupRun;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What is shipped: the engine and the command line, as compiled; and where all of the project's files are. */
final class Product {
    static final String ROOT = "io.jenkins.plugins.authtokencleanup";
    static final String MODEL = ROOT + ".engine";
    static final String ENGINE = MODEL + "..";
    static final String ERRORS = MODEL + ".error";
    static final String WIRE = MODEL + ".iam";
    static final String WRITERS = MODEL + ".report";
    static final String COMMAND_LINE = ROOT + ".cli..";
    static final String REMOVAL_REQUEST = WIRE + ".RemovalRequest";
    static final String HTTP_EXCHANGE = WIRE + ".HttpTransport";

    /** Records that hold a password, a CSRF value or a handle. */
    static final Set<String> SECRETS = Set.of("Credentials", "CsrfPair", "SecretRecord");

    private Product() {}

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

    /** All classes that are shipped. */
    static JavaClasses imported() {
        return new ClassFileImporter().importPath(classes());
    }

    /** All classes that are shipped, and the counterexamples. */
    static JavaClasses importedWithCounterexamples() {
        return new ClassFileImporter()
                .withImportOption(location ->
                        location.contains("/classes/") || location.contains("Counterexample"))
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
