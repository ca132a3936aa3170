# The OpenSSL in this interpreter looks for certificate authorities where its build machine kept them, and
# that folder exists nowhere else. Where it does not, and neither SSL_CERT_FILE nor SSL_CERT_DIR says
# otherwise, what this machine trusts counts. The paths are those of Go's crypto/x509 (root_linux.go,
# root_bsd.go), with NixOS's; macOS has /etc/ssl/cert.pem.
_MACHINE_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Ubuntu, Arch, Gentoo
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora, RHEL
    "/etc/ssl/ca-bundle.pem",  # openSUSE, SLES
    "/etc/pki/tls/cacert.pem",  # OpenELEC
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",  # RHEL
    "/etc/ssl/cert.pem",  # Alpine, macOS, FreeBSD, OpenBSD
    "/etc/ssl/certs/ca-bundle.crt",  # NixOS
    "/usr/local/etc/ssl/cert.pem",  # FreeBSD
    "/usr/local/share/certs/ca-root-nss.crt",  # FreeBSD, DragonFly
)


def _is_hashed(folder):
    """Whether OpenSSL finds anything in a folder: on some systems it has the right name and other files."""
    try:
        return any(name[8:9] == "." and name[9:].isdigit() for name in os.listdir(folder))
    except OSError:
        return False


def _machine_bundle():
    file_variable, compiled_file, dir_variable, compiled_dir = _ssl.get_default_verify_paths()
    if file_variable in os.environ or dir_variable in os.environ:
        return None
    if os.path.exists(compiled_file) or _is_hashed(compiled_dir):
        return None
    return next((file for file in _MACHINE_BUNDLES if os.path.isfile(file)), None)


def _set_default_verify_paths(self):
    """Trust what the machine trusts, as load_default_certs() does."""
    _SSLContext.set_default_verify_paths(self)
    bundle = _machine_bundle()
    if bundle is not None:
        try:
            self.load_verify_locations(cafile=bundle)
        except OSError:
            # OpenSSL passes over a default file that it cannot read; so does this.
            pass


_compiled_verify_paths = get_default_verify_paths


def _get_default_verify_paths():
    """Return paths to default cafile and capath."""
    paths = _compiled_verify_paths()
    bundle = _machine_bundle()
    return paths if bundle is None else paths._replace(cafile=bundle)


SSLContext.set_default_verify_paths = _set_default_verify_paths
get_default_verify_paths = _get_default_verify_paths
