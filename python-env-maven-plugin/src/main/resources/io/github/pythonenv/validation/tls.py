import ssl

context = ssl.create_default_context()
paths = ssl.get_default_verify_paths()
loaded = context.cert_store_stats()["x509_ca"]
# What lies in a folder is loaded when it is wanted; its names are hashes: 02265526.0
hashed = 0
if paths.capath and os.path.isdir(paths.capath):
    hashed = sum(1 for name in os.listdir(paths.capath) if name[8:9] == "." and name[9:].isdigit())
answer(
    openssl=ssl.OPENSSL_VERSION,
    versions=[v.name for v in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3) if getattr(ssl, "HAS_" + v.name)],
    loaded=loaded,
    file=paths.cafile or "",
    folder=paths.capath or "",
    hashed=hashed,
    asked={name: os.environ[name] for name in ("SSL_CERT_FILE", "SSL_CERT_DIR") if name in os.environ},
)
