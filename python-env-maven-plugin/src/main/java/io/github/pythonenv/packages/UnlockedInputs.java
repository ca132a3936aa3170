package io.github.pythonenv.packages;

import java.util.List;

/** What is resolved to exact versions here, since no lock has done it. */
public sealed interface UnlockedInputs extends PackageInputs permits Requirements, Pyproject, CondaEnvironment {

    /** The same as requirements. */
    Requirements requirements();

    /** The same with more packages. */
    UnlockedInputs with(List<String> more);

    /** What else uv's resolver is to be given, such as groups of a project. */
    default List<String> resolverArguments() {
        return List.of();
    }

    /** What a person should know of what is left out. */
    default List<String> remarks() {
        return List.of();
    }

    @Override
    default boolean locked() {
        return false;
    }
}
