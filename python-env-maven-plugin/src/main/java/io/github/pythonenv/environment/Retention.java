package io.github.pythonenv.environment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What stays on disk of an environment's earlier generations. The one that stands is none of them.
 *
 * @param generations how many stay, 0 or more; where it is not set, any number
 * @param days how many days ago they may have been built, 1 or more, which does not concern the one that stood there
 *     last: however old it is, it is what {@code rollback} goes back to; where it is not set, any number
 */
public record Retention(OptionalInt generations, OptionalInt days) {

    /** So many stay, whatever their age. */
    public static Retention of(int generations) {
        return new Retention(OptionalInt.of(generations), OptionalInt.empty());
    }

    /**
     * Those that go.
     *
     * @param earlier all that there are, first the one that stood there last, then the newest
     */
    List<Generation> beyond(List<Generation> earlier, Instant now) {
        List<Generation> gone = new ArrayList<>();
        for (int i = 0; i < earlier.size(); i++) {
            boolean tooMany = generations.isPresent() && i >= generations.getAsInt();
            if (tooMany || (i > 0 && tooOld(earlier.get(i), now))) {
                gone.add(earlier.get(i));
            }
        }
        return gone;
    }

    private boolean tooOld(Generation one, Instant now) {
        return days.isPresent()
                && one.state().created().plus(Duration.ofDays(days.getAsInt())).isBefore(now);
    }

    /** The same for a person: {@code keep 2 earlier generations, of the last 30 days}. */
    String describe() {
        String count = generations.isEmpty()
                ? "earlier generations"
                : generations.getAsInt() + " earlier generation" + (generations.getAsInt() == 1 ? "" : "s");
        return "keep " + count
                + (days.isEmpty() ? "" : ", of the last " + (days.getAsInt() == 1 ? "day" : days.getAsInt() + " days"));
    }
}
