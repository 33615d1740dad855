package io.jenkins.plugins.authtokencleanup.wire;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each obstacle once, with one login generation after the other, and without those that wait for a time-out: what
 * mutation testing runs of {@link ErrorsTest}.
 */
class OneOfEachObstacleTest {
    static Stream<ErrorsTest.Obstacle> obstacles() {
        List<ErrorsTest.Obstacle> all = ErrorsTest.obstacles().toList();
        int generations = 4;
        int each = all.size() / generations;
        return IntStream.range(0, each)
                .mapToObj(i -> all.get(i % generations * each + i))
                .filter(obstacle -> !obstacle.name().contains("TIMEOUT"));
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void has_its_own_exception_and_leaves_every_token(ErrorsTest.Obstacle obstacle) throws Exception {
        new ErrorsTest().each_obstacle_has_its_own_exception_and_exit_code_and_leaves_every_token(obstacle);
    }
}
