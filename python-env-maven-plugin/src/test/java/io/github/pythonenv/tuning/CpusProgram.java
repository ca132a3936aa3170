package io.github.pythonenv.tuning;

/** Prints how many threads there would be, and on how many CPUs. */
final class CpusProgram {

    private CpusProgram() {}

    public static void main(String[] arguments) {
        Cpus cpus = Cpus.of(MachineFiles.ofThisMachine(), Runtime.getRuntime().availableProcessors());
        System.out.println(cpus.threads() + " of " + cpus.allowed());
    }
}
