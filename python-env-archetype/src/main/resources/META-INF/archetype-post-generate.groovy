import java.nio.file.Path

// A class of this jar does the work, the same that the plugin's goal "init" calls: not Velocity, which deletes lines
// that begin with two number signs. The archetype plugin has made the loader of this jar the thread's.
def project = Thread.currentThread().contextClassLoader.loadClass('io.github.pythonenv.scaffold.NewProject')
def answers = new TreeMap(request.properties)
answers += [groupId: request.groupId, artifactId: request.artifactId, version: request.version, package: request.package]
// That of the plugin, with which this archetype was built.
answers.pythonEnvVersion = '@project.version@'
project.write(Path.of(request.outputDirectory, request.artifactId), answers)
