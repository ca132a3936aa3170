package io.github.pythonenv.runtime;

/** Reads floors as our data files write them: two numbers under the name of what they number. */
final class Floors {
    private Floors() {}

    /**
     * @param minGlibc for example {@code 2.35}; empty where the question does not arise
     * @param minMacos for example {@code 15.7}; empty where the question does not arise
     * @param libc {@code musl} for what is linked against that; else empty
     */
    static Floor parse(String minGlibc, String minMacos, String libc) {
        if (libc.equals("musl")) {
            return new Floor.Musl();
        }
        if (!minGlibc.isEmpty()) {
            return new Floor.Glibc(number(minGlibc, 0), number(minGlibc, 1));
        }
        if (!minMacos.isEmpty()) {
            return new Floor.MacOs(number(minMacos, 0), number(minMacos, 1));
        }
        return new Floor.None();
    }

    private static int number(String version, int index) {
        String[] numbers = version.split("\\.", -1);
        if (numbers.length != 2) {
            throw new IllegalArgumentException("not two numbers with a dot between them: " + version);
        }
        return Integer.parseInt(numbers[index]);
    }
}
