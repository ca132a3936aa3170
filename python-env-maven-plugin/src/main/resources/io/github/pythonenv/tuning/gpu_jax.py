"""Whether JAX computes on the GPU here. Prints a line each: a word, a tab, a text."""
import importlib.metadata
import os
import sys


def end(word, text):
    print(word, text, sep="\t")
    sys.exit()


def plugins():
    names = (distribution.metadata["Name"] or "" for distribution in importlib.metadata.distributions())
    return sorted(name for name in names if name.startswith(("jax-cuda", "jax-rocm")) and name.endswith("-plugin"))


def main():
    found = plugins()
    if not found:
        end("skipped", "this JAX has no plugin for GPUs (jax[cuda13], jax[cuda12])")
    for name in ("XLA_PYTHON_CLIENT_MEM_FRACTION", "XLA_PYTHON_CLIENT_PREALLOCATE"):
        os.environ.pop(name, None)
    os.environ["XLA_CLIENT_MEM_FRACTION"] = "0.1"
    import jax
    import jax.numpy
    import numpy

    print("fact", f"jax {jax.__version__} with {', '.join(found)}", sep="\t")
    gpus = [device for device in jax.devices() if device.platform in ("gpu", "cuda", "rocm")]
    if not gpus:
        end("failed", "JAX has a plugin for GPUs, and sees none: driver too old, or GPUs hidden"
                      " (CUDA_VISIBLE_DEVICES)")
    print("fact", f"{len(gpus)} GPU(s), {gpus[0].device_kind}", sep="\t")
    one = numpy.random.default_rng(0).random((256, 256), dtype="float32")
    product = numpy.asarray(jax.numpy.matmul(jax.device_put(one, gpus[0]), jax.device_put(one, gpus[0])))
    if not numpy.allclose(product, one @ one, rtol=1e-2):
        end("failed", "a matrix product on the GPU differs from that on the CPU")
    stats = gpus[0].memory_stats() or {}
    limit, pool = stats.get("bytes_limit", 0), stats.get("bytes_reservable_limit", 0)
    print("fact", f"{limit >> 20} MiB with XLA_CLIENT_MEM_FRACTION=0.1", sep="\t")
    if pool and limit > pool * 0.5:
        end("failed", "XLA_CLIENT_MEM_FRACTION=0.1 is not obeyed")
    end("passed", "a matrix product is right")


main()
