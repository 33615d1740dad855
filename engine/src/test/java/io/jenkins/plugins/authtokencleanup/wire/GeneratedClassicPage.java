package io.jenkins.plugins.authtokencleanup.wire;

import static io.jenkins.plugins.authtokencleanup.wire.GeneratedServer.one;

import io.jenkins.plugins.authtokencleanup.testserver.Column;
import io.jenkins.plugins.authtokencleanup.testserver.DateStyle;
import io.jenkins.plugins.authtokencleanup.testserver.NeverUsedStyle;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.TokenText;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/** A table in any style of dates, with columns of any name. */
final class GeneratedClassicPage implements GeneratedPage {
    private static final Set<DateStyle> EXACT =
            EnumSet.of(DateStyle.RELATIVE_WITH_TITLE, DateStyle.ABSOLUTE, DateStyle.ISO_OFFSET, DateStyle.ISO_INSTANT);
    private static final Set<DateStyle> AMBIGUOUS =
            EnumSet.of(DateStyle.DAY_MONTH_NUMERIC, DateStyle.DAY_MONTH_NUMERIC_NO_TIME, DateStyle.FRENCH);
    private static final String[] ZONES = {
        "UTC", "Asia/Kolkata", "America/Chicago", "Europe/London", "Australia/Lord_Howe", "Asia/Tokyo"
    };
    private static final Set<String> KNOWN_DESCRIPTIONS = Set.of("Description", "Display Name", "Token Name");

    private final DateStyle style;
    private final ZoneId zone;
    private final boolean zoneNamed;
    private final NeverUsedStyle never;
    private final boolean createdColumn;
    private final boolean createdKnown;
    private final int displayCap;
    private final String description;
    private final String scopes;
    private final String lastAccessed;
    private final TokenText tokenText;
    private final boolean twins;

    /** @param twins whether tokens may differ in their last access alone */
    GeneratedClassicPage(Random random, boolean twins) {
        this.twins = twins;
        style = random.nextBoolean() ? DateStyle.RELATIVE_WITH_TITLE : one(random, DateStyle.values());
        zone = ZoneId.of(one(random, ZONES));
        zoneNamed = random.nextInt(3) > 0;
        never = one(random, NeverUsedStyle.values());
        createdColumn = random.nextBoolean();
        createdKnown = random.nextInt(4) > 0;
        displayCap = random.nextInt(4) == 0 ? 5 + random.nextInt(30) : 0;
        boolean usual = random.nextBoolean();
        description = usual
                ? "Description"
                : one(random, "Description", "Display Name", "Token Name", "Purpose", "Beschreibung", "\u8aac\u660e");
        scopes = usual ? "Scopes" : one(random, "Scope", "Bereich", "\u00c9tendue", "\u7bc4\u56f2", "Rights");
        lastAccessed = one(random, "Last Accessed Time", "Last Accessed On", "LAST ACCESSED", "Last used");
        tokenText = one(random, TokenText.values());
    }

    @Override
    public boolean isJson() {
        return false;
    }

    @Override
    public void applyTo(ServerSettings settings) {
        settings.dateStyle(style)
                .zone(zone)
                .neverUsedStyle(never)
                .displayCap(displayCap)
                .tokenText(tokenText)
                .header(Column.DESCRIPTION, description)
                .header(Column.SCOPES, scopes)
                .header(Column.LAST_ACCESSED, lastAccessed)
                .header(Column.CREATED, createdKnown ? "Generated Time" : "Born");
        if (createdColumn) {
            settings.columns(
                    Column.DESCRIPTION, Column.CREATED, Column.EXTRA, Column.SCOPES, Column.LAST_ACCESSED, Column.IP);
        } else if (twins) {
            settings.columns(Column.SCOPES, Column.DESCRIPTION, Column.LAST_ACCESSED, Column.ACTION);
        }
    }

    @Override
    public ZoneId namedZone() {
        return zoneNamed ? zone : null;
    }

    @Override
    public int displayCap() {
        return displayCap;
    }

    @Override
    public boolean showsDescriptions() {
        return KNOWN_DESCRIPTIONS.contains(description);
    }

    @Override
    public boolean showsCreation() {
        return createdColumn && createdKnown;
    }

    @Override
    public boolean isReadable() {
        return style != DateStyle.FRENCH;
    }

    @Override
    public boolean isExact(boolean ahead) {
        return EXACT.contains(style)
                && !(ahead && style == DateStyle.RELATIVE_WITH_TITLE)
                && (zoneNamed || style != DateStyle.ABSOLUTE && style != DateStyle.RELATIVE_WITH_TITLE);
    }

    @Override
    public boolean isClear() {
        return !AMBIGUOUS.contains(style);
    }

    @Override
    public boolean hidesThatItWasNeverUsed() {
        return never == NeverUsedStyle.CREATION_TIME && !showsCreation();
    }

    @Override
    public boolean recordsUse() {
        return true;
    }

    @Override
    public Duration recordedEvery() {
        return Duration.ZERO;
    }

    @Override
    public boolean offersRemoval(int place) {
        return true;
    }

    @Override
    public String toString() {
        return style + " " + zone + " " + never + " " + description + " " + scopes + " cap " + displayCap;
    }
}
