"""Asks NVIDIA's driver for its GPUs through its libraries, and prints a line each, with tabs.

NVML knows all of them, divided (MIG) or not. Where it is not there, the CUDA Driver API does: cuDeviceGetAttribute
with 75 and 76 is the compute capability.
"""
import ctypes
import os
import sys


class Pci(ctypes.Structure):
    _fields_ = [("legacy", ctypes.c_char * 16), ("numbers", ctypes.c_uint * 5), ("address", ctypes.c_char * 32)]


class Memory(ctypes.Structure):
    _fields_ = [("total", ctypes.c_ulonglong), ("free", ctypes.c_ulonglong), ("used", ctypes.c_ulonglong)]


def load(*names):
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            pass
    return None


def show(name, uuid, address, major, minor, memory, slices):
    print("gpu", name, uuid, address.lower(), f"{major.value}.{minor.value}", memory, " ".join(slices), sep="\t")


def text(function, *before):
    buffer = ctypes.create_string_buffer(128)
    return buffer.value.decode() if function(*before, buffer, ctypes.c_uint(len(buffer))) == 0 else ""


def slices(nvml, device):
    """The ids of a GPU's MIG devices."""
    mode, pending, most = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    if nvml.nvmlDeviceGetMigMode(device, ctypes.byref(mode), ctypes.byref(pending)) or not mode.value:
        return
    nvml.nvmlDeviceGetMaxMigDeviceCount(device, ctypes.byref(most))
    for index in range(most.value):
        mig = ctypes.c_void_p()
        if nvml.nvmlDeviceGetMigDeviceHandleByIndex(device, ctypes.c_uint(index), ctypes.byref(mig)) == 0:
            yield text(nvml.nvmlDeviceGetUUID, mig)


def by_nvml(nvml):
    count = ctypes.c_uint()
    nvml.nvmlDeviceGetCount_v2(ctypes.byref(count))
    print("driver", text(nvml.nvmlSystemGetDriverVersion), sep="\t")
    for index in range(count.value):
        device, major, minor = ctypes.c_void_p(), ctypes.c_int(), ctypes.c_int()
        pci, memory = Pci(), Memory()
        if nvml.nvmlDeviceGetHandleByIndex_v2(ctypes.c_uint(index), ctypes.byref(device)) != 0:
            continue
        nvml.nvmlDeviceGetCudaComputeCapability(device, ctypes.byref(major), ctypes.byref(minor))
        nvml.nvmlDeviceGetPciInfo_v3(device, ctypes.byref(pci))
        nvml.nvmlDeviceGetMemoryInfo(device, ctypes.byref(memory))
        # Eight digits for the domain, where files have four.
        address = pci.address.decode()
        show(text(nvml.nvmlDeviceGetName, device), text(nvml.nvmlDeviceGetUUID, device), address[-12:], major, minor,
             memory.total, slices(nvml, device))


def by_cuda(cuda):
    count = ctypes.c_int()
    cuda.cuDeviceGetCount(ctypes.byref(count))
    for index in range(count.value):
        device, major, minor, memory = ctypes.c_int(), ctypes.c_int(), ctypes.c_int(), ctypes.c_size_t()
        name, raw, bus = ctypes.create_string_buffer(128), (ctypes.c_ubyte * 16)(), ctypes.create_string_buffer(32)
        cuda.cuDeviceGet(ctypes.byref(device), index)
        cuda.cuDeviceGetName(name, len(name), device)
        cuda.cuDeviceGetAttribute(ctypes.byref(major), 75, device)
        cuda.cuDeviceGetAttribute(ctypes.byref(minor), 76, device)
        cuda.cuDeviceTotalMem_v2(ctypes.byref(memory), device)
        cuda.cuDeviceGetUuid(raw, device)
        cuda.cuDeviceGetPCIBusId(bus, len(bus), device)
        digits = bytes(raw).hex()
        uuid = "-".join(("GPU", digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
        show(name.value.decode(), uuid, bus.value.decode(), major, minor, memory.value, [])


def main():
    # Programs see fewer GPUs by this; here all are asked for.
    os.environ.pop("CUDA_VISIBLE_DEVICES", None)
    windows, wsl = sys.platform == "win32", "/usr/lib/wsl/lib/"
    cuda = load("nvcuda.dll") if windows else load("libcuda.so.1", wsl + "libcuda.so.1")
    nvml = load("nvml.dll") if windows else load("libnvidia-ml.so.1", wsl + "libnvidia-ml.so.1")
    version = ctypes.c_int()
    if cuda is not None and cuda.cuDriverGetVersion(ctypes.byref(version)) == 0:
        print("cuda", f"{version.value // 1000}.{version.value % 1000 // 10}", sep="\t")
    if nvml is not None and nvml.nvmlInit_v2() == 0:
        by_nvml(nvml)
    elif cuda is not None and cuda.cuInit(0) == 0:
        by_cuda(cuda)
    else:
        sys.exit("no library of NVIDIA's driver answers")


main()
