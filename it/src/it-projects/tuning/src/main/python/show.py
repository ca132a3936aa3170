"""Prints what the libraries made of the settings."""
import faulthandler
import gc
import os
import sys

import joblib
import numexpr
import numpy
import sklearn.cluster
import threadpoolctl

numpy.ones((64, 64)) @ numpy.ones((64, 64))
sklearn.cluster.KMeans(2, n_init=1).fit(numpy.random.default_rng(0).random((64, 2)))
pools = {pool["user_api"]: pool["num_threads"] for pool in threadpoolctl.threadpool_info()}
print("pools", dict(sorted(pools.items())), "numexpr", numexpr.nthreads, "joblib", joblib.cpu_count())
print("gc", gc.get_threshold()[:2], "faults", faulthandler.is_enabled(), "hash", hash("word") % 1000)
print("trim", os.environ.get("MALLOC_TRIM_THRESHOLD_"), "unbuffered", sys.stdout.write_through)
