package io.jenkins.plugins.authtokencleanup.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A test of the command line, with a shell and a folder of its own. */
@Timeout(120)
abstract class CommandTest {
    @TempDir
    Path folder;

    Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
    }
}
