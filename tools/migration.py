"""Write the migration from the newest one to the tables as they are.

python tools/migration.py "add a column for the reviewed version"
"""

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from reader.store.database import MIGRATIONS


def main() -> None:
    """Upgrade a scratch database, compare it with the tables, write the difference."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with tempfile.TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{Path(folder, 'scratch.sqlite3')}")
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            number = len(list((MIGRATIONS / "versions").glob("*.py"))) + 1
            command.revision(config, sys.argv[1], autogenerate=True, rev_id=f"{number:04d}")
        engine.dispose()


if __name__ == "__main__":
    main()
