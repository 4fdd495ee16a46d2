#!/usr/bin/env python3
"""Power cuts of the SQLite file, played back from a trace of the program's system calls.

Runs the writer of the kill tests (tests/Supervision.Storage.Tests) under strace for some seconds, then at many moments of the trace puts
together what a disk may hold after a power cut: everything that was synchronised, and of what was written since a random part, in random
order, torn at sectors of 512 bytes. Each image is opened with SQLite and checked: it is whole, it has every write that was acknowledged
by then, as many journal entries as subjects, and a journal without gaps.

    tests/power-cut.py [SECONDS [IMAGES]]      10 s and 2,000 images; by hand: 60 10000

Needs strace and python3; without strace it says so and ends with 77. Directory entries count as durable. The loss of power is planted
once more with the synchronisations taken out: the script fails unless it finds what that loses.
"""
import collections, os, random, re, shutil, signal, sqlite3, subprocess, sys, tempfile, time

SECONDS, IMAGES = int(sys.argv[1]) if len(sys.argv) > 1 else 10, int(sys.argv[2]) if len(sys.argv) > 2 else 2000
HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.path.join(HERE, "Supervision.Storage.Tests/bin/Release/net10.0/Supervision.Storage.Tests")
CALL = re.compile(r"^\d+\s+(pwrite64|write|fsync|fdatasync|ftruncate|unlink|unlinkat)\((.*)$")


def text(quoted):
    return bytes.fromhex(quoted.replace("\\x", ""))


