package io.jenkins.plugins.authtokencleanup.testserver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What the JSON accounts page is like: a builder whose methods return itself; sections 9 and 10. */
public final class JsonPageSettings {
    boolean tokensMenu = true;
    String datePattern = "MMM d, yyyy HH:mm:ss";
    String language = "en";
    Locale locale;
    ZoneId zone = ZoneId.of("UTC");
    MonthNames monthNames = MonthNames.AS_IN_JAVA;
    boolean preferences = true;
    boolean languageAndZone = true;
    boolean lastAccessedFields = true;
    Duration useRecordedEvery = Duration.ofMinutes(30);
    Instant recordingEnds = Instant.MAX;
    ListShape listShape = ListShape.OBJECT;
    HandleAlphabet handles = HandleAlphabet.PLAIN;
    final Map<String, String> ownHandles = new HashMap<>();
    Duration listAllowedFor = Duration.ofMinutes(45);
    Duration removalAllowedFor = Duration.ofMinutes(5);
    int listsAMinute;
    int addressLimit = 4096;
    int removalFailsAfter = -1;
    SessionEnd sessionEnd = SessionEnd.REDIRECT;
    BiConsumer<TestToken, ObjectNode> tokenEdit = (token, json) -> {};
    Consumer<ObjectNode> answerEdit = json -> {};

    JsonPageSettings() {}

    /** Whether the shell has the menu of the AuthTokens; without it, as in 2024, the list has none. Default true. */
    public JsonPageSettings tokensMenu(boolean value) {
        tokensMenu = value;
        return this;
    }

    /** The user's date pattern, for {@link java.text.SimpleDateFormat}; default {@code MMM d, yyyy HH:mm:ss}. */
    public JsonPageSettings datePattern(String value) {
        datePattern = value;
        return this;
    }

    /** The user's language; default {@code en}. Times are written in it unless {@link #locale} says otherwise. */
    public JsonPageSettings language(String value) {
        language = value;
        return this;
    }

    /** The locale that times are written in; default null, the user's language. */
    public JsonPageSettings locale(Locale value) {
        locale = value;
        return this;
    }

    /** The user's time zone; default UTC. */
    public JsonPageSettings zone(ZoneId value) {
        zone = value;
        return this;
    }

    /** How short month names are written; default {@link MonthNames#AS_IN_JAVA}. */
    public JsonPageSettings monthNames(MonthNames value) {
        monthNames = value;
        return this;
    }

    /** Whether the answer has {@code UserPreferences}; default true. */
    public JsonPageSettings preferences(boolean value) {
        preferences = value;
        return this;
    }

    /** Whether the answer has {@code language} and {@code timezone}; default true. */
    public JsonPageSettings languageAndZone(boolean value) {
        languageAndZone = value;
        return this;
    }

    /** Whether used tokens have {@code last_accessed_ip} and {@code last_accessed_device}; default true. */
    public JsonPageSettings lastAccessedFields(boolean value) {
        lastAccessedFields = value;
        return this;
    }

    /** A use so soon after the recorded one is not recorded; default 30 minutes. */
    public JsonPageSettings useRecordedEvery(Duration value) {
        useRecordedEvery = value;
        return this;
    }

    /** Uses have never been recorded. */
    public JsonPageSettings recordingOff() {
        return recordingOffFrom(Instant.MIN);
    }

    /**
     * Uses are not recorded from then on; earlier ones stay. A token whose last use is later looks as if its last use
     * had been an hour before the end, or at its creation if that is later.
     */
    public JsonPageSettings recordingOffFrom(Instant value) {
        recordingEnds = value;
        return this;
    }

    /** What is in the place of the tokens; default {@link ListShape#OBJECT}. */
    public JsonPageSettings listShape(ListShape value) {
        listShape = value;
        return this;
    }

    /** What the handles are made of; default {@link HandleAlphabet#PLAIN}. */
    public JsonPageSettings handles(HandleAlphabet value) {
        handles = value;
        return this;
    }

    /** One token's handle, whatever the others are like. */
    public JsonPageSettings handle(String tokenId, String handle) {
        ownHandles.put(tokenId, handle);
        return this;
    }

    /** How long after the password the list is given; default 45 minutes. */
    public JsonPageSettings listAllowedFor(Duration value) {
        listAllowedFor = value;
        return this;
    }

    /** How long after the password tokens can be removed; default 5 minutes. */
    public JsonPageSettings removalAllowedFor(Duration value) {
        removalAllowedFor = value;
        return this;
    }

    /** How many lists are given a minute before calls are throttled; default 0, any number. */
    public JsonPageSettings listsAMinute(int value) {
        listsAMinute = value;
        return this;
    }

    /** The longest address of a removal in bytes, path and query; a longer one is answered 414. Default 4096. */
    public JsonPageSettings addressLimit(int value) {
        addressLimit = value;
        return this;
    }

    /** After how many tokens a removal of more fails; default -1, never. */
    public JsonPageSettings removalFailsAfter(int value) {
        removalFailsAfter = value;
        return this;
    }

    /** What a session that has ended gets; default {@link SessionEnd#REDIRECT}. */
    public JsonPageSettings sessionEnd(SessionEnd value) {
        sessionEnd = value;
        return this;
    }

    /** Changes each token's JSON before it is sent. */
    public JsonPageSettings editToken(BiConsumer<TestToken, ObjectNode> value) {
        tokenEdit = value;
        return this;
    }

    /** Changes the whole list's JSON before it is sent. */
    public JsonPageSettings editAnswer(Consumer<ObjectNode> value) {
        answerEdit = value;
        return this;
    }
}
