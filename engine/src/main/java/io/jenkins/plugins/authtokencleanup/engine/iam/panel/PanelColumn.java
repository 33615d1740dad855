package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a column of the panel means, by its header (section 5: order and wording are assumed). */
enum PanelColumn {
    LAST_ACCESSED("\\blast\\b.*\\b(access|accessed|used|use|usage)\\b"),
    IP_ADDRESS("\\bip\\b|\\bhost address\\b"),
    CREATED("\\b(created?|creation|generated|issued|added)\\b"),
    SCOPES("\\bscopes?\\b"),
    DESCRIPTION("\\b(description|display ?name|token name|name|label)\\b"),
    ACTION("\\bactions?\\b|\\b(remove|delete)\\b"),
    /** Nothing but words for the token itself: "Token Purpose" is about what a user knows it by. */
    TOKEN("^(?=.*token)\\W*((auth|api|access|masked|clear|value|key|id|no|number|(auth)?tokens?)\\b\\W*)+$"),
    OTHER("");

    /** A header like "Last Accessed IP" or "Issued to" is about an access or the creation, but is not its time. */
    private static final Pattern NOT_A_TIME =
            Pattern.compile("\\b(ip|address|by|from|location|agent|client|count|for|to)\\b");

    /** Where one header fits several meanings, the first of these wins. */
    private static final List<PanelColumn> ORDER =
            List.of(LAST_ACCESSED, IP_ADDRESS, CREATED, SCOPES, DESCRIPTION, ACTION, TOKEN);

    private final Pattern words;

    PanelColumn(String words) {
        this.words = Pattern.compile(words);
    }

    /** The meaning of a header: as one of the known languages has it, or else by English words in it. */
    static PanelColumn of(String header) {
        PanelColumn translated = TranslatedHeaders.meaning(header);
        return translated == null ? byWords(header) : translated;
    }

    private static PanelColumn byWords(String header) {
        String text = header.toLowerCase(Locale.ROOT).replace('_', ' ');
        for (PanelColumn column : ORDER) {
            boolean fits = column.words.matcher(text).find();
            if (fits
                    && (column == LAST_ACCESSED || column == CREATED)
                    && NOT_A_TIME.matcher(text).find()) {
                return IP_ADDRESS.words.matcher(text).find() ? IP_ADDRESS : OTHER;
            }
            if (fits) {
                return column;
            }
        }
        return OTHER;
    }
}
