package io.github.pythonenv.maven;

import java.io.File;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that all goals on an environment share, described for the descriptor of the plugin: once, with
 * <code>ensure</code>. Nothing reads these fields; {@link Parameters} says why, and reads what was set.
 */
@SuppressWarnings("unused")
abstract class EnvironmentParameters extends AbstractEnvironmentMojo {

    /** Prints what would be done and why, and does nothing. */
    @Parameter(property = "python-env.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * A file to which what happens is added for other programs, one JSON object a line, in the form of
     * <code>events-1.0.schema.json</code>; relative to the folder that Maven was called in.
     */
    @Parameter(property = "python-env.events")
    private @Nullable String events;

    /**
     * The Python version: <code>3</code>, <code>3.14</code>, <code>3.14.3</code> or a range such as
     * <code>&gt;=3.12,&lt;3.14</code>. Unless set, <code>.python-version</code> says it, then
     * <code>requires-python</code> in <code>uv.lock</code> or <code>pyproject.toml</code>; else it is the newest that
     * starts on this machine. What the environment stands on already is kept while it fits (until <code>mvn -U</code>).
     */
    @Parameter(property = "python-env.pythonVersion")
    private @Nullable String pythonVersion;

    /**
     * Where Python comes from: <code>standalone</code>, an archive of python-build-standalone that the plugin knows;
     * <code>maven</code>, an artifact that Maven resolves; <code>archive</code> or <code>embeddable</code>, an archive
     * of your own, in the second case the embeddable package for Windows; <code>system</code>, <code>uv</code> or
     * <code>conda</code>, an interpreter that is on the machine already and is used where it is. Unless set, or with
     * <code>auto</code>: what is in the store, else <code>standalone</code>, and where that cannot be reached or does not
     * start here, <code>maven</code>.
     */
    @Parameter(property = "python-env.source")
    private @Nullable String source;

    /**
     * A mirror of python-build-standalone: the address that takes the place of its releases' one, so that the release's
     * date and the file's name follow. Credentials come from <code>settings.xml</code>.
     */
    @Parameter(property = "python-env.standaloneMirror")
    private @Nullable String standaloneMirror;

    /**
     * The archive that Python is made from, an address or a file relative to the project's folder:
     * <code>tar.gz</code>, <code>tar.xz</code>, <code>tar.zst</code> or <code>zip</code>, told by its content, whatever
     * folder the installation is in.
     */
    @Parameter(property = "python-env.archive")
    private @Nullable String archive;

    /** The SHA-256 of <code>archive</code>, in hexadecimal. */
    @Parameter(property = "python-env.archiveSha256")
    private @Nullable String archiveSha256;

    /** Says that <code>archive</code> is a file that nobody else can change, so that it needs no SHA-256. */
    @Parameter(property = "python-env.archiveTrusted")
    private @Nullable Boolean archiveTrusted;

    /**
     * Maven coordinates of a Python of your own, <code>groupId:artifactId:version[:extension]:classifier</code>, for
     * <code>source</code> <code>maven</code>. <code>{version}</code> in them becomes <code>pythonVersion</code>, and
     * <code>{platform}</code> for instance <code>linux-x86_64</code> or <code>linux-aarch64-musl</code>.
     */
    @Parameter(property = "python-env.runtimeCoordinates")
    private @Nullable String runtimeCoordinates;

    /**
     * The SHA-256 of what <code>runtimeCoordinates</code> mean on each platform, as
     * <code>&lt;linux-x86_64&gt;…&lt;/linux-x86_64&gt;</code>. For a platform that is not here, the artifact
     * <code>groupId:artifactId:version:properties:digests</code> has to say it, with lines such as
     * <code>linux-x86_64=…</code>.
     */
    @Parameter
    private Map<String, String> runtimeDigests = Map.of();

    /**
     * The lock that <code>mvn python-env:lock</code> writes: where it exists, all builds take the Python and the uv that
     * it pins. Unless set, <code>python-env.lock</code> in the project's folder; several modules may share one.
     */
    @Parameter(property = "python-env.lockFile")
    private @Nullable File lockFile;

    /**
     * How much the locks of packages count (<code>uv.lock</code>, and the <code>pylock.toml</code> that
     * <code>mvn python-env:lock</code> writes). <code>auto</code>: a lock that does not fit what it was made from is made
     * anew, and the build says what changed. <code>locked</code>: that is an error, and so is none. <code>frozen</code>:
     * installed from as it is. <code>off</code>: no lock counts. Unless set, <code>auto</code>; where the variable
     * <code>CI</code> is set and there is a lock, <code>locked</code>.
     */
    @Parameter(property = "python-env.lockMode")
    private @Nullable String lockMode;

    /** The groupId under which <code>mvn python-env:mirror</code> put runtimes and uv into your Maven repository. */
    @Parameter(property = "python-env.mirrorGroupId")
    private @Nullable String mirrorGroupId;

    /**
     * The environments to act on, separated by commas. Unless set, all that <code>python-env.json</code> or
     * <code>environments</code> name and that are enabled; in a project where these name none, the environment
     * <code>default</code>. Where none are named, any name can be given: it is then part of the folder's default name and
     * of the properties set for other plugins, so that each execution can have an environment of its own.
     */
    @Parameter(property = "python-env.environment")
    private @Nullable String environment;

    /**
     * The environments of the project, each under its name, with the keys that <code>python-env.json</code> has for one:
     * <code>&lt;dev&gt;&lt;python&gt;&lt;version&gt;3.14&lt;/version&gt;&lt;/python&gt;&lt;packages&gt;&lt;package&gt;pytest&lt;/package&gt;&lt;/packages&gt;&lt;/dev&gt;</code>.
     * What is said here counts more than what the file says.
     */
    @Parameter
    private @Nullable PlexusConfiguration environments;

    /** What holds for all environments, with the keys that <code>python-env.json</code> has for one. */
    @Parameter
    private @Nullable PlexusConfiguration defaults;

    /** The project's configuration; unless set, <code>python-env.json</code> in its folder, where there is one. */
    @Parameter(property = "python-env.configFile")
    private @Nullable File configFile;

    /**
     * Whether <code>ensure</code> removes environments of this project that <code>python-env.json</code> or
     * <code>environments</code> named earlier and name no more, with their generations, once all that are named are up to
     * date. Not where some are chosen, nor where an option says which there are or where they stand
     * (<code>directory</code>, <code>pythonVersions</code>, <code>configFile</code> and the like); and where none are
     * named, not where executions, or one and a direct call, differ in <code>environment</code> or
     * <code>directory</code>, since none knows of the others. Unless set, they stay.
     */
    @Parameter(property = "python-env.autoCleanup")
    private @Nullable Boolean autoCleanup;

    /**
     * The folder of the environment, relative to the project's folder. Unless set, <code>.venv</code> for the
     * environment <code>default</code> or the only one, and <code>.venv-NAME</code> for others; for a member of a uv
     * workspace, <code>.venv</code> at the workspace's root.
     */
    @Parameter(property = "python-env.directory")
    private @Nullable File directory;

    /**
     * Requirements files to install. Where neither these nor <code>packages</code>, <code>profiles</code>,
     * <code>template</code>, <code>input</code>, <code>uvProject</code>, <code>pylock</code> or <code>packed</code> are set, the first that
     * the project has of these is installed: <code>uv.lock</code> (beside a <code>pyproject.toml</code>),
     * <code>pylock.toml</code>, <code>poetry.lock</code>, <code>Pipfile.lock</code>, <code>requirements.txt</code>,
     * <code>environment.yml</code>, and a <code>pyproject.toml</code> that asks for something.
     */
    @Parameter(property = "python-env.requirements")
    private List<File> requirements = List.of();

    /** Files with constraints on the versions of what requirements files and <code>packages</code> ask for. */
    @Parameter(property = "python-env.constraints")
    private List<File> constraints = List.of();

    /**
     * Packages to install, each a requirement such as <code>numpy&gt;=2,&lt;3</code>; together with
     * <code>requirements</code>, if those are set too.
     */
    @Parameter(property = "python-env.packages")
    private List<String> packages = List.of();

    /**
     * A file that says what to install, told by its name: any of those found by themselves, also under another name with
     * the same ending (<code>*.txt</code> and <code>*.in</code> requirements, <code>pylock.NAME.toml</code>,
     * <code>*.yml</code> an environment of conda); or a folder that has one.
     */
    @Parameter(property = "python-env.input")
    private @Nullable File input;

    /**
     * Profiles to install, named sets of packages such as <code>data-science</code>, together with
     * <code>packages</code> and <code>requirements</code>; <code>mvn python-env:profiles</code> lists them.
     */
    @Parameter(property = "python-env.profiles")
    private List<String> profiles = List.of();

    /**
     * A template, a named set of profiles and settings: <code>Minimal</code>, <code>DataScience</code>,
     * <code>MachineLearning</code>, <code>WebDevelopment</code>, <code>FullStack</code> or <code>Custom</code>.
     */
    @Parameter(property = "python-env.template")
    private @Nullable String template;

    /** The folder of a uv project, with <code>pyproject.toml</code> and <code>uv.lock</code>, to install from its lock. */
    @Parameter(property = "python-env.uvProject")
    private @Nullable File uvProject;

    /** The lock file in the format of PEP 751 (<code>pylock.toml</code>, <code>pylock.NAME.toml</code>) to install. */
    @Parameter(property = "python-env.pylock")
    private @Nullable File pylock;

    /**
     * An archive that <code>package</code> wrote, which the environment is made of in place of being built: Python, all
     * packages and the project's code come out of it, and neither uv nor an index of packages is needed. As
     * <code>groupId:artifactId:version:tar.gz:python-{platform}</code> an artifact, from a repository or a module of this
     * build on which this one depends; else a file, which needs <code>packedSha256</code>. <code>{platform}</code> stands
     * for this machine's, for example <code>linux-x86_64</code>. Not on Windows.
     */
    @Parameter(property = "python-env.packed")
    private @Nullable String packed;

    /** The SHA-256 of <code>packed</code>, in hexadecimal. Of an artifact, Maven compares its repository's checksums besides. */
    @Parameter(property = "python-env.packedSha256")
    private @Nullable String packedSha256;

    /** The extras of the project to install, with a lock or from <code>pyproject.toml</code>. */
    @Parameter(property = "python-env.extras")
    private List<String> extras = List.of();

    /**
     * The dependency groups to install, over the default ones, with a lock or from <code>pyproject.toml</code>; of a
     * <code>Pipfile.lock</code> its categories, <code>dev</code> for <code>dev-packages</code>.
     */
    @Parameter(property = "python-env.groups")
    private List<String> groups = List.of();

    /**
     * Whether the default dependency groups are installed: of a uv project <code>dev</code>, unless it says otherwise; of
     * one of Poetry all that are not optional.
     */
    @Parameter(property = "python-env.defaultGroups")
    private @Nullable Boolean defaultGroups;

    /**
     * Whether a uv project itself and its workspace members are installed editable: their sources are used where they
     * are. Otherwise they are built and installed as copies, and a change in their sources is a new generation.
     */
    @Parameter(property = "python-env.editable")
    private @Nullable Boolean editable;

    /**
     * Whether a member of a uv workspace gets an environment of its own, in its own folder, with itself and what it
     * depends on. Otherwise the members share one at the workspace's root, with all members in it.
     */
    @Parameter(property = "python-env.memberEnvironment")
    private @Nullable Boolean memberEnvironment;

    /**
     * The package index in place of the one that uv would use. Credentials are those of the <code>server</code> in
     * <code>settings.xml</code> that <code>indexServer</code> names, or whose id is the host.
     */
    @Parameter(property = "python-env.indexUrl")
    private @Nullable String indexUrl;

    /** The id of the <code>server</code> in <code>settings.xml</code> with user and password for <code>indexUrl</code>. */
    @Parameter(property = "python-env.indexServer")
    private @Nullable String indexServer;

    /**
     * A PEM file with certificate authorities that are trusted besides those of the machine, of the JVM and of
     * <code>SSL_CERT_FILE</code>.
     */
    @Parameter(property = "python-env.caCertificates")
    private @Nullable File caCertificates;

    /** Further package indexes, asked before that one: the first that has a package decides its versions. */
    @Parameter(property = "python-env.extraIndexUrls")
    private List<String> extraIndexUrls = List.of();

    /** How packages get from uv's cache into the environment: <code>clone</code>, <code>hardlink</code>, <code>copy</code>
     * or <code>symlink</code>; uv chooses unless set. */
    @Parameter(property = "python-env.linkMode")
    private @Nullable String linkMode;

    /** Whether all Python modules are compiled to bytecode at once: their first import is faster, the build slower. */
    @Parameter(property = "python-env.compileBytecode")
    private @Nullable Boolean compileBytecode;

    /** A version of uv in place of the one this plugin pins; needs <code>uvSha256</code>. */
    @Parameter(property = "python-env.uvVersion")
    private @Nullable String uvVersion;

    /** The SHA-256 of the wheel of <code>uvVersion</code> for this platform, in hexadecimal, as a package index has it. */
    @Parameter(property = "python-env.uvSha256")
    private @Nullable String uvSha256;

    /** The path of a uv program of your own, in place of a fetched one. It is not verified: what it is, is up to you. */
    @Parameter(property = "python-env.uvExecutable")
    private @Nullable File uvExecutable;

    /**
     * The accelerator that PyTorch and its relatives are installed for: <code>auto</code> (what this machine has),
     * <code>cpu</code>, <code>cuda</code> or <code>cuda-12.6</code>, <code>rocm</code> or <code>rocm-6.4</code>,
     * <code>xpu</code>. Of a lock, the extra, group or file of that name is taken. Unless set, the package index decides.
     */
    @Parameter(property = "python-env.accelerator")
    private @Nullable String accelerator;

    /**
     * How a new generation takes the place of the old one: <code>exchange</code>, which is the default, both at once and
     * the old one kept; or <code>inPlace</code>, which replaces the contents of the folder. That is for a folder that
     * cannot be moved, such as a <code>.venv</code> that is a mount of a dev container: for a moment it is incomplete, and
     * the old one is gone.
     */
    @Parameter(property = "python-env.swap")
    private @Nullable String swap;

    /**
     * Builds a new generation even where the one that stands is up to date: when files deep inside it are damaged, which
     * <code>check</code> with <code>deep</code> sees and an up-to-date build does not look for.
     */
    @Parameter(property = "python-env.force", defaultValue = "false")
    private boolean force;

    /**
     * How many earlier generations of the environment are kept, in <code>.python-env/generations</code> beside it. Most
     * of their files are shared with uv's cache. Unless set, 1; with <code>keepDays</code>, any number.
     */
    @Parameter(property = "python-env.keepGenerations")
    private @Nullable Integer keepGenerations;

    /**
     * How many days ago the generations that are kept may have been built, 1 or more; any number unless set. Older ones
     * are removed when the environment is next built anew, but for the one that stood there until then.
     */
    @Parameter(property = "python-env.keepDays")
    private @Nullable Integer keepDays;

    /** The longest that one call of uv may take, in seconds; 1800 unless set. */
    @Parameter(property = "python-env.timeout")
    private @Nullable Integer timeout;

    EnvironmentParameters(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }
}
