"""Makes a town and lets the client that shares no code with the programs run its tests in it."""

import os
import subprocess
import sys

from fixture import Town


def main():
    town = Town(people=False)
    try:
        values = {
            "MUTASI_INVITATION": town.invite("dinkes"), "MUTASI_INVITATION_2": town.invite("dinkes"), "MUTASI_CA": town.authority.ca, "MUTASI_CODE": town.codes.need}
        folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "client")
        ended = subprocess.run(
            [os.environ["MUTASI_PYTHON"], "-m", "unittest", "-v", "test_client"], cwd=folder,
            env=dict(os.environ, **values))
        return ended.returncode
    finally:
        town.end()


if __name__ == "__main__":
    sys.exit(main())
