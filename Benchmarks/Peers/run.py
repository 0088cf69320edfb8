"""Compares Titer with other engines; writes Benchmarks/Results/<date>-search.{json,md} and pictures.

    python3 Benchmarks/Peers/run.py [--quick] [--reuse] [ENGINE ...]

--quick   minutes instead of about an hour: 100,000 documents, fewer queries, one round; writes <date>-search-quick.*
--reuse   takes indexes that an earlier run has built

Installs what it misses. The collections lie in ../shared/data, or in the folder that TITER_DATA names.
"""

import argparse
import os
import subprocess
import sys

from corpus import HERE, SHARED, WORK


def in_environment():
    """Installs the engines and runs this script again in their Python."""
    subprocess.run(["sh", HERE / "install"], check=True)
    python = str(WORK / "venv" / "bin" / "python")
    os.execv(python, [python, *sys.argv])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--reuse", action="store_true")
    parser.add_argument("engines", nargs="*")
    arguments = parser.parse_args()
    if not SHARED.is_dir():
        print(f"the comparison needs the collections in {SHARED}; name their folder by TITER_DATA", file=sys.stderr)
        return 1 if os.environ.get("CI") else 0
    if not sys.prefix.startswith(str(WORK)):
        in_environment()

    import campaign
    import report

    plan = campaign.QUICK if arguments.quick else campaign.FULL
    report.write(campaign.run(plan, arguments.engines, arguments.reuse))
    return 0


if __name__ == "__main__":
    sys.exit(main())
