package io.jenkins.plugins.authtokencleanup.fuzz;

import java.util.List;
import java.util.Random;

/** Changes to texts: characters, marked-up pieces and whole stretches that go, come, move or are doubled. */
public final class Mutations {
    private static final String CHARACTERS =
            "<>\"'&=/\\;:,.-+#!?%(){}[] \n\t\0\u00a0\u202e\u2028\ufeff\ud83d019aAzZ\u0130";
    private static final List<String> MARKUP = List.of(
            "<td>",
            "</td>",
            "<tr>",
            "</tr>",
            "<th>",
            "<table>",
            "</table>",
            "</tbody>",
            "<!--",
            "-->",
            "<!",
            "<script>",
            "</script>",
            "<style>",
            "<textarea>",
            "<title>",
            "<template>",
            "<select>",
            "<svg>",
            "<math>",
            "<plaintext>",
            "<a href=",
            "<input type=hidden name=csr value=1>",
            "&nbsp;",
            "&#0;",
            "&#x110000;",
            "&lt;",
            "id=\"trow\"",
            "colspan=\"2\" ",
            "data-enctoken=\"other\"",
            " title=\"Tue May 12 10:30:11 IST 2009\"",
            "3 years ago",
            "id=\"apitokenstbl\"",
            "id=\"headerrow\"",
            "location.href='//elsewhere.example'",
            "\\x3c",
            "\\u00",
            "null",
            "{}",
            "[[",
            "1e999",
            "99999999999999999999",
            "%zz",
            "@",
            "//",
            "https://elsewhere.example:1/");

    private final Random random;

    public Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** One change to a text. */
    public Edit edit(String text) {
        int from = random.nextInt(text.length() + 1);
        int length = random.nextInt(4) == 0 ? random.nextInt(200) : random.nextInt(8);
        int to = Math.min(text.length(), from + length);
        return switch (random.nextInt(7)) {
            case 0 -> new Edit(from, from, character());
            case 1 -> new Edit(from, Math.min(text.length(), from + 1), character());
            case 2 -> new Edit(from, to, "");
            case 3 -> new Edit(from, from, markup());
            case 4 -> new Edit(from, to, markup());
            case 5 -> new Edit(from, from, piece(text));
            default -> new Edit(from, to, piece(text));
        };
    }

    /** A text with some changes, one after the other. */
    public String changed(String text, int most) {
        String changed = text;
        for (int times = 1 + random.nextInt(most); times > 0; times--) {
            changed = edit(changed).applyTo(changed);
        }
        return changed;
    }

    /** One of several. */
    public <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String character() {
        return String.valueOf(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }

    private String markup() {
        return any(MARKUP).repeat(random.nextInt(50) == 0 ? 500 : 1);
    }

    private String piece(String text) {
        int from = random.nextInt(text.length() + 1);
        return text.substring(from, Math.min(text.length(), from + random.nextInt(300)));
    }
}
