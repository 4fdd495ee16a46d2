#!/usr/bin/env python3
"""Start-up and memory of the smallest embedding: wall, processor and peak of a process from its start to its exit, each the least of seven runs.

Build the samples first (Release, against packed packages: samples/README.md); an empty console program is made in a folder of its own.
"""
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 7


def empty(folder):
    subprocess.run(["dotnet", "new", "console", "--name", "Empty", "--output", folder], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["dotnet", "build", folder, "-c", "Release", "-v", "q"], check=True, stdout=subprocess.DEVNULL)
    return Path(folder, "bin/Release/net10.0/Empty.dll")


def sample(name):
    program = ROOT / "samples" / name / "bin/Release/net10.0" / f"{name}.dll"
    if not program.exists():
        sys.exit(f"{program} is not there: pack, then dotnet build samples/{name} -c Release")
    return program


def run(program):
    begun = time.monotonic()
    child = subprocess.Popen(["dotnet", str(program)], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = status
    wall = time.monotonic() - begun
    if status != 0:
        sys.exit(f"{program} ended with {status}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


with tempfile.TemporaryDirectory() as folder:
    for program in (empty(folder), sample("SamplingOnly"), sample("CustomRulePack")):
        least = [min(column) for column in zip(*(run(program) for _ in range(RUNS)))]
        print(f"| {program.stem} | {least[0]:.2f} s | {least[1]:.2f} s | {least[2]:.0f} MiB |")
