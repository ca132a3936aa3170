package io.github.pythonenv;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms and the arrows between them. A room without classes yet holds its rule already. */
class RoomsTest {

    private static final String ROOT = "io.github.pythonenv";

    /** Finds what files say about the version: it reads, and belongs to the room that knows those files. */
    private static final String VERSION_FILES = ROOT + ".runtime.VersionRequests";

    private static final Set<String> LEAVES = Set.of("download", "archive", "process", "platform", "progress");
    /** Also above: events are how every room that asks or acts tells what happens. */
    private static final String EVENTS = "progress";

    private static final Set<String> STORE_AND_BELOW = with(LEAVES, "store");
    private static final Set<String> CORE = with(STORE_AND_BELOW, "runtime", "registry", "packages", "tuning");

    /** What each room may use besides itself and the root. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry(
                    "maven",
                    with(
                            CORE,
                            "activation",
                            "audit",
                            "cleaning",
                            "configuration",
                            "doctor",
                            "environment",
                            "image",
                            "metrics",
                            "packaging",
                            "sbom",
                            "program",
                            "scaffold",
                            "validation",
                            "report")),
            // The archetype carries it, too.
            Map.entry("scaffold", Set.of()),
            Map.entry(
                    "configuration",
                    Set.of(
                            "audit",
                            "doctor",
                            "environment",
                            "image",
                            "metrics",
                            "packages",
                            "packaging",
                            "runtime",
                            "tuning",
                            "validation",
                            EVENTS)),
            Map.entry("environment", with(CORE, "activation")),
            // Above the core: it looks with all of its tools at what they will need.
            Map.entry("doctor", with(CORE, "environment", "validation")),
            // Beside the core: it uses an environment that stands, and asks for one by a request.
            Map.entry("program", Set.of("environment", "packages", "runtime", "tuning", "process", "platform", EVENTS)),
            // Beside the core: it packs an environment that stands, and leaves out what tuning wrote for this machine.
            Map.entry(
                    "packaging",
                    Set.of(
                            "environment",
                            "image",
                            "packages",
                            "runtime",
                            "tuning",
                            "store",
                            "archive",
                            "process",
                            "platform",
                            EVENTS)),
            // Layers and documents, whatever is in them.
            Map.entry("image", Set.of("store", "archive")),
            // Beside the core: it removes what others made itself, and has the core remove what is ours.
            Map.entry("cleaning", Set.of("environment", "tuning", "store", "archive", "process", EVENTS)),
            Map.entry("runtime", STORE_AND_BELOW),
            // Above the runtimes, which ask it for Pythons of the machine through an interface of theirs.
            Map.entry("registry", with(STORE_AND_BELOW, "runtime")),
            Map.entry("packages", STORE_AND_BELOW),
            // Values and texts: it judges an answer, whoever asked for it.
            Map.entry("audit", Set.of()),
            // What is installed, written down.
            Map.entry("sbom", Set.of("packages")),
            // Where programs lie in an environment.
            Map.entry("activation", Set.of("packages")),
            Map.entry("tuning", Set.of("platform")),
            // What runs cost comes as events; its file is locked as those of the store are.
            Map.entry("metrics", Set.of("store", EVENTS)),
            // What is installed, and an interpreter's own modules, are looked at by those who know them.
            Map.entry(
                    "validation",
                    Set.of("environment", "packages", "runtime", "tuning", "store", "archive", "process", "platform")),
            Map.entry("report", with(CORE, "doctor", "environment", "metrics", "validation")),
            Map.entry("store", Set.of("archive", "download", EVENTS)),
            Map.entry("download", Set.of()),
            Map.entry("archive", Set.of()),
            Map.entry("process", Set.of()),
            Map.entry("platform", Set.of()),
            Map.entry("progress", Set.of()));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("HelpMojo")) // generated
            .importPackages(ROOT);

    static Set<String> rooms() {
        return new TreeSet<>(MAY_USE.keySet());
    }

    @Test
    void looksAtTheClassesOfThePlugin() {
        assertThat(CLASSES.contain(UserFailure.class)).isTrue();
        assertThat(CLASSES).as("imported classes").hasSizeGreaterThan(20);
    }

    @Test
    void thereAreNoOtherRooms() {
        Set<String> found = CLASSES.getPackage(ROOT).getSubpackages().stream()
                .map(JavaPackage::getRelativeName)
                .collect(Collectors.toSet());
        assertThat(rooms()).containsAll(found);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void arrowsGoDownOnly(String room) {
        Set<String> forbidden = new TreeSet<>(rooms());
        forbidden.removeAll(MAY_USE.get(room));
        forbidden.remove(room);
        noClasses()
                .that()
                .resideInAPackage(inside(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden.stream().map(RoomsTest::inside).toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void noCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theRootUsesNoRoom() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".*..")
                .check(CLASSES);
    }

    @Test
    void onlyTheMavenRoomKnowsMaven() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("maven"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..", "org.eclipse.aether..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doctor",
                "environment",
                "image",
                "metrics",
                "packages",
                "packaging",
                "runtime",
                "tuning",
                "validation"
            })
    void configurationSeesOnlyValues(String room) {
        seesOnlyValues("configuration", room);
    }

    @ParameterizedTest
    @ValueSource(strings = {"environment", "packages", "runtime", "tuning"})
    void programsSeeOnlyValues(String room) {
        seesOnlyValues("program", room);
    }

    @Test
    void validationSeesOnlyValuesOfTheEnvironment() {
        seesOnlyValues("validation", "environment");
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void reportSeesOnlyValues(String room) {
        if (!room.equals("report")) {
            seesOnlyValues("report", room);
        }
    }

    @Test
    void everyRoomIsNullMarked() {
        for (JavaPackage room : CLASSES.getPackage(ROOT).getSubpackagesInTree()) {
            if (!room.getClasses().isEmpty()) {
                assertThat(room.isAnnotatedWith(NullMarked.class))
                        .as("package-info.java with @NullMarked in " + room.getName())
                        .isTrue();
            }
        }
    }

    private static void seesOnlyValues(String room, String of) {
        noClasses()
                .that()
                .resideInAPackage(inside(room))
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.resideInAPackage(inside(of)).and(DescribedPredicate.not(values())))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    /** A value can be asked and changes nothing: a record, an enum, the sealed type over them, an immutable class. */
    private static DescribedPredicate<JavaClass> values() {
        return DescribedPredicate.describe(
                "values",
                type -> type.isRecord()
                        || type.isEnum()
                        || type.isAnnotation()
                        || type.isInterface()
                        || type.isAnonymousClass()
                        || isImmutable(type)
                        || VERSION_FILES.equals(type.getName()));
    }

    private static boolean isImmutable(JavaClass type) {
        List<JavaField> state = type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .toList();
        return type.getModifiers().contains(JavaModifier.FINAL)
                && !state.isEmpty()
                && state.stream()
                        .allMatch(
                                field -> field.getModifiers().contains(JavaModifier.FINAL) && !isOfAnotherRoom(field));
    }

    private static boolean isOfAnotherRoom(JavaField field) {
        String room = field.getRawType().getPackageName();
        return room.startsWith(ROOT) && !room.equals(field.getOwner().getPackageName());
    }

    private static String inside(String room) {
        return ROOT + "." + room + "..";
    }

    private static Set<String> with(Set<String> rooms, String... more) {
        Set<String> all = new TreeSet<>(rooms);
        all.addAll(Set.of(more));
        return all;
    }
}
