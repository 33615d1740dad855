package io.jenkins.plugins.authtokencleanup.bench;

import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The least that a cleanup can cost: the same requests in the same order, and the bodies thrown away. What a cleanup
 * learns by reading lists, the handles of the unused tokens, is known to it beforehand.
 */
final class Floor {
    private Floor() {}

    private static Requests requests(Account account, String url) {
        return account.page() == AccountsPage.JSON ? new JsonRequests(url) : new ClassicRequests(url);
    }

    /** The handles of the unused tokens, in a session of its own, read before the time is taken. */
    static List<String> handles(Account account, String url) throws IOException, InterruptedException {
        Requests requests = requests(account, url);
        requests.signIn();
        List<String> all = requests.handles(requests.read(requests.list()));
        requests.get(Requests.SIGN_OUT);
        return IntStream.range(0, all.size())
                .filter(account::isUnused)
                .mapToObj(all::get)
                .toList();
    }

    /** Sends what a cleanup with these batches sends and returns the duration in nanoseconds. */
    static long time(Account account, String url, List<String> handles, List<Integer> batches)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Requests requests = requests(account, url);
        requests.signIn();
        requests.discard(requests.list());
        int next = 0;
        for (int size : batches) {
            requests.remove(handles.subList(next, next + size));
            requests.discard(requests.list());
            next += size;
        }
        requests.get(Requests.SIGN_OUT);
        return System.nanoTime() - begun;
    }
}
