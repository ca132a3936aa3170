"""Does what every GPU program begins with, through the driver's library alone: finds the GPUs, takes memory on each,
copies to it and back. Prints a line each: a word, a tab, a text."""
import ctypes
import sys

SIZE = 1 << 20


def end(word, text):
    print(word, text, sep="\t")
    sys.exit()


def load(*names):
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            pass
    return None


class Failed(Exception):
    pass


def checked(library, function, *arguments):
    status = getattr(library, function)(*arguments)
    if status != 0:
        raise Failed(f"{function} answers {status}")


def payload():
    return bytes(range(256)) * (SIZE // 256)


def try_cuda(cuda, device):
    handle, context, pointer = ctypes.c_int(), ctypes.c_void_p(), ctypes.c_uint64()
    free, total = ctypes.c_size_t(), ctypes.c_size_t()
    name, back = ctypes.create_string_buffer(128), ctypes.create_string_buffer(SIZE)
    checked(cuda, "cuDeviceGet", ctypes.byref(handle), device)
    checked(cuda, "cuDeviceGetName", name, len(name), handle)
    checked(cuda, "cuDevicePrimaryCtxRetain", ctypes.byref(context), handle)
    try:
        checked(cuda, "cuCtxSetCurrent", context)
        checked(cuda, "cuMemGetInfo_v2", ctypes.byref(free), ctypes.byref(total))
        checked(cuda, "cuMemAlloc_v2", ctypes.byref(pointer), ctypes.c_size_t(SIZE))
        try:
            checked(cuda, "cuMemcpyHtoD_v2", pointer, payload(), ctypes.c_size_t(SIZE))
            checked(cuda, "cuMemcpyDtoH_v2", back, pointer, ctypes.c_size_t(SIZE))
        finally:
            checked(cuda, "cuMemFree_v2", pointer)
    finally:
        checked(cuda, "cuDevicePrimaryCtxRelease_v2", handle)
    if back.raw != payload():
        raise Failed("what was copied to the GPU and back is not what it was")
    print("fact", f"{device}: {name.value.decode()}, {free.value >> 20} of {total.value >> 20} MiB free", sep="\t")


def try_hip(hip, device):
    pointer, back = ctypes.c_void_p(), ctypes.create_string_buffer(SIZE)
    free, total = ctypes.c_size_t(), ctypes.c_size_t()
    checked(hip, "hipSetDevice", device)
    checked(hip, "hipMemGetInfo", ctypes.byref(free), ctypes.byref(total))
    checked(hip, "hipMalloc", ctypes.byref(pointer), ctypes.c_size_t(SIZE))
    try:
        checked(hip, "hipMemcpy", pointer, payload(), ctypes.c_size_t(SIZE), 1)
        checked(hip, "hipMemcpy", back, pointer, ctypes.c_size_t(SIZE), 2)
    finally:
        checked(hip, "hipFree", pointer)
    if back.raw != payload():
        raise Failed("what was copied to the GPU and back is not what it was")
    print("fact", f"{device}: AMD GPU, {free.value >> 20} of {total.value >> 20} MiB free", sep="\t")


def run(library, start, count_of, attempt):
    count = ctypes.c_int()
    try:
        if start:
            checked(library, start, 0)
        checked(library, count_of, ctypes.byref(count))
        for device in range(count.value):
            attempt(library, device)
    except Failed as failure:
        end("failed", str(failure))
    if count.value == 0:
        end("skipped", "the driver is here, and shows no GPU")
    end("passed", f"{count.value} GPU(s): memory taken, written and read back")


windows, wsl = sys.platform == "win32", "/usr/lib/wsl/lib/libcuda.so.1"
cuda = load("nvcuda.dll") if windows else load("libcuda.so.1", wsl)
if cuda is not None:
    run(cuda, "cuInit", "cuDeviceGetCount", try_cuda)
hip = load("amdhip64.dll") if windows else load("libamdhip64.so", "/opt/rocm/lib/libamdhip64.so")
if hip is not None:
    run(hip, "", "hipGetDeviceCount", try_hip)
end("skipped", "there is no driver library (libcuda, libamdhip64)")
