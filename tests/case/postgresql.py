"""A PostgreSQL server of the tests' own, on a socket in a folder of theirs; nothing of the machine's is touched."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

INSTALL = "apt install postgresql-15 postgresql-15-postgis-3"


def programs() -> Path | None:
    """The folder of PostgreSQL's programs, the newest; None where it, or PostGIS, is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: int(one.parts[4]))
    found += [Path(one) for one in [shutil.which("initdb")] if one]
    control = "extension/postgis.control"
    with_postgis = [
        one.parent
        for one in found
        if list(Path("/usr/share/postgresql").glob(f"*/{control}")) or (one.parents[1] / "share" / control).exists()
    ]
    return with_postgis[-1] if with_postgis else None


@contextmanager
def server(bin: Path) -> Iterator[str]:
    """Start a server and stop it at the end; its address."""
    user = "postgres" if os.geteuid() == 0 else None  # PostgreSQL refuses to run as root
    with tempfile.TemporaryDirectory(prefix="stemmata-pg-") as folder:
        if user:
            shutil.chown(folder, user)
        data = f"{folder}/data"

        def call(*command: str) -> None:
            subprocess.run(command, user=user, cwd=folder, check=True, capture_output=True)

        call(str(bin / "initdb"), "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off"
        call(str(bin / "pg_ctl"), "-D", data, "-w", "-l", f"{folder}/log", "-o", options, "start")
        try:
            yield f"postgresql://tester@/postgres?host={folder}"
        finally:
            call(str(bin / "pg_ctl"), "-D", data, "-w", "-m", "immediate", "stop")
