#!/usr/bin/env node
// node verify.mjs DIR [--json]                  verifies a published bundle with nothing but this folder
// node verify.mjs DIR --subject ID [--json]     one subject of a bundle
// node verify.mjs PROOF.json [--json]           one subject by its own proof, without the bundle
// Exit code: 0 verified (or nothing wrong and a part rightly withheld), 3 a check failed, 2 the command line is wrong.

import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { verifyBundle } from "./bundle.mjs";
import { proofFrom, verifyProof } from "./subject.mjs";

const USAGE = "usage: node verify.mjs DIR [--subject ID] [--json]\n       node verify.mjs PROOF.json [--json]";

async function main(args) {
  const wanted = { json: false, subject: null, path: null };
  for (let i = 0; i < args.length; i++) {
    if (args[i] === "--json") wanted.json = true;
    else if (args[i] === "--subject" && i + 1 < args.length) wanted.subject = args[++i];
    else if (!args[i].startsWith("--") && wanted.path === null) wanted.path = args[i];
    else return wrong(`cannot read ${args[i]}`);
  }
  const found = wanted.path === null ? null : await stat(wanted.path).catch(() => null);
  if (found === null) return wrong(wanted.path === null ? "nothing to verify" : `${wanted.path} does not exist`);
  if (!found.isDirectory() && wanted.subject !== null) return wrong("--subject needs the folder of a bundle");

  const report = found.isDirectory() ? await ofFolder(fileIn(wanted.path), wanted.subject) : await ofProof(readFile(wanted.path));
  console.log(wanted.json ? JSON.stringify(report, null, 2) : words(report));
  return report.verified || report.partial ? 0 : 3;
}

function wrong(text) {
  console.error(`${text}\n${USAGE}`);
  return 2;
}

const ofFolder = (open, subject) => (subject === null ? verifyBundle(open) : ofProof(proofFrom(open, subject)));

async function ofProof(bytes) {
  try {
    const proof = await bytes;
    if (proof === null) throw new Error("the frame has no such subject");
    return verifyProof(proof);
  } catch (fault) {
    const check = { name: "proof-file", status: "failed", expected: "a proof", actual: fault.message };
    return { verified: false, partial: false, reason: check.name, checks: [check] };
  }
}

/** Opens files of a folder: bytes, or null when there is no such file. */
const fileIn = folder => name => readFile(join(folder, name)).catch(fault => {
  if (fault.code === "ENOENT") return null;
  throw fault;
});

function words(report) {
  const lines = report.checks.map(check => {
    const detail = check.status !== "failed" ? "" : `  expected: ${check.expected}; found: ${check.actual}`;
    return `${check.status.padEnd(8)} ${check.name}${detail}`;
  });
  const what = "id" in report ? `${report.id} was in the drum and was ${drawn(report.drawn)}`
    : `${report.hasMatching ? "draw and matching follow" : "the draw of subjects follows"} from announcement, frame and reveal`;
  lines.push(report.verified ? `VERIFIED ${what}`
    : report.partial ? `PARTIAL  nothing is wrong, but not everything is public${"id" in report ? `: ${what}` : ""}`
    : `REFUSED  ${report.reason}`);
  return lines.join("\n");
}

const drawn = value => (value === null ? "sealed" : value ? "drawn" : "not drawn");

process.exitCode = await main(process.argv.slice(2));
