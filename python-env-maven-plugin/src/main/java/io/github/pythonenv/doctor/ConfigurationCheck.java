package io.github.pythonenv.doctor;

import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;

/** Whether what is configured can be understood. */
record ConfigurationCheck(Examination examination) implements Check {

    static final String ID = "configuration";

    /** Why others are skipped where it fails. */
    static final String UNKNOWN = "It is not known what is asked for: see the check " + ID + ".";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Category category() {
        return Category.CONFLICTS;
    }

    @Override
    public String title() {
        return "Configuration of the environments";
    }

    @Override
    public Outcome look() {
        Findings findings = new Findings();
        examination.misconfigured().ifPresent(why -> findings.fault(Told.phrase(why), why.hint()));
        examination
                .wanted()
                .forEach(wanted -> findings.saw(
                        wanted.request().name(),
                        wanted.request().directory() + ", "
                                + wanted.request().inputs().summary()));
        return findings.outcome();
    }
}
