package io.github.pythonenv.configuration;

import java.util.Optional;

/**
 * Everything that can be set for an environment: how it is called as a parameter ({@code <pythonVersion>},
 * {@code -Dpython-env.pythonVersion}) and where it stands in {@code python-env.json} ({@code python.version}).
 */
public enum Setting {
    PURPOSE("purpose", Kind.TEXT),
    ENABLED("enabled", Kind.YES_NO),
    DIRECTORY("directory", Kind.PATH),

    PYTHON_VERSION("python.version", "pythonVersion", Kind.TEXT),
    PYTHON_VERSIONS("python.versions", "pythonVersions", Kind.TEXTS),
    SOURCE("python.source", "source", Kind.TEXT),
    STANDALONE_MIRROR("python.mirror", "standaloneMirror", Kind.TEXT),
    ARCHIVE("python.archive", "archive", Kind.TEXT),
    ARCHIVE_SHA256("python.archiveSha256", "archiveSha256", Kind.TEXT),
    ARCHIVE_TRUSTED("python.archiveTrusted", "archiveTrusted", Kind.YES_NO),
    RUNTIME_COORDINATES("python.coordinates", "runtimeCoordinates", Kind.TEXT),
    RUNTIME_DIGESTS("python.digests", "runtimeDigests", Kind.TEXT_BY_NAME),
    MIRROR_GROUP_ID("python.mirrorGroupId", "mirrorGroupId", Kind.TEXT),
    LOCK_FILE("lockFile", Kind.PATH),
    LOCK_MODE("lockMode", Kind.TEXT),
    EXCLUDE_NEWER("excludeNewer", Kind.TEXT),

    REQUIREMENTS("requirements", Kind.PATHS),
    CONSTRAINTS("constraints", Kind.PATHS),
    PACKAGES("packages", Kind.TEXTS),
    UV_PROJECT("uvProject", Kind.PATH),
    PYLOCK("pylock", Kind.PATH),
    INPUT("input", Kind.PATH),
    PACKED("packed.archive", "packed", Kind.TEXT),
    PACKED_SHA256("packed.sha256", "packedSha256", Kind.TEXT),
    PROFILES("profiles", Kind.TEXTS),
    TEMPLATE("template", Kind.TEXT),
    EXTRAS("extras", Kind.TEXTS),
    GROUPS("groups", Kind.TEXTS),
    MEMBERS("members", Kind.TEXTS),
    DEFAULT_GROUPS("defaultGroups", Kind.YES_NO),
    EDITABLE("editable", Kind.YES_NO),
    MEMBER_ENVIRONMENT("memberEnvironment", Kind.YES_NO),

    INDEX_URL("index.url", "indexUrl", Kind.TEXT),
    EXTRA_INDEX_URLS("index.extra", "extraIndexUrls", Kind.TEXTS),
    INDEX_SERVER("index.server", "indexServer", Kind.TEXT),
    INDEXES("index.named", "indexes", Kind.TEXT_BY_NAME),
    ISOLATED("index.isolated", "isolated", Kind.YES_NO),
    CA_CERTIFICATES("index.caCertificates", "caCertificates", Kind.PATH),
    CLIENT_CERTIFICATE("index.clientCertificate", "clientCertificate", Kind.PATH),
    FIND_LINKS("index.findLinks", "findLinks", Kind.PATHS),
    NO_INDEX("index.none", "noIndex", Kind.YES_NO),
    CONDA_UNMAPPED("conda.unmapped", "condaUnmapped", Kind.TEXT),
    CONDA_NAMES("conda.names", "condaNames", Kind.TEXT_BY_NAME),

    UV_VERSION("uv.version", "uvVersion", Kind.TEXT),
    UV_SHA256("uv.sha256", "uvSha256", Kind.TEXT),
    UV_EXECUTABLE("uv.executable", "uvExecutable", Kind.PATH),
    LINK_MODE("uv.linkMode", "linkMode", Kind.TEXT),
    WHEELS_ONLY("uv.wheelsOnly", "wheelsOnly", Kind.YES_NO),
    COMPILE_BYTECODE("uv.compileBytecode", "compileBytecode", Kind.YES_NO),
    TIMEOUT("uv.timeout", "timeout", Kind.NUMBER),

