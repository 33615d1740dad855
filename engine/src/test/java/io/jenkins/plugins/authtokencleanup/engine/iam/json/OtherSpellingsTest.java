package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.text.DateFormatSymbols;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's Java may have other names and digits than ours. */
class OtherSpellingsTest {

    // Written by Java 8 to 25, for 5 March 2024 and 13 September 2024, 15:04:05 UTC.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en    | Mar 5, 2024 15:04:05 PM   | Sep 13, 2024 15:04:05 PM
        en    | Mar 5, 2024 15:04:05 pm   | Sept 13, 2024 15:04:05 pm
        en_GB | Mar 5, 2024 15:04:05 PM   | Sep 13, 2024 15:04:05 PM
        en_GB | Mar 5, 2024 15:04:05 pm   | Sept 13, 2024 15:04:05 pm
        de    | März 5, 2024 15:04:05 PM  | Sept. 13, 2024 15:04:05 PM
        de    | März 5, 2024 15:04:05 PM  | Sept 13, 2024 15:04:05 PM
        de    | Mär 5, 2024 15:04:05 PM   | Sep 13, 2024 15:04:05 PM
        de    | Mar 5, 2024 15:04:05 PM   | Sep 13, 2024 15:04:05 PM
        ru    | мар. 5, 2024 15:04:05 PM  | сент. 13, 2024 15:04:05 PM
        ru    | мар 5, 2024 15:04:05 PM   | сен 13, 2024 15:04:05 PM
        nl    | mrt. 5, 2024 15:04:05 p.m. | sep. 13, 2024 15:04:05 p.m.
        nl    | mrt 5, 2024 15:04:05 p.m. | sep 13, 2024 15:04:05 p.m.
        nl    | mrt 5, 2024 15:04:05 PM   | sep 13, 2024 15:04:05 PM
        pt    | mar 5, 2024 15:04:05 PM   | set 13, 2024 15:04:05 PM
        br    | mar. 5, 2024 15:04:05 PM  | set. 13, 2024 15:04:05 PM
        br    | Mar 5, 2024 15:04:05 PM   | Sep 13, 2024 15:04:05 PM
        fl    | Mar 5, 2024 15:04:05 PM   | Set 13, 2024 15:04:05 PM
        bg    | III 5, 2024 15:04:05 PM   | IX 13, 2024 15:04:05 PM
        zh    | 三月 5, 2024 15:04:05 下午 | 九月 13, 2024 15:04:05 下午
        zh_TW | 3月 5, 2024 15:04:05 下午  | 9月 13, 2024 15:04:05 下午
        ja    | 3 5, 2024 15:04:05 午後    | 9 13, 2024 15:04:05 午後
        in    | Mar 5, 2024 15:04:05 PM   | Sep 13, 2024 15:04:05 PM
        iw    | מרץ 5, 2024 15:04:05 PM   | ספט 13, 2024 15:04:05 PM
        ar    | مار 5, 2024 15:04:05 م    | سبت 13, 2024 15:04:05 م
        ar    | مارس 5, 2024 15:04:05 م   | سبتمبر 13, 2024 15:04:05 م
        ar    | مارس ٥, ٢٠٢٤ ١٥:٠٤:٠٥ م   | سبتمبر ١٣, ٢٠٢٤ ١٥:٠٤:٠٥ م
        tr    | Mar 5, 2024 15:04:05 PM   | Eyl 13, 2024 15:04:05 PM
        tr    | Mar 5, 2024 15:04:05 ÖS   | Eyl 13, 2024 15:04:05 ÖS
        """)
    void a_language_is_read_as_any_java_version_writes_it(String language, String created, String accessed) {
        TimePreferences preferences = new TimePreferences("MMM d, yyyy HH:mm:ss a", language, "UTC");
        long millis = Instant.parse("2024-03-05T15:04:05.678Z").toEpochMilli();

        ProvenTimes times = ProvenTimes.of(preferences, List.of(new CreatedTime(millis, created)));

        assertTrue(times.areProven(), times::explanation);
        assertEquals(new LastAccess.At(Instant.parse("2024-09-13T15:04:05.999Z")), times.read(accessed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ar", "bg", "de", "es", "fr", "hr", "hu", "in", "it", "iw", "ja", "ko", "nl", "pl", "pt", "ru", "sv",
                "th", "tr", "vi", "zh", "zh_TW"
            })
    void the_older_names_of_a_language_are_complete(String language) {
        DateFormatSymbols names = OlderNames.of(LanguageSpellings.locale(language));
        assertDistinct(12, names.getShortMonths());
        assertDistinct(12, Arrays.copyOf(names.getMonths(), 12));
        assertDistinct(2, names.getAmPmStrings());
        assertDistinct(7, Arrays.copyOfRange(names.getShortWeekdays(), 1, 8));
    }

    private static void assertDistinct(int count, String... names) {
        assertEquals(count, names.length);
        assertEquals(
                count,
                Arrays.stream(names)
                        .filter(name -> !name.isBlank() && name.equals(name.strip()))
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @CsvSource({"' a',\u202f", "' a',\u00a0", "\u202fa,' '"})
    void the_blank_before_the_half_of_the_day_may_be_another(String written, String blank) {
        TimePreferences preferences = new TimePreferences("MMM d, yyyy h:mm:ss" + written, "en", "UTC");
        long millis = Instant.parse("2024-03-05T15:04:05Z").toEpochMilli();

        ProvenTimes times =
                ProvenTimes.of(preferences, List.of(new CreatedTime(millis, "Mar 5, 2024 3:04:05" + blank + "PM")));

        assertEquals(
                new LastAccess.At(Instant.parse("2024-09-13T15:04:05.999Z")),
                times.read("Sep 13, 2024 3:04:05" + blank + "PM"));
    }
}
