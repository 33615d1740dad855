package io.jenkins.plugins.authtokencleanup.wire;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each obstacle once, with one way to sign in after the other, and without those that wait for a time-out: what
 * mutation testing runs of {@link ErrorsTest}.
 */
class OneOfEachObstacleTest {
    static Stream<Obstacles.Obstacle> obstacles() {
        Map<String, List<Obstacles.Obstacle>> byName = Obstacles.all()
                .filter(obstacle -> !obstacle.name().contains("TIMEOUT"))
                .collect(Collectors.groupingBy(Obstacles.Obstacle::name, TreeMap::new, Collectors.toList()));
        List<List<Obstacles.Obstacle>> all = List.copyOf(byName.values());
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).get(i % all.get(i).size()));
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void has_its_own_exception_and_leaves_every_token(Obstacles.Obstacle obstacle) throws Exception {
        new ErrorsTest().each_obstacle_has_its_own_exception_and_exit_code_and_leaves_every_token(obstacle);
    }
}
