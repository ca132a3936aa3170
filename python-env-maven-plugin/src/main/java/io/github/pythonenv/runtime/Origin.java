package io.github.pythonenv.runtime;

/** Where the bytes of an archive are. Its {@code toString} is for people, and holds no secret. */
public sealed interface Origin permits MavenArtifact, RemoteFile, LocalFile {}
