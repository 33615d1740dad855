package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import java.text.DateFormatSymbols;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.SimpleDateFormat;
import java.util.GregorianCalendar;
import java.util.Locale;

/**
 * The names and digits that times are written with. Java versions differ in them: {@code Sept.}, {@code Sep}.
 *
 * @param locale decides what is not in the names, such as the first day of the week
 * @param names months, halves of the day, weekdays; not to be changed
 * @param zero the first of the ten digits
 * @param description for people
 */
record Spelling(Locale locale, DateFormatSymbols names, char zero, String description) {

    /** As this Java version writes it. */
    static Spelling of(Locale locale) {
        return new Spelling(
                locale,
                DateFormatSymbols.getInstance(locale),
                DecimalFormatSymbols.getInstance(locale).getZeroDigit(),
                locale.getDisplayName(Locale.ENGLISH));
    }

    Spelling withZero(char otherZero) {
        return new Spelling(locale, names, otherZero, description);
    }

    Spelling withNames(DateFormatSymbols otherNames, String note) {
        return new Spelling(locale, otherNames, zero, description + note);
    }

    /** Writes with these names and digits; not for more than one thread. */
    SimpleDateFormat formatter(String pattern) {
        SimpleDateFormat formatter = new SimpleDateFormat(pattern, locale);
        formatter.setCalendar(new GregorianCalendar(locale));
        formatter.setDateFormatSymbols(names);
        DecimalFormatSymbols digits = DecimalFormatSymbols.getInstance(Locale.ROOT);
        digits.setZeroDigit(zero);
        DecimalFormat number = new DecimalFormat("0", digits);
        number.setParseIntegerOnly(true);
        formatter.setNumberFormat(number);
        return formatter;
    }

    /** Whether both write everything the same. */
    boolean writesLike(Spelling other) {
        return zero == other.zero && locale.equals(other.locale) && names.equals(other.names);
    }
}
