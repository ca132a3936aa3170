"""Whether torch computes on the GPU here. Prints a line each: a word, a tab, a text."""
import sys


def end(word, text):
    print(word, text, sep="\t")
    sys.exit()


def check_memory(torch):
    """A limit of a twentieth has to stop who wants a tenth."""
    total = torch.cuda.get_device_properties(0).total_memory
    torch.cuda.set_per_process_memory_fraction(0.05, 0)
    try:
        torch.empty(total // 10, dtype=torch.uint8, device="cuda:0")
    except torch.cuda.OutOfMemoryError:
        return ""
    finally:
        torch.cuda.set_per_process_memory_fraction(1.0, 0)
    return "a limit of 5 % of the memory did not stop an allocation of 10 %"


def main():
    import torch

    built = torch.version.cuda or torch.version.hip
    print("fact", f"torch {torch.__version__}, built for {built or 'the CPU'}", sep="\t")
    if not built:
        end("skipped", "this torch is built for the CPU")
    if not torch.cuda.is_available():
        end("failed", f"this torch is built for {built}, and sees no GPU: driver too old, or GPUs hidden"
                      " (CUDA_VISIBLE_DEVICES)")
    if torch.version.cuda:
        driver = torch._C._cuda_getDriverVersion()
        print("fact", f"the driver has CUDA {driver // 1000}.{driver % 1000 // 10}", sep="\t")
        if driver // 1000 < int(torch.version.cuda.split(".")[0]):
            end("failed", f"torch is built for CUDA {torch.version.cuda}, and the driver has {driver // 1000}")
    print("fact", f"{torch.cuda.device_count()} GPU(s), {torch.cuda.get_device_name(0)}", sep="\t")
    one, other = torch.rand(256, 256), torch.rand(256, 256)
    product = (one.to("cuda:0") @ other.to("cuda:0")).cpu()
    if not torch.allclose(product, one @ other, rtol=1e-2):
        end("failed", "a matrix product on the GPU differs from that on the CPU")
    fault = check_memory(torch)
    end("failed" if fault else "passed", fault or "a matrix product is right, and a limit of memory holds")


main()
