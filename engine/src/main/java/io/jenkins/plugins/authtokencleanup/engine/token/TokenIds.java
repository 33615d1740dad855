package io.jenkins.plugins.authtokencleanup.engine.token;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Gives tokens ids: their look, and a number for each look-alike but the one longest unused. */
public final class TokenIds {
    private final Map<String, Integer> given = new HashMap<>();

    /** The ids of tokens not seen before, in the same order, each different from all given before. */
    public List<String> give(List<AuthToken> tokens) {
        String[] ids = new String[tokens.size()];
        IntStream.range(0, ids.length)
                .boxed()
                .sorted(Comparator.comparing(
                        i -> tokens.get(i).lastAccess().latest(), Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(i -> {
                    String look = TokenIdentity.look(tokens.get(i));
                    int number = given.merge(look, 1, Integer::sum);
                    ids[i] = number == 1 ? look : look + "-" + number;
                });
        return List.of(ids);
    }
}
