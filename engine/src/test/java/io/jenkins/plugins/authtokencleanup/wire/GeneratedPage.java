package io.jenkins.plugins.authtokencleanup.wire;

import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import java.time.Duration;
import java.time.ZoneId;

/** An AuthTokens page out of a seed, and what a client can know by it. */
interface GeneratedPage {
    boolean isJson();

    void applyTo(ServerSettings settings);

    /** The zone that the user names, null for none. */
    ZoneId namedZone();

    /** How many rows it shows at most, 0 for all. */
    int displayCap();

    /** Whether it has one column of descriptions that a client can know as such. */
    boolean showsDescriptions();

    boolean showsCreation();

    /** Whether last accesses can be read at all. */
    boolean isReadable();

    /**
     * Whether they can be read to the second.
     *
     * @param ahead whether this machine's clock is ahead of the server's, so that relative texts mean later times
     */
    boolean isExact(boolean ahead);

    /** Whether all that is clear of the boundary by days is known to be so. */
    boolean isClear();

    /** Whether a creation time stands for the last access of a token never used, and nothing shows that. */
    boolean hidesThatItWasNeverUsed();

    boolean recordsUse();

    Duration recordedEvery();

    /** Whether the token of this place on the page can be removed. */
    boolean offersRemoval(int place);
}
