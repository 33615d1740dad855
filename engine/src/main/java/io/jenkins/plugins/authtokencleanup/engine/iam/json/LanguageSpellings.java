package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/** The ways in which Java versions can write the times of a language. */
final class LanguageSpellings {

    private static final char LATIN_ZERO = '0';
    private static final char ARABIC_ZERO = '\u0660';

    /** Codes of the accounts page that mean another language in Java, or none (contract, section 11). */
    private static final Map<String, Locale> VENDOR_CODES =
            Map.of("br", Locale.forLanguageTag("pt-BR"), "fl", Locale.forLanguageTag("fil"));

    private LanguageSpellings() {}

    /**
     * A language as a Java locale.
     *
     * @param language such as {@code zh_TW}
     */
    static Locale locale(String language) {
        return Locale.forLanguageTag(language.replace('_', '-'));
    }

    /**
     * The spellings to try: of the language, then of English.
     *
     * @param language may be null
     */
    static List<Spelling> of(String language) {
        Set<Locale> locales = new LinkedHashSet<>();
        if (language != null && !language.isBlank()) {
            Locale locale = locale(language);
            locales.add(locale);
            locales.add(Locale.forLanguageTag(locale.getLanguage()));
            locales.add(VENDOR_CODES.getOrDefault(locale.getLanguage(), locale));
        }
        locales.add(Locale.ENGLISH);
        locales.add(Locale.UK);
        List<Spelling> spellings = new ArrayList<>();
        for (Locale locale : locales) {
            for (Spelling spelling : ofNames(locale)) {
                add(spelling, spellings);
                add(spelling.withZero(LATIN_ZERO), spellings);
                if (locale.getLanguage().equals("ar")) {
                    add(spelling.withZero(ARABIC_ZERO), spellings);
                }
            }
        }
        return spellings;
    }

    private static List<Spelling> ofNames(Locale locale) {
        Spelling own = Spelling.of(locale);
        List<Spelling> spellings = new ArrayList<>();
        spellings.add(own);
        spellings.add(own.withNames(changed(own.names(), LanguageSpellings::withoutDot), " without dots"));
        spellings.add(own.withNames(changed(own.names(), LanguageSpellings::withDot), " with dots"));
        DateFormatSymbols older = OlderNames.of(locale);
        if (older != null) {
            spellings.add(own.withNames(older, " as in older Java"));
        }
        return spellings;
    }

    private static void add(Spelling spelling, List<Spelling> spellings) {
        if (spellings.stream().noneMatch(spelling::writesLike)) {
            spellings.add(spelling);
        }
    }

    /** Names with other short months. */
    private static DateFormatSymbols changed(DateFormatSymbols names, BinaryOperator<String> shortOfLong) {
        DateFormatSymbols changed = (DateFormatSymbols) names.clone();
        String[] months = names.getShortMonths();
        for (int i = 0; i < months.length; i++) {
            months[i] = shortOfLong.apply(months[i], names.getMonths()[i]);
        }
        changed.setShortMonths(months);
        return changed;
    }

    private static String withoutDot(String month, String longMonth) {
        return month.endsWith(".") ? month.substring(0, month.length() - 1) : month;
    }

    // A name that is not cut short has no dot: May, mei.
    private static String withDot(String month, String longMonth) {
        return month.endsWith(".") || month.equals(longMonth) ? month : month + ".";
    }
}
