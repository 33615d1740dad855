package io.jenkins.plugins.authtokencleanup.wire;

import static io.jenkins.plugins.authtokencleanup.wire.GeneratedServer.one;

import io.jenkins.plugins.authtokencleanup.testserver.HandleAlphabet;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A JSON page in any pattern, language and zone, with handles of any kind. */
final class GeneratedJsonPage implements GeneratedPage {
    private static final List<String> EXACT = List.of(
            "MMM d, yyyy HH:mm:ss",
            "MMM d, yyyy HH:mm:ss a",
            "dd/MM/yyyy hh:mm:ss a",
            "yyyy-MM-dd'T'HH:mm:ss",
            "EEEE, d. MMMM yyyy HH:mm:ss");
    private static final List<String> COARSE =
            List.of("dd/MM/yyyy hh:mm a", "yyyy-MM-dd", "d MMM yyyy", "hh:mm dd-MM-yyyy", "MM/dd/yy HH:mm");
    private static final List<String> UNREADABLE = List.of("MMM d HH:mm", "YYYY-'W'ww EEE HH:mm:ss", "HH:mm:ss");
    /** Without daylight saving: an hour that comes twice can't be read to the second. */
    private static final Set<String> STEADY = Set.of("UTC", "Asia/Kolkata", "Asia/Tokyo");

    private static final String[] ZONES = {"UTC", "Asia/Kolkata", "Asia/Tokyo", "America/Chicago", "Australia/Lord_Howe"
    };
    /** How many handles of {@link HandleAlphabet#HOSTILE} can't be sent. */
    private static final int HOSTILE = 23;

    private final String pattern;
    private final String language;
    private final String zone;
    private final boolean preferences;
    private final boolean languageAndZone;
    private final boolean useShown;
    private final HandleAlphabet handles;
    private final int failsAfter;
    private final boolean twins;

    /** @param twins whether tokens may differ in their last access alone */
    GeneratedJsonPage(Random random, boolean twins) {
        this.twins = twins;
        List<String> patterns = random.nextInt(4) > 0 ? EXACT : random.nextInt(4) > 0 ? COARSE : UNREADABLE;
        pattern = patterns.get(random.nextInt(patterns.size()));
        language = one(random, "en", "en", "de", "fr", "ja", "pt_BR", "tr");
        zone = one(random, ZONES);
        preferences = random.nextInt(8) > 0;
        languageAndZone = random.nextInt(8) > 0;
        useShown = random.nextInt(8) > 0;
        handles = random.nextBoolean() ? HandleAlphabet.PLAIN : one(random, HandleAlphabet.values());
        failsAfter = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : -1;
    }

    @Override
    public boolean isJson() {
        return true;
    }

    @Override
    public void applyTo(ServerSettings settings) {
        settings.jsonPage(page -> page.datePattern(pattern)
                .language(language)
                .zone(ZoneId.of(zone))
                .preferences(preferences)
                .languageAndZone(languageAndZone)
                .lastAccessedFields(useShown)
                .handles(handles)
                .removalFailsAfter(failsAfter));
        if (twins) {
            settings.jsonPage(page -> page.editToken((token, json) -> json.put("authtoken_ticket", "1000.****")));
        }
    }

    @Override
    public ZoneId namedZone() {
        return null;
    }

    @Override
    public int displayCap() {
        return 0;
    }

    @Override
    public boolean showsDescriptions() {
        return true;
    }

    @Override
    public boolean showsCreation() {
        return true;
    }

    @Override
    public boolean isReadable() {
        return !UNREADABLE.contains(pattern);
    }

    @Override
    public boolean isExact(boolean ahead) {
        return EXACT.contains(pattern) && preferences && languageAndZone && STEADY.contains(zone);
    }

    /** Without preferences another reading may fit all creation times, and make a token younger by months. */
    @Override
    public boolean isClear() {
        return isReadable() && preferences && languageAndZone && !pattern.contains("yy HH");
    }

    @Override
    public boolean hidesThatItWasNeverUsed() {
        return false;
    }

    @Override
    public boolean recordsUse() {
        return useShown;
    }

    @Override
    public Duration recordedEvery() {
        return Duration.ofMinutes(30);
    }

    @Override
    public boolean offersRemoval(int place) {
        return handles != HandleAlphabet.HOSTILE || place >= HOSTILE;
    }

    @Override
    public String toString() {
        return "JSON " + pattern + " " + language + " " + zone + " " + handles + " fails after " + failsAfter;
    }
}