    ACCELERATOR("accelerator", Kind.TEXT),
    GPUS("gpus", Kind.WORDS),
    TORCH_MIRROR("index.torchMirror", "torchMirror", Kind.TEXT),
    TORCH_INDEXES("index.torch", "torchIndexes", Kind.TEXT_BY_NAME),
    OPTIMIZATION_ENABLED("optimization.enabled", Kind.YES_NO),
    APPLY_AT_STARTUP("optimization.applyAtStartup", Kind.YES_NO),
    GC_THRESHOLD("optimization.memory.gc_threshold", Kind.WORDS),
    MALLOC_TRIM_THRESHOLD("optimization.memory.malloc_trim_threshold", Kind.WORD),
    MALLOC_MMAP_THRESHOLD("optimization.memory.malloc_mmap_threshold", Kind.WORD),
    MALLOC_ARENA_MAX("optimization.memory.malloc_arena_max", Kind.NUMBER),
    MAX_WORKERS("optimization.threading.max_workers", Kind.WORD),
    THREAD_AFFINITY("optimization.threading.thread_affinity", Kind.WORD),
    MEMORY_FRACTION("optimization.cuda.memory_fraction", Kind.WORD),
    ALLOW_GROWTH("optimization.cuda.allow_growth", Kind.YES_NO),
    TF32("optimization.cuda.tf32", Kind.YES_NO),
    ALLOCATOR("optimization.cuda.allocator", Kind.WORD_BY_NAME),
    CACHES("optimization.caches", Kind.TEXT),
    UNBUFFERED("optimization.python.unbuffered", Kind.YES_NO),
    FAULT_HANDLER("optimization.python.fault_handler", Kind.YES_NO),
    DONT_WRITE_BYTECODE("optimization.python.dont_write_bytecode", Kind.YES_NO),
    HASH_SEED("optimization.python.hash_seed", Kind.WORD),

    SWAP("swap", Kind.TEXT),
    KEEP_GENERATIONS("retention.generations", "keepGenerations", Kind.NUMBER),
    KEEP_DAYS("retention.days", "keepDays", Kind.NUMBER),
    VARIABLES("variables", Kind.TEXT_BY_NAME),

    BUDGET_INSTALL_SECONDS("validation.budgets.installSeconds", Kind.WORD),
    BUDGET_TOTAL_SECONDS("validation.budgets.totalSeconds", Kind.WORD),
    BUDGET_ENVIRONMENT_MEGABYTES("validation.budgets.environmentMegabytes", Kind.WORD),
    BUDGET_START_MILLISECONDS("validation.budgets.startMilliseconds", Kind.WORD),
    BUDGET_TEST_SECONDS("validation.budgets.testSeconds", Kind.WORD),
    BUDGET_COVERAGE("validation.budgets.coverage", Kind.WORD),
    BUDGET_PEAK_MEMORY_MEGABYTES("validation.budgets.peakMemoryMegabytes", Kind.WORD),
    BUDGET_LINT_FINDINGS("validation.budgets.lintFindings", Kind.WORD),
    BUDGET_TYPE_ERRORS("validation.budgets.typeErrors", Kind.WORD),
    BUDGET_GPU_PERCENT("validation.budgets.gpuPercent", Kind.WORD),
    BUDGET_GPU_MEMORY_MEGABYTES("validation.budgets.gpuMemoryMegabytes", Kind.WORD),
    BUDGET_TREND_FACTOR("validation.budgets.trendFactor", Kind.WORD),
    BUDGETS_ON_EXCEEDED("validation.budgets.onExceeded", Kind.TEXT),
    SCORES_LINT("validation.scores.lint", Kind.PATH),
    SCORES_TYPES("validation.scores.types", Kind.PATH),
    CHECKS("validation.checks", "checks", Kind.TEXTS),
    FAIL_ON("validation.failOn", "failOn", Kind.TEXT),
    USER_CHECKS("validation.commands", Kind.USER_CHECKS),
    IMPORT_SECONDS("validation.importSeconds", Kind.NUMBER),
    NOT_IMPORTED("validation.notImported", Kind.TEXTS),
    UNIMPORTED("validation.unimported", Kind.TEXTS),
    SLOWER("validation.slower", Kind.WORD),
    SOURCES("validation.sources", Kind.TEXTS),

