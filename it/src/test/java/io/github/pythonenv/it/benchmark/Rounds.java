package io.github.pythonenv.it.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures contenders in turns: each once in a round, and each round begins with another one, so that whatever else the
 * machine does meets all alike. The first round is for warming up and is not counted.
 *
 * @param counted how many count
 */
record Rounds(int counted) {

    /** So many, unless {@code -Dbenchmark.rounds} says otherwise. */
    static Rounds usually(int counted) {
        return new Rounds(Integer.getInteger("benchmark.rounds", counted));
    }

    /** The times by name, in the order of the contenders. */
    Map<String, Times> of(List<Contender> contenders) throws Exception {
        Map<String, List<Long>> nanoseconds = new LinkedHashMap<>();
        contenders.forEach(contender -> nanoseconds.put(contender.name(), new ArrayList<>()));
        for (int round = 0; round <= counted; round++) {
            for (int turn = 0; turn < contenders.size(); turn++) {
                Contender contender = contenders.get((round + turn) % contenders.size());
                Outcome outcome = once(contender);
                if (round > 0) {
                    nanoseconds.get(contender.name()).add(outcome.nanoseconds());
                }
            }
        }
        Map<String, Times> times = new LinkedHashMap<>();
        nanoseconds.forEach((name, all) -> times.put(name, Times.of(name, all)));
        return times;
    }

    private static Outcome once(Contender contender) throws Exception {
        contender.before().run();
        Outcome outcome = contender.work().run();
        try {
            contender.check().of(outcome);
        } catch (AssertionError e) {
            throw new AssertionError(contender.name() + " did not do its work:\n" + outcome.output(), e);
        }
        return outcome;
    }
}
