package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The units that a time of day is written in, from the longest to the shortest. */
enum ClockUnit {
    HOUR(
            24,
            3_600_000,
            ChronoField.HOUR_OF_DAY,
            ChronoField.CLOCK_HOUR_OF_DAY,
            ChronoField.HOUR_OF_AMPM,
            ChronoField.CLOCK_HOUR_OF_AMPM,
            ChronoField.AMPM_OF_DAY),
    MINUTE(60, 60_000, ChronoField.MINUTE_OF_HOUR),
    SECOND(60, 1000, ChronoField.SECOND_OF_MINUTE),
    MILLI(1000, 1, ChronoField.MILLI_OF_SECOND);

    private static final MilliSpan DAY = new MilliSpan(0, 86_399_999);
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final LocalTime SAMPLE = LocalTime.NOON;

    private final int count;
    private final long millis;
    private final List<ChronoField> fields;

    ClockUnit(int count, long millis, ChronoField... fields) {
        this.count = count;
        this.millis = millis;
        this.fields = List.of(fields);
    }

    /**
     * All that a written time of day can mean.
     *
     * @param written the fields that are written; any may be missing
     * @return the spans in milliseconds of the day, none if the fields contradict each other
     */
    static List<MilliSpan> spans(Map<ChronoField, Integer> written) {
        List<MilliSpan> spans = List.of(DAY);
        for (ClockUnit unit : upToShortest(written.keySet())) {
            int[] values = unit.values(written);
            List<MilliSpan> shorter = new ArrayList<>(spans.size() * values.length);
            for (MilliSpan span : spans) {
                for (int value : values) {
                    long first = span.first() + value * unit.millis;
                    shorter.add(new MilliSpan(first, first + unit.millis - 1));
                }
            }
            spans = shorter;
        }
        return spans;
    }

    /** How many spans there are if fields are written: two for an hour without its half of the day. */
    static int timesOfDay(Set<ChronoField> written) {
        return spans(written.stream()
                        .filter(ChronoField::isTimeBased)
                        .collect(Collectors.toMap(field -> field, SAMPLE::get)))
                .size();
    }

    private static List<ClockUnit> upToShortest(Set<ChronoField> written) {
        List<ClockUnit> units = Arrays.asList(values());
        int end = units.size();
        while (end > 0 && units.get(end - 1).fields.stream().noneMatch(written::contains)) {
            end--;
        }
        return units.subList(0, end);
    }

    private int[] values(Map<ChronoField, Integer> written) {
        IntStream values = IntStream.range(0, count);
        for (ChronoField field : fields) {
            Integer value = written.get(field);
            if (value != null) {
                values = values.filter(each -> at(each).get(field) == value);
            }
        }
        return values.toArray();
    }

    private LocalTime at(int value) {
        return LocalTime.ofNanoOfDay(value * millis * NANOS_PER_MILLI);
    }
}
