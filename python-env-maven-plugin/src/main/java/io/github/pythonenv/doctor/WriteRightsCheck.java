package io.github.pythonenv.doctor;

import io.github.pythonenv.store.DiskFault;
import io.github.pythonenv.store.Disks;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether this user may write where it will be needed: a folder is made there and removed again. */
record WriteRightsCheck(Examination examination) implements Check {

    @Override
    public String id() {
        return "write-rights";
    }

    @Override
    public Category category() {
        return Category.DISK;
    }

    @Override
    public String title() {
        return "Folders that will be written to";
    }

    @Override
    public Outcome look() {
        Findings findings = new Findings();
        List<Examination.Site> sites = new ArrayList<>(examination.sites());
        sites.add(new Examination.Site("temporary files", Path.of(System.getProperty("java.io.tmpdir"))));
        for (Examination.Site site : sites) {
            try (Trial trial = Trial.in(site.folder())) {
                findings.saw(site.what(), site.folder());
            } catch (IOException e) {
                findings.fault(what(site, e), hint(site, e));
            }
        }
        return findings.outcome();
    }

    private static String what(Examination.Site site, IOException why) {
        Path existing = Disks.existing(site.folder()).orElse(site.folder());
        String start = "Nothing can be written to " + site.folder() + " (" + site.what() + "): ";
        return start
                + (Files.isDirectory(existing)
                        ? existing + " may not be written, " + why
                        : existing + " is a file, and no folder");
    }

    private static String hint(Examination.Site site, IOException why) {
        String other = switch (site.what()) {
            case "store" -> "name another store with -Dpython-env.home=<folder>";
            case "uv's cache" -> "name another cache in UV_CACHE_DIR";
            case "temporary files" -> "name another folder for them with -Djava.io.tmpdir=<folder>";
            default -> "choose another folder with <directory>";
        };
        return DiskFault.of(why) == DiskFault.FULL
                ? "Make room on its disk, or " + other + "."
                : "Give this user the right to write there, or " + other + ".";
    }
}
