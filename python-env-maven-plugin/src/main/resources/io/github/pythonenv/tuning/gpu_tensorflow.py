"""Whether TensorFlow computes on the GPU here. Prints a line each: a word, a tab, a text."""
import os
import sys


def end(word, text):
    print(word, text, sep="\t")
    sys.exit()


def main():
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    os.environ.pop("TF_FORCE_GPU_ALLOW_GROWTH", None)
    import tensorflow as tf

    build = tf.sysconfig.get_build_info()
    print("fact", f"tensorflow {tf.__version__}, built for {build.get('cuda_version') or 'the CPU'}", sep="\t")
    if not tf.test.is_built_with_gpu_support():
        end("skipped", "this TensorFlow is built for the CPU")
    gpus = tf.config.list_physical_devices("GPU")
    if not gpus:
        end("failed", "this TensorFlow is built for GPUs, and sees none: driver too old, CUDA's libraries missing"
                      " (tensorflow[and-cuda]), or GPUs hidden (CUDA_VISIBLE_DEVICES)")
    print("fact", f"{len(gpus)} GPU(s)", sep="\t")
    tf.config.set_logical_device_configuration(gpus[0], [tf.config.LogicalDeviceConfiguration(memory_limit=512)])
    one = tf.random.uniform((256, 256))
    with tf.device("/GPU:0"):
        product = tf.matmul(one, one)
    with tf.device("/CPU:0"):
        expected = tf.matmul(one, one)
    if not bool(tf.reduce_all(tf.abs(product - expected) < 1e-2 * tf.abs(expected) + 1e-3)):
        end("failed", "a matrix product on the GPU differs from that on the CPU")
    try:
        with tf.device("/GPU:0"):
            tf.zeros((1024, 1024, 1024), dtype=tf.uint8)
        end("failed", "a limit of 512 MiB did not stop an allocation of 1 GiB")
    except tf.errors.ResourceExhaustedError:
        end("passed", "a matrix product is right, and a limit of memory holds")


main()
