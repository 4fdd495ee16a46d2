#!/usr/bin/env node
// node verify.mjs DIR [--json]: verifies a published bundle with nothing but this folder.
// Exit code: 0 verified, 3 a check failed, 2 the command line is wrong.

import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { verifyBundle } from "./bundle.mjs";

const USAGE = "usage: node verify.mjs DIR [--json]";

async function main(args) {
  const flags = args.filter(arg => arg.startsWith("--"));
  const [folder, ...more] = args.filter(arg => !arg.startsWith("--"));
  if (folder === undefined || more.length > 0 || flags.some(flag => flag !== "--json")) {
    console.error(USAGE);
    return 2;
  }
  if (!(await stat(folder).catch(() => null))?.isDirectory()) {
    console.error(`${folder} is not a folder\n${USAGE}`);
    return 2;
  }
  const report = await verifyBundle(fileIn(folder));
  console.log(flags.includes("--json") ? JSON.stringify(report, null, 2) : words(report));
  return report.verified ? 0 : 3;
}

/** Opens files of a folder: bytes, or null when there is no such file. */
const fileIn = folder => async name => readFile(join(folder, name)).catch(fault => {
  if (fault.code === "ENOENT") return null;
  throw fault;
});

function words(report) {
  const lines = report.checks.map(check => {
    const detail = check.status !== "failed" ? "" : `  expected: ${check.expected}; found: ${check.actual}`;
    return `${check.status.padEnd(7)} ${check.name}${detail}`;
  });
  lines.push(report.verified
    ? `VERIFIED ${report.hasMatching ? "the draw and the matching" : "the draw of subjects"} follow from announcement, frame and reveal`
    : `REFUSED ${report.reason}`);
  return lines.join("\n");
}

process.exitCode = await main(process.argv.slice(2));
