"""The job: its main file runs where it is submitted; the work is done by Flink's Python workers."""

import os

from pyflink.common import Types
from pyflink.datastream import StreamExecutionEnvironment


def work(start):
    import readings

    return readings.summary(range(start, start + 250))


result = Types.TUPLE([Types.INT(), Types.STRING(), Types.STRING(), Types.INT(), Types.FLOAT()])
env = StreamExecutionEnvironment.get_execution_environment()
starts = env.from_collection([0, 250, 500, 750], Types.INT()).rebalance()
total = 0
with starts.map(work, result).set_parallelism(2).execute_and_collect("readings") as parts:
    for process, prefix, numpy, count, mean in parts:
        assert numpy.startswith(prefix), (numpy, prefix)
        assert process != os.getpid()
        total += count
        print(f"{count} readings, mean {mean}, by {prefix}")
print(f"All readings: {total}")
