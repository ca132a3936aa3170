package io.github.pythonenv.tuning;

import java.util.List;

/** One thing that is set, and why. */
public sealed interface Setting {

    /** What is set, as the one who reads it calls it. */
    String name();

    /** To what. */
    String value();

    /** Why, a phrase for a person. */
    String reason();

    /**
     * An environment variable.
     *
     * @param weaker variables that have the same effect where this one is not set: where one of them is, this is not
     */
    record Variable(String name, String value, String reason, List<String> weaker) implements Setting {
        public Variable {
            weaker = List.copyOf(weaker);
        }
    }

    /** Something that no variable sets: the interpreter does it when it starts, where that was asked for. */
    record AtStartup(Action action, String value, String reason) implements Setting {
        @Override
        public String name() {
            return action.title();
        }
    }

    /** What the interpreter can do when it starts. */
    enum Action {
        GC_THRESHOLD("gc.set_threshold"),
        TORCH_MEMORY_FRACTION("torch.cuda.set_per_process_memory_fraction"),
        TENSORFLOW_MEMORY_LIMIT("tensorflow memory limit");

        private final String title;

        Action(String title) {
            this.title = title;
        }

        /** What it is called in the library. */
        public String title() {
            return title;
        }
    }
}
