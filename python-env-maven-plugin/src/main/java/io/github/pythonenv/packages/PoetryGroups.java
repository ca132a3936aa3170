package io.github.pythonenv.packages;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is wanted of a lock whose packages say for which groups they are there. */
final class PoetryGroups {

    private PoetryGroups() {}

    static Map<PoetryPackage, Condition> wanted(PoetryLockFile file, PoetrySelection selection) {
        Map<PoetryPackage, Condition> wanted = new LinkedHashMap<>();
        for (PoetryPackage locked : file.packages()) {
            Condition condition = Condition.NEVER;
            for (String group : locked.groups()) {
                if (selection.groups().contains(group)) {
                    String marker = locked.markers().getOrDefault(group, "");
                    condition = condition.or(Condition.of(Condition.withExtras(marker, selection.extras())));
                }
            }
            if (!condition.never()) {
                wanted.put(locked, condition);
            }
        }
        return wanted;
    }
}
