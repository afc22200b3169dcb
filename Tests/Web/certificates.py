"""Certificates for one run, by the program openssl."""
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

NAMES = "DNS:localhost,DNS:harbour.dev,IP:127.0.0.1,IP:0:0:0:0:0:0:0:1"


def make(folder: Path):
    """Writes `ca.pem`, and `good`, `expired`, `early`, `wrong-name`, `untrusted` and `self-signed`, each as one file of key and certificates."""
    authority(folder, "ca")
    authority(folder, "stranger")
    now = datetime.now(UTC)
    day = timedelta(days=1)
    signed(folder, "good", "ca", NAMES, now - day, now + 2 * day)
    signed(folder, "expired", "ca", NAMES, now - 3 * day, now - day)
    signed(folder, "early", "ca", NAMES, now + day, now + 2 * day)
    signed(folder, "wrong-name", "ca", "DNS:elsewhere.example", now - day, now + 2 * day)
    signed(folder, "untrusted", "stranger", NAMES, now - day, now + 2 * day)
    self_signed(folder, "self-signed", NAMES)


def openssl(folder, *arguments):
    done = subprocess.run(["openssl", *arguments], check=False, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"openssl {' '.join(arguments)} failed:\n{done.stderr}")


def new_key(name):
    return ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", f"{name}.key"]


def authority(folder, name):
    openssl(folder, "req", "-x509", *new_key(name), "-out", f"{name}.pem", "-days", "2", "-subj", f"/CN=Test authority {name}",
            "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign")


def self_signed(folder, name, names):
    openssl(folder, "req", "-x509", *new_key(name), "-out", f"{name}.crt", "-days", "2", "-subj", f"/CN={name}",
            "-addext", f"subjectAltName={names}")
    bundle(folder, name)


def signed(folder, name, authority_name, names, start, end):
    openssl(folder, "req", *new_key(name), "-out", f"{name}.csr", "-subj", f"/CN={name}")
    # `openssl x509` can't set both dates; `openssl ca` can, and asks for a small register.
    (folder / "register").write_text("")
    (folder / "ca.conf").write_text(
        "[ca]\ndefault_ca = own\n[own]\ndatabase = register\nrand_serial = yes\nnew_certs_dir = .\ndefault_md = sha256\n"
        f"policy = any\nunique_subject = no\nx509_extensions = leaf\n[any]\ncommonName = supplied\n[leaf]\nsubjectAltName = {names}\n")
    form = "%Y%m%d%H%M%SZ"
    openssl(folder, "ca", "-batch", "-notext", "-config", "ca.conf", "-in", f"{name}.csr", "-out", f"{name}.crt", "-cert",
            f"{authority_name}.pem", "-keyfile", f"{authority_name}.key", "-startdate", start.strftime(form), "-enddate", end.strftime(form))
    bundle(folder, name)


def bundle(folder, name):
    """One file of key and certificate, as a server reads it."""
    (folder / f"{name}.bundle").write_text((folder / f"{name}.key").read_text() + (folder / f"{name}.crt").read_text())
