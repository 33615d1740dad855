package io.jenkins.plugins.authtokencleanup.testserver;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Which characters the JSON page's handles are made of. */
public enum HandleAlphabet {
    /** Letters and digits. */
    PLAIN,
    /** Letters, digits and each of {@code = + - _ .} */
    PUNCTUATED,
    /** The first tokens have handles that are dangerous in an address, the rest have plain ones. */
    HOSTILE;

    private static final List<String> DANGEROUS = List.of(
            ".",
            "..",
            "a/b",
            "a,b",
            "*",
            "",
            " ",
            "%2e",
            "%2F",
            "/",
            "//",
            ",",
            ";",
            ";x",
            "a;b",
            "..;",
            "a?b",
            "a#b",
            "a b",
            "%",
            "\u00e4",
            "\u2024\u2024",
            "../activeauthtokens");

    /** The handle for what is a handle of the classic page, in Base64. */
    String handle(String base64, long serial) {
        return switch (this) {
            case PLAIN -> HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
            case PUNCTUATED -> {
                String safe = base64.replace('/', '_');
                yield safe.substring(0, 8) + "-" + safe.substring(8, 16) + "._+" + safe.substring(16);
            }
            case HOSTILE -> serial < DANGEROUS.size() ? DANGEROUS.get((int) serial) : PLAIN.handle(base64, serial);
        };
    }
}
