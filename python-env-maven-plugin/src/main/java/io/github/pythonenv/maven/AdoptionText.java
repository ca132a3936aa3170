package io.github.pythonenv.maven;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.github.pythonenv.scaffold.Adoption;
import io.github.pythonenv.scaffold.Adoption.Meeting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What taking a template's files into a project does to it, told in lines. */
final class AdoptionText {

    private static final int CONTEXT = 3;

    private AdoptionText() {}

    /** A line for each file: new, the same, or kept as it is. */
    static List<String> summary(Adoption adoption) {
        return adoption.files().stream().map(AdoptionText::line).toList();
    }

    private static String line(Meeting file) {
        String path = file.offered().path();
        if (file.isNew()) {
            return "new   " + path;
        }
        return file.differs() ? "kept  " + path + ", which differs from the template's" : "same  " + path;
    }

    /** Whether a file stays that differs from the template's. */
    static boolean keepsSomething(Adoption adoption) {
        return adoption.files().stream().anyMatch(Meeting::differs);
    }

    /**
     * The way from what is there to the template, as git writes it and {@code git apply} takes it.
     *
     * @param added whether new files are in it, too, besides those that are kept
     */
    static List<String> diff(Adoption adoption, boolean added) {
        return adoption.files().stream()
                .filter(file -> file.differs() || (added && file.isNew()))
                .flatMap(file -> diff(file).stream())
                .collect(Collectors.toList());
    }

    private static List<String> diff(Meeting file) {
        String path = file.offered().path();
        List<String> before = file.standing().map(text -> text.lines().toList()).orElse(List.of());
        List<String> after = file.offered().text().lines().toList();
        List<String> lines = new ArrayList<>(List.of("diff --git a/" + path + " b/" + path));
        if (file.isNew()) {
            lines.add("new file mode 100644");
        }
        lines.addAll(UnifiedDiffUtils.generateUnifiedDiff(
                file.isNew() ? "/dev/null" : "a/" + path, "b/" + path, before, DiffUtils.diff(before, after), CONTEXT));
        return lines;
    }
}
