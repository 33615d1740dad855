package io.jenkins.plugins.authtokencleanup.testserver;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The opaque handles of the panel. A handle is computed from the token's serial number and a key, so that a hundred
 * thousand of them cost no memory. Base64 with plus signs, slashes and equals signs: a client has to encode them.
 */
final class TokenHandles {
    private final Secrets secrets;
    private final boolean keyPerLoad;
    private final List<Key> keys = new ArrayList<>();

    TokenHandles(Secrets secrets, boolean keyPerLoad) {
        this.secrets = secrets;
        this.keyPerLoad = keyPerLoad;
    }

    /** The key for one more load of the panel; makes older ones invalid if handles are volatile. */
    Key keyForLoad() {
        if (keys.isEmpty() || keyPerLoad) {
            keys.add(new Key(secrets.number(), secrets.number()));
        }
        return keys.get(keys.size() - 1);
    }

    /** The serial number behind a handle, negative if the handle is not valid now. */
    long serialOf(String handle) {
        return keys.isEmpty() ? -1 : keys.get(keys.size() - 1).serialOf(handle);
    }

    /** Every key so far. */
    List<Key> keys() {
        return List.copyOf(keys);
    }

    /** What handles are computed with. */
    record Key(long mask, long salt) {

        String handleOf(long serial) {
            byte[] raw = new byte[25];
            ByteBuffer.wrap(raw)
                    .putLong(mixed(serial + salt))
                    .putLong(serial ^ mask)
                    .putLong(mixed(serial ^ Long.reverse(salt)))
                    .put((byte) mask);
            return Base64.getEncoder().encodeToString(raw);
        }

        long serialOf(String handle) {
            try {
                byte[] raw = Base64.getDecoder().decode(handle);
                long serial = raw.length == 25 ? ByteBuffer.wrap(raw).getLong(8) ^ mask : -1;
                return serial >= 0 && handleOf(serial).equals(handle) ? serial : -1;
            } catch (IllegalArgumentException e) {
                return -1;
            }
        }

        private static long mixed(long value) {
            long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
            return mixed ^ (mixed >>> 31);
        }
    }
}
