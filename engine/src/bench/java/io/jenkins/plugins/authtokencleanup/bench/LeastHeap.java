package io.jenkins.plugins.authtokencleanup.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The least heap in which a program gets to its end: found by halving, and so exact to {@value #EXACT} MB. */
final class LeastHeap {
    private static final int EXACT = 2;

    private LeastHeap() {}

    /**
     * Looks for it.
     *
     * @param most megabytes in which it certainly ends well
     * @param arguments main class and arguments
     * @return megabytes
     */
    static int of(int most, List<String> arguments) throws IOException, InterruptedException {
        int enough = most;
        int tooLittle = 4;
        while (enough - tooLittle > EXACT) {
            int middle = (enough + tooLittle) / 2;
            if (ends(middle, arguments)) {
                enough = middle;
            } else {
                tooLittle = middle;
            }
        }
        return enough;
    }

    private static boolean ends(int megabytes, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + megabytes + "m",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
