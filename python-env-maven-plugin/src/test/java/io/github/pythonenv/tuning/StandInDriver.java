package io.github.pythonenv.tuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Libraries that answer as NVIDIA's driver does, with memory of their own in place of a GPU's: for machines without a GPU
 * but with a C compiler. Signatures: {@code cuda.h} and {@code nvml.h} of CUDA 13.
 */
public final class StandInDriver {

    private static final String CUDA = """
            #include <stdlib.h>
            #include <string.h>
            typedef unsigned long long ptr;
            int cuInit(unsigned flags) { return 0; }
            int cuDriverGetVersion(int *v) { *v = 13000; return 0; }
            int cuDeviceGetCount(int *n) { *n = 1; return 0; }
            int cuDeviceGet(int *d, int i) { *d = i; return 0; }
            int cuDeviceGetName(char *s, int n, int d) { strncpy(s, "Stand-in GPU", n); return 0; }
            int cuDeviceGetAttribute(int *v, int a, int d) { *v = a == 75 ? 9 : 0; return 0; }
            int cuDeviceTotalMem_v2(size_t *b, int d) { *b = (size_t) 4 << 30; return 0; }
            int cuDeviceGetUuid(unsigned char *u, int d) { memset(u, 0xab, 16); return 0; }
            int cuDeviceGetPCIBusId(char *s, int n, int d) { strncpy(s, "0000:0F:00.0", n); return 0; }
            int cuDevicePrimaryCtxRetain(void **c, int d) { *c = (void *) 1; return 0; }
            int cuDevicePrimaryCtxRelease_v2(int d) { return 0; }
            int cuCtxSetCurrent(void *c) { return c == (void *) 1 ? 0 : 201; }
            int cuMemGetInfo_v2(size_t *f, size_t *t) { *f = (size_t) 3 << 30; *t = (size_t) 4 << 30; return 0; }
            int cuMemAlloc_v2(ptr *p, size_t n) { *p = (ptr) malloc(n); return 0; }
            int cuMemFree_v2(ptr p) { free((void *) p); return 0; }
            int cuMemcpyHtoD_v2(ptr p, const void *s, size_t n) { memcpy((void *) p, s, n); FAULT return 0; }
            int cuMemcpyDtoH_v2(void *d, ptr p, size_t n) { memcpy(d, (void *) p, n); return 0; }
            """;

    private static final String NVML = """
            #include <string.h>
            struct pci { char legacy[16]; unsigned numbers[5]; char address[32]; };
            struct memory { unsigned long long total, free, used; };
            static int text(char *to, unsigned n, const char *from) { strncpy(to, from, n); return 0; }
            int nvmlInit_v2(void) { return 0; }
            int nvmlSystemGetDriverVersion(char *s, unsigned n) { return text(s, n, "580.95.05"); }
            int nvmlDeviceGetCount_v2(unsigned *n) { *n = 1; return 0; }
            int nvmlDeviceGetHandleByIndex_v2(unsigned i, void **d) { *d = (void *) 7; return 0; }
            int nvmlDeviceGetName(void *d, char *s, unsigned n) { return text(s, n, "Stand-in H200"); }
            int nvmlDeviceGetUUID(void *d, char *s, unsigned n) {
              return text(s, n, d == (void *) 7 ? "GPU-3a1c" : "MIG-8ed1");
            }
            int nvmlDeviceGetCudaComputeCapability(void *d, int *a, int *b) { *a = 9; *b = 0; return 0; }
            int nvmlDeviceGetPciInfo_v3(void *d, struct pci *p) {
              return text(p->address, 32, "00000000:0F:00.0");
            }
            int nvmlDeviceGetMemoryInfo(void *d, struct memory *m) { m->total = 150754820096ULL; return 0; }
            int nvmlDeviceGetMigMode(void *d, unsigned *a, unsigned *b) { *a = 1; *b = 1; return 0; }
            int nvmlDeviceGetMaxMigDeviceCount(void *d, unsigned *n) { *n = 7; return 0; }
            int nvmlDeviceGetMigDeviceHandleByIndex(void *d, unsigned i, void **m) {
              if (i > 0) return 6;
              *m = (void *) 8;
              return 0;
            }
            """;

    private StandInDriver() {}

    /** The CUDA driver library. */
    public static void cuda(Path folder, boolean faulty) throws Exception {
        compile(folder, "libcuda.so.1", CUDA.replace("FAULT", faulty ? "((char *) p)[5] ^= 1;" : ""));
    }

    /** The management library, for an H200 that is divided. */
    static void nvml(Path folder) throws Exception {
        compile(folder, "libnvidia-ml.so.1", NVML);
    }

    /** Whether there is a compiler. */
    public static boolean possible() {
        try {
            return new ProcessBuilder("cc", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void compile(Path folder, String library, String source) throws Exception {
        Path file = Files.writeString(folder.resolve(library + ".c"), source);
        Process compiler = new ProcessBuilder(
                        "cc", "-shared", "-fPIC", "-o", folder.resolve(library).toString(), file.toString())
                .inheritIO()
                .start();
        if (compiler.waitFor() != 0) {
            throw new AssertionError("the compiler refuses " + file);
        }
    }
}