    DOCTOR_CHECKS("doctor.checks", "doctorChecks", Kind.TEXTS),
    DOCTOR_FAIL_ON("doctor.failOn", "doctorFailOn", Kind.TEXT),
    DOCTOR_COMMANDS("doctor.commands", Kind.USER_CHECKS),
    DOCTOR_PACKAGES("doctor.packages", Kind.TEXTS),

    AUDIT_SERVICE("audit.service", "auditService", Kind.TEXT),
    AUDIT_SERVER("audit.server", "auditServer", Kind.TEXT),
    AUDIT_IGNORE("audit.ignore", "auditIgnore", Kind.TEXT_BY_NAME),
    AUDIT_ON_FOUND("audit.onFound", "auditOnFound", Kind.TEXT),

    PACKAGE_FORMAT("packaging.format", Kind.TEXT),
    PACKAGE_EXCLUDE("packaging.exclude", Kind.TEXTS),
    PACKAGE_KEEP("packaging.keep", Kind.TEXTS),
    PACKAGE_CODE("packaging.code", Kind.PATHS),
    PACKAGE_BYTECODE("packaging.bytecode", Kind.YES_NO),

    IMAGE_BASE("image.base", Kind.TEXT),
    IMAGE_NAME("image.name", Kind.TEXT),
    IMAGE_FORMAT("image.format", Kind.TEXT),
    IMAGE_DIRECTORY("image.directory", Kind.TEXT),
    IMAGE_USER("image.user", Kind.WORD),
    IMAGE_WORKING_DIRECTORY("image.workingDirectory", Kind.TEXT),
    IMAGE_ENTRYPOINT("image.entrypoint", Kind.TEXTS),
    IMAGE_COMMAND("image.command", Kind.TEXTS),
    IMAGE_PORTS("image.ports", Kind.WORDS),
    IMAGE_VARIABLES("image.variables", Kind.WORD_BY_NAME),
    IMAGE_LABELS("image.labels", Kind.WORD_BY_NAME),

    AUTO_CLEANUP("autoCleanup", Kind.YES_NO);

    private final String path;
    private final String parameter;
    private final Kind kind;

    Setting(String path, Kind kind) {
        this(path, path, kind);
    }

    Setting(String path, String parameter, Kind kind) {
        this.path = path;
        this.parameter = parameter;
        this.kind = kind;
    }

    /** Where it stands in an environment's object, its keys joined by dots: {@code python.version}. */
    public String path() {
        return path;
    }

    /** Its name as a parameter; the property is the same with {@code python-env.} before it. */
    public String parameter() {
        return parameter;
    }

    /** The user property: {@code python-env.pythonVersion}. */
    public String property() {
        return "python-env." + parameter;
    }

    Kind kind() {
        return kind;
    }

    /** Whether the value at a path is a list. */
    public static boolean isList(String path) {
        return at(path).map(one -> one.kind == Kind.TEXTS || one.kind == Kind.WORDS || one.kind == Kind.PATHS)
                .orElse(false);
    }

    /** Whether it is said of the project as a whole, so that no environment can have its own. */
    boolean ofProject() {
        return this == AUTO_CLEANUP || section().equals("doctor");
    }

    /** The key that it is or stands in: {@code python}. */
    String section() {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    /** The setting at a path, if there is one. */
    static Optional<Setting> at(String path) {
        for (Setting setting : values()) {
            if (setting.path.equals(path)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}
