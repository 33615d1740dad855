package io.jenkins.plugins.authtokencleanup.engine.iam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The wire contract of the documentation, for tests that compare the engine with it. */
public final class WireContract {
    private WireContract() {}

    /** All matches in some of the numbered sections. */
    public static List<String> matches(Pattern pattern, int... sections) throws IOException {
        // The engine's build runs in its own directory, the plugin's one above.
        Path here = Path.of("docs/wire-contract.md");
        String contract =
                Files.readString(Files.exists(here) ? here : Path.of("..").resolve(here));
        StringBuilder text = new StringBuilder();
        for (int section : sections) {
            text.append(
                    contract, contract.indexOf("## " + section + "."), contract.indexOf("## " + (section + 1) + "."));
        }
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }
}
