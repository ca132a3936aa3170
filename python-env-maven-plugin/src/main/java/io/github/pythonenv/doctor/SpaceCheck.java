package io.github.pythonenv.doctor;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.DiskSpace;
import io.github.pythonenv.environment.Prospects;
import io.github.pythonenv.environment.SpaceNeed;
import io.github.pythonenv.store.Disks;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Figure;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The room on the disks of store, environments and uv's cache. */
record SpaceCheck(Examination examination) implements Check {

    /** Environments with the larger libraries take more than this. */
    private static final long COMFORTABLE = 1_000_000_000;

    @Override
    public String id() {
        return "disk-space";
    }

    @Override
    public Category category() {
        return Category.DISK;
    }

    @Override
    public String title() {
        return "Room on the disks where it will be needed";
    }

    @Override
    public Outcome look() {
        Findings findings = new Findings();
        List<SpaceNeed> needs = needs();
        List<DiskSpace.Lack> lacks = DiskSpace.lacking(needs, examination.disks());
        lacks.forEach(lack -> findings.fault(lack.what().replaceFirst("\\.$", ""), lack.hint()));
        Set<String> told = new LinkedHashSet<>();
        for (Examination.Site site : examination.sites()) {
            Optional<Disks.Disk> disk = examination.disks().of(site.folder());
            if (disk.isEmpty()) {
                findings.saw(site.what(), site.folder() + ": its disk does not tell");
                continue;
            }
            Figure left = new Figure("disk." + site.what(), disk.get().usable(), "bytes");
            findings.saw(
                    site.what(),
                    site.folder() + ": " + left.text() + " left on "
                            + disk.get().name());
            if (disk.get().usable() < COMFORTABLE
                    && lacks.isEmpty()
                    && told.add(disk.get().name())) {
                findings.doubt(
                        "The disk of " + site.folder() + " has " + left.text() + " left",
                        "Enough to begin with. Large libraries take several gigabytes: make room for these.");
            }
        }
        needs.forEach(need -> findings.saw(
                "needed at least",
                new Figure("", need.bytes(), "bytes").text() + " for " + need.what() + " in " + need.folder()));
        return findings.outcome();
    }

    private List<SpaceNeed> needs() {
        List<SpaceNeed> needs = new ArrayList<>();
        for (Wanted wanted : examination.wanted()) {
            try {
                new Prospects(wanted.tools())
                        .of(wanted.request()).needs().stream()
                                .filter(need -> !needs.contains(need))
                                .forEach(needs::add);
            } catch (UserFailure e) {
                // The check of runtimes tells of it.
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
        return needs;
    }
}
