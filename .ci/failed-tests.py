#!/usr/bin/env python3
"""Names the tests that failed, each with its message and where in our code it was, from the trx files given.

A log is often read by its last lines only, and the runner prints a failure where it happens, minutes before the end.
"""
import sys
import xml.etree.ElementTree as xml

TRX = "{http://microsoft.com/schemas/VisualStudio/TeamTest/2010}"
LONGEST_MESSAGE = 600
DEEPEST_STACK = 3


def main(files):
    for file in files:
        for result in xml.parse(file).iter(TRX + "UnitTestResult"):
            if result.get("outcome") not in ("Passed", "NotExecuted"):
                tell(result)


def tell(result):
    print(f"-- {result.get('testName')} ({result.get('outcome')} at {result.get('endTime')})")
    message = text(result, "Message")
    print(message if len(message) <= LONGEST_MESSAGE else message[:LONGEST_MESSAGE] + " [...]")
    ours = [line.strip() for line in text(result, "StackTrace").splitlines() if "Supervision" in line]
    print(*ours[:DEEPEST_STACK], sep="\n")


def text(result, name):
    return (result.findtext(f".//{TRX}ErrorInfo/{TRX}{name}") or "").strip()


main(sys.argv[1:])
