package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.validation.UserCheck;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/** What was set, and by whom. Immutable; what is not in it was not set. */
public final class Settings {

    /** Nothing is set. */
    public static final Settings NONE = new Settings(new EnumMap<>(Setting.class));

    /**
     * A value with who said so.
     *
     * @param value of the type that the setting's kind says
     */
    public record Value(Object value, Origin origin) {

        /** This value over another of the same setting: of values that have names, each by itself. */
        private Value over(Setting setting, Value lower) {
            if (!setting.kind().byName()) {
                return this;
            }
            Map<Object, Object> named = new TreeMap<>((Map<?, ?>) lower.value);
            named.putAll((Map<?, ?>) value);
            return new Value(Map.copyOf(named), origin.over(lower.origin));
        }
    }

    private final Map<Setting, Value> values;

    private Settings(Map<Setting, Value> values) {
        this.values = values;
    }

    /** These settings, and one more or another value for it. */
    Settings with(Setting setting, Object value, Origin origin) {
        Map<Setting, Value> all = new EnumMap<>(values);
        all.put(setting, new Value(value, origin));
        return new Settings(all);
    }

    /**
     * These settings over others: for each setting, and for each name where its values have names, what is set here
     * counts; what is not, is as it is there.
     */
    public Settings over(Settings lower) {
        Map<Setting, Value> all = new EnumMap<>(lower.values);
        values.forEach((setting, value) -> all.merge(setting, value, (below, above) -> above.over(setting, below)));
        return new Settings(all);
    }

    /** All that is set. */
    public Map<Setting, Value> all() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Settings settings && values.equals(settings.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Whether a setting is set. */
    public boolean has(Setting setting) {
        return values.containsKey(setting);
    }

    /** Whether a setting is set on a level. */
    public boolean has(Setting setting, Origin.Level level) {
        return origin(setting).filter(one -> one.level() == level).isPresent();
    }

    /** Who set it, where it is set. */
    public Optional<Origin> origin(Setting setting) {
        return Optional.ofNullable(values.get(setting)).map(Value::origin);
    }

    /** The text of a setting that is one. */
    public Optional<String> text(Setting setting) {
        return Optional.ofNullable((String) value(setting));
    }

    @SuppressWarnings("unchecked")
    List<String> texts(Setting setting) {
        List<String> texts = (List<String>) value(setting);
        return texts == null ? List.of() : texts;
    }

    Optional<Path> path(Setting setting) {
        return Optional.ofNullable((Path) value(setting));
    }

    @SuppressWarnings("unchecked")
    List<Path> paths(Setting setting) {
        List<Path> paths = (List<Path>) value(setting);
        return paths == null ? List.of() : paths;
    }

    @SuppressWarnings("unchecked")
    Map<String, String> textByName(Setting setting) {
        Map<String, String> texts = (Map<String, String>) value(setting);
        return texts == null ? Map.of() : texts;
    }

    @SuppressWarnings("unchecked")
    List<UserCheck> userChecks(Setting setting) {
        List<UserCheck> checks = (List<UserCheck>) value(setting);
        return checks == null ? List.of() : checks;
    }

    Optional<Boolean> yes(Setting setting) {
        return Optional.ofNullable((Boolean) value(setting));
    }

    boolean yes(Setting setting, boolean unlessSet) {
        Boolean set = (Boolean) value(setting);
        return set == null ? unlessSet : set;
    }

    int number(Setting setting, int unlessSet) {
        return number(setting).orElse(unlessSet);
    }

    OptionalInt number(Setting setting) {
        Integer set = (Integer) value(setting);
        return set == null ? OptionalInt.empty() : OptionalInt.of(set);
    }

    /**
     * The number of a setting that is a word.
     *
     * @throws UserFailure where it is none above that
     */
    Optional<Double> above(Setting setting, double least) {
        return number(setting, number -> number > least, "a number above " + Math.round(least));
    }

    /**
     * The number of a setting that is a word.
     *
     * @throws UserFailure where it is none above 0 and up to 100
     */
    Optional<Double> percent(Setting setting) {
        return number(setting, number -> number > 0 && number <= 100, "a number above 0, at most 100");
    }

    /**
     * The number of a setting that is a word.
     *
     * @throws UserFailure where it is none, or below zero
     */
    Optional<Double> notNegative(Setting setting) {
        return number(setting, number -> number >= 0, "0 or a number above it");
    }

    private Optional<Double> number(Setting setting, DoublePredicate taken, String which) {
        return text(setting).map(text -> {
            try {
                double number = Double.parseDouble(text);
                if (taken.test(number) && Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below, as for a number that is too small.
            }
            throw wrong(setting, text, "Take " + which + ".");
        });
    }

    /** What to say of a value that its setting does not take: who said it is part of that. */
    UserFailure wrong(Setting setting, Object value, String hint) {
        String place =
                origin(setting).map(origin -> " (" + origin.place() + ")").orElse("");
        return new UserFailure(setting.path() + " is '" + value + "'" + place + ".", hint);
    }

    /**
     * Whether what a setting is about fails the build or is only told.
     *
     * @throws UserFailure where it is another word than {@code fail} or {@code warn}
     */
    boolean fails(Setting setting, boolean unlessSet) {
        Optional<String> word = text(setting);
        if (word.isPresent() && !word.get().equals("fail") && !word.get().equals("warn")) {
            throw wrong(setting, word.get(), "Take warn or fail.");
        }
        return word.map("fail"::equals).orElse(unlessSet);
    }

    private @Nullable Object value(Setting setting) {
        Value set = values.get(setting);
        return set == null ? null : set.value();
    }
}
