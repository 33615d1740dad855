package io.jenkins.plugins.authtokencleanup.testserver;

import java.text.DateFormatSymbols;

/** How short month names are written; Java's locale data has changed on this over the years. */
public enum MonthNames {
    /** As the Java that runs the server writes them. */
    AS_IN_JAVA,
    /** With a dot behind every name that is an abbreviation. */
    WITH_DOT,
    /** Without a dot. */
    WITHOUT_DOT;

    /** The symbols with short month names of this kind. */
    DateFormatSymbols applied(DateFormatSymbols symbols) {
        String[] names = symbols.getShortMonths();
        for (int month = 0; month < names.length; month++) {
            String bare =
                    names[month].endsWith(".") ? names[month].substring(0, names[month].length() - 1) : names[month];
            boolean abbreviation = bare.length() < symbols.getMonths()[month].length();
            names[month] = switch (this) {
                case AS_IN_JAVA -> names[month];
                case WITH_DOT -> abbreviation ? bare + "." : bare;
                case WITHOUT_DOT -> bare;
            };
        }
        symbols.setShortMonths(names);
        return symbols;
    }
}
