"""`pip install .` gives a program that works."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import urllib.request
import venv
from pathlib import Path

from tests.servers import serving

ROOT = Path(__file__).parent.parent.parent


def test_the_wheel_serves_its_first_page_in_a_clean_environment(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "env", with_pip=False)
    python = tmp_path / "env" / "bin" / "python"
    # The libraries come from this environment; its .pth files, and so this checkout, do not.
    libraries = sysconfig.get_path("purelib")
    paths = ["--python", str(python), "install", "--no-deps", "--quiet", str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", *paths], check=True, capture_output=True)
    site = next((tmp_path / "env").glob("lib/python*/site-packages"))
    (site / "libraries.pth").write_text(libraries + "\n", encoding="utf-8")
    clean = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}

    with serving(tmp_path / "data", [str(tmp_path / "env" / "bin" / "duizhao")], clean) as address:
        page = urllib.request.urlopen(address).read().decode()
        style = page.split('rel="stylesheet" href="/')[1].split('"')[0]
        css = urllib.request.urlopen(address + style).read()

    assert "Opportunities and concerns in the phone call" in page
    assert css