def record(folder):
    trace, ledger = os.path.join(folder, "trace"), os.path.join(folder, "ledger")
    data = os.path.join(folder, "data")
    os.mkdir(data)
    environment = dict(os.environ, SUPERVISION_KILL_DATABASE=os.path.join(data, "p.db"), SUPERVISION_KILL_LEDGER=ledger, SUPERVISION_KILL_RUN="0")
    process = subprocess.Popen(
        ["strace", "-f", "-y", "-xx", "-s", "200000", "-o", trace, "-e", "trace=pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat",
         PROGRAM, "-noLogo", "-noColor", "-method", "*Write_UntilKilled"],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    start = time.time()
    while time.time() - start < SECONDS or not os.path.exists(ledger) or os.path.getsize(ledger) < 1000:
        if process.poll() is not None or time.time() - start > SECONDS + 120:
            sys.exit("the writer ended, or wrote nothing")
        time.sleep(0.2)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return trace, data, ledger


def operations(trace, data, ledger):
    """What was written, synchronised, cut and acknowledged, in the order in which the calls ended."""
    found, begun = [], {}
    for line in open(trace, errors="replace"):
        if not line.endswith("\n"):
            break  # the tracer was killed while it wrote this line
        pid = line.split(None, 1)[0]
        if "<unfinished" in line:
            begun[pid] = line.split("<unfinished")[0].rstrip()
            continue
        resumed = re.match(r"^\d+\s+<\.\.\. \w+ resumed>(.*)$", line)
        if resumed:
            line = begun.pop(pid, "") + resumed.group(1)
        call = CALL.match(line)
        if not call:
            continue
        name, rest = call.groups()
        if name.startswith("unlink"):
            path = re.search(r'"((?:\\x..)*)"', rest)
            path = text(path.group(1)).decode() if path else ""
            if path.startswith(data):
                found.append(("gone", path))
            continue
        handle = re.match(r"(\d+)<([^>]*)>", rest)
        if not handle:
            continue
        path = handle.group(2)
        path = text(path).decode(errors="replace") if path.startswith("\\x") else path
        if name in ("write", "pwrite64") and path == ledger:
            found += [("acknowledged", each) for each in text(re.search(r'"((?:\\x..)*)"', rest).group(1)).decode().split()]
        elif path.startswith(data) and not path.endswith((".lock", "-shm")):
            if name == "pwrite64":
                written = re.search(r'"((?:\\x..)*)", (\d+), (\d+)\)', rest)
                found.append(("write", path, text(written.group(1)), int(written.group(3))))
            elif name in ("fsync", "fdatasync"):
                found.append(("sync", path))
            elif name == "ftruncate":
                found.append(("cut", path, int(re.search(r", (\d+)\)", rest).group(1))))
    return found


def apply(image, operation):
    content = image.setdefault(operation[1], bytearray())
    if operation[0] == "write":
        data, at = operation[2], operation[3]
        if len(content) < at + len(data):
            content.extend(bytes(at + len(data) - len(content)))
        content[at:at + len(data)] = data
    else:
        del content[operation[2]:]
        content.extend(bytes(operation[2] - len(content)))


def after_the_cut(durable, waiting, chance):
    image = {path: bytearray(content) for path, content in durable.items()}
    for operations in waiting.values():
        mode = chance.random()
        for each in operations:
            if mode < .34 or (mode < .67 and chance.random() < .5):
                continue  # nothing of this file reached the disk, or this write did not
            if each[0] == "write" and chance.random() < .3:
                for sector in range(0, len(each[2]), 512):
                    if chance.random() < .5:
                        apply(image, ("write", each[1], each[2][sector:sector + 512], each[3] + sector))
            else:
                apply(image, each)
    return image


def fault(image, acknowledged):
    """What is wrong with the image, or None. Before the schema was there nothing can have been acknowledged."""
    folder = tempfile.mkdtemp(dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
    try:
        for path, content in image.items():
            with open(os.path.join(folder, os.path.basename(path)), "wb") as file:
                file.write(content)
        database = sqlite3.connect(os.path.join(folder, "p.db"))
        try:
            if database.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                return "corrupt"
            try:
                subjects = {row[0] for row in database.execute("SELECT id FROM subjects")}
                entries = [row for row in database.execute("SELECT position, key FROM journal ORDER BY position")]
                size = database.execute("SELECT size FROM journal_head").fetchone()[0]
            except sqlite3.OperationalError as problem:
                return str(problem) if acknowledged or "no such table" not in str(problem) else None
            if len(subjects) != len(entries) or size != len(entries) or [row[0] for row in entries] != list(range(len(entries))):
                return "half a transaction"
            lost = acknowledged - subjects
            return f"lost {len(lost)}" if lost else None
        finally:
            database.close()
    except sqlite3.DatabaseError as problem:
        return f"corrupt: {problem}"
    finally:
        shutil.rmtree(folder)


def play(found, images, synchronised=True):
    chance, durable, waiting, acknowledged = random.Random(1), {}, collections.defaultdict(list), set()
    moments = set(chance.sample(range(len(found)), min(len(found), max(1, images // 4))))
    tried, faults = 0, collections.Counter()
    for index, operation in enumerate(found):
        kind = operation[0]
        if kind in ("write", "cut"):
            waiting[operation[1]].append(operation)
        elif kind == "sync" and synchronised:
            for each in waiting.pop(operation[1], []):
                apply(durable, each)
        elif kind == "acknowledged":
            acknowledged.add(operation[1])
        elif kind == "gone":
            durable.pop(operation[1], None)
            waiting.pop(operation[1], None)
        if index in moments:
            for _ in range(4):
                tried += 1
                wrong = fault(after_the_cut(durable, waiting, chance), acknowledged)
                if wrong:
                    faults[wrong.split(":")[0].split(" ")[0]] += 1
            if tried % 500 == 0:
                print(f"{tried} images, {sum(faults.values())} wrong", file=sys.stderr, flush=True)
    return tried, faults


if shutil.which("strace") is None:
    print("POWER CUT SKIPPED: strace is not installed.", file=sys.stderr)
    sys.exit(77)
work = tempfile.mkdtemp()
try:
    found = operations(*record(work))
    counts = collections.Counter(each[0] for each in found)
    print("traced:", dict(counts))
    if not counts["sync"] or not counts["acknowledged"]:
        sys.exit("the trace has no synchronisation or no acknowledged write")
    tried, faults = play(found, IMAGES)
    print(f"{tried} images, {counts['acknowledged']} acknowledged writes: {dict(faults) or 'nothing lost, nothing corrupt'}")
    planted, seen = play(found, 80, synchronised=False)
    print(f"with the synchronisations taken out, {sum(seen.values())} of {planted} images are found to be wrong")
    sys.exit(1 if faults or not seen else 0)
finally:
    shutil.rmtree(work)
