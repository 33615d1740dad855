package io.jenkins.plugins.authtokencleanup.engine.report.format;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.HexFormat;

/**
 * Escapes what would disturb a terminal, which leaves the value exact. All surrogates are escaped: UTF-8 has no form
 * for a lone one.
 */
final class JsonEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
        return SafeText.disturbs(character) ? new SerializedString("\\u" + HEX.toHexDigits((char) character)) : null;
    }
}
