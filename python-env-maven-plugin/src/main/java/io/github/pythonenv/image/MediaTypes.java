package io.github.pythonenv.image;

/** What documents are called. Source: OCI image specification 1.1, "OCI Image Media Types". */
final class MediaTypes {

    static final String INDEX = "application/vnd.oci.image.index.v1+json";
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String CONFIG = "application/vnd.oci.image.config.v1+json";

    private MediaTypes() {}
}
