package io.github.pythonenv.validation;

/** How fast the interpreter computes: units of a fixed piece of Python, with numbers, strings and dictionaries. */
record CpuCheck(Subject subject, Trend trend) implements Check {

    @Override
    public String id() {
        return "cpu";
    }

    @Override
    public Category category() {
        return Category.PERFORMANCE;
    }

    @Override
    public String title() {
        return "Speed of pure Python";
    }

    @Override
    public Outcome look() {
        Figure rate = Measurements.cpu(subject.python()).get(0).figure();
        return trend.compared(new Findings().saw("rate", rate.text()).measured(rate))
                .outcome();
    }
}
