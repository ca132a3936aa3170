"""The job: its main file runs where it is submitted, without numpy; the work is done by executors."""

import os

from pyspark.sql import SparkSession


def work(values):
    import readings

    return readings.summary(values)


spark = SparkSession.builder.getOrCreate()
parts = spark.sparkContext.parallelize(range(1000), 4).mapPartitions(work).collect()
for process, prefix, numpy, count, mean in parts:
    assert numpy.startswith(prefix), (numpy, prefix)
    assert process != os.getpid()
    print(f"{count} readings, mean {mean}, by {prefix}")
print(f"All readings: {sum(count for _, _, _, count, _ in parts)}")
spark.stop()
