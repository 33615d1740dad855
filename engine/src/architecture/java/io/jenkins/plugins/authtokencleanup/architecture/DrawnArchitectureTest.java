package io.jenkins.plugins.authtokencleanup.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The picture in CONTRIBUTING.md has exactly the arrows that the code has. */
class DrawnArchitectureTest {
    private static final Pattern ARROWS = Pattern.compile("(?m)^ +([\\w.]+) --> ([\\w. &]+)$");

    private static String drawn() throws IOException {
        Matcher line = ARROWS.matcher(Files.readString(Product.root().resolve("CONTRIBUTING.md")));
        TreeSet<String> arrows = new TreeSet<>();
        while (line.find()) {
            for (String target : line.group(2).split(" & ")) {
                arrows.add(line.group(1) + " --> " + target);
            }
        }
        return String.join("\n", arrows);
    }

    private static String coded() {
        return Product.imported().stream()
                .flatMap(DrawnArchitectureTest::arrows)
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> arrows(JavaClass type) {
        String from = name(type);
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> target.getPackageName().startsWith(Product.ROOT))
                .map(DrawnArchitectureTest::name)
                .filter(to -> !to.equals(from))
                .map(to -> from + " --> " + to);
    }

    private static String name(JavaClass type) {
        return type.getPackageName().replaceFirst("^" + Pattern.quote(Product.ROOT) + "\\.(engine\\.)?", "");
    }

    @Test
    void the_picture_has_the_arrows_of_the_code() throws IOException {
        assertEquals(coded(), drawn());
    }
}
