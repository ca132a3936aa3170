package io.github.pythonenv.validation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a check sees while it looks. The verdict follows from it: the worst thing that was found. */
public final class Findings {

    /** More of them than a person reads at once stand in the evidence only. */
    private static final int TOLD = 5;

    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private final Set<String> hints = new LinkedHashSet<>();

    /** Something that is worth knowing, and no fault. */
    public Findings saw(String label, Object text) {
        evidence.add(new Evidence(label, String.valueOf(text)));
        return this;
    }

    public Findings measured(Figure figure) {
        figures.add(figure);
        return this;
    }

    /**
     * Something that does not work.
     *
     * @param what a sentence without its full stop
     * @param hint what to do, one or more sentences
     */
    public Findings fault(String what, String hint) {
        return found("fault", faults, what, hint);
    }

    /** Something that somebody should look at; the rest as for {@link #fault}. */
    public Findings doubt(String what, String hint) {
        return found("doubt", doubts, what, hint);
    }

    private Findings found(String label, List<String> where, String what, String hint) {
        where.add(what);
        hints.add(hint);
        return saw(label, what);
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    public boolean hasFaults() {
        return !faults.isEmpty();
    }

    public Outcome outcome() {
        return new Outcome(verdict(), evidence, figures);
    }

    private Verdict verdict() {
        if (hasFaults()) {
            return new Verdict.Failed(told(faults), String.join(" ", hints));
        }
        return doubts.isEmpty() ? new Verdict.Passed() : new Verdict.Warning(told(doubts), String.join(" ", hints));
    }

    private static String told(List<String> all) {
        int more = all.size() - TOLD;
        return String.join("; ", all.subList(0, Math.min(TOLD, all.size())))
                + (more > 0 ? "; and " + more + " more" : "")
                + ".";
    }
}
