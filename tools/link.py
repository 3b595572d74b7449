"""Make this checkout importable in the virtual environment that runs this script.

What `pip install --editable` does, without a build step: a .pth file for the packages and the
`duizhao` command beside the interpreter. Run by the Makefile.
"""

import stat
import sys
import sysconfig
from pathlib import Path

COMMAND = """#!{python}
import sys

from reader.cli import main

sys.exit(main())
"""


def main() -> None:
    """Write the .pth file and the `duizhao` command."""
    root = Path(__file__).resolve().parent.parent
    Path(sysconfig.get_path("purelib"), "duizhao.pth").write_text(f"{root}\n", encoding="utf-8")
    command = Path(sysconfig.get_path("scripts"), "duizhao")
    command.write_text(COMMAND.format(python=sys.executable), encoding="utf-8")
    command.chmod(command.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)


if __name__ == "__main__":
    main()
