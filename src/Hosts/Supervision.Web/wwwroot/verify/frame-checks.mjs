// The checks of the frame: of its rows, or of the leaf hashes alone in the public form of a salted frame.

import { hex } from "./bytes.mjs";
import { firstDifference } from "./checks.mjs";
import * as files from "./files.mjs";
import { merkleRoot } from "./merkle.mjs";
import { leavesOf } from "./srd1.mjs";

/** {frame, leaves, summary}: of a salted frame the leaves may be public in place of the rows. */
export async function readFrameParts(open, checks, notice) {
  const leavesOnly = notice?.leaf === "salted" && !await files.exists(open, "frame.csv") && await files.exists(open, "frame-leaves.txt");
  return {
    frame: leavesOnly ? null : await checks.file("frame-file", "frame.csv", open, files.readFrame),
    leaves: leavesOnly ? await checks.file("frame-file", "frame-leaves.txt", open, files.readLeaves) : null,
    summary: await checks.file("frame-summary-file", "frame.json", open, files.readSummary),
  };
}

export function frameChecks(checks, notice, { frame, leaves, summary }) {
  if (notice === null || (frame === null && leaves === null)) {
    return checks.notRun("frame-root", "frame-count", "frame-rows", "frame-summary");
  }
  const hashes = leaves ?? leavesOf(notice.hash, frame);
  const count = hashes.length / 32;
  const root = hex(merkleRoot(notice.hash, hashes));
  checks.same("frame-root", notice.frameRoot, root);
  checks.same("frame-count", notice.frameCount, count);
  if (frame === null) checks.withheld("frame-rows");
  else checks.noDifference("frame-rows", wrongRow(frame, notice.leaf));
  if (summary === null) return checks.notRun("frame-summary");

  // Without rows the counts cannot be checked one by one, but they must add up.
  const [counts, published] = frame === null
    ? [[String(count)], [String(summary.counts.reduce((sum, [, , n]) => sum + n, 0))]]
    : [countsOf(frame), summary.counts.map(([cell, status, n]) => `${cell} status ${status}: ${n}`)];
  checks.noDifference("frame-summary", firstDifference(
    [notice.hash.kind, String(count), root, ...counts], [summary.hash, String(summary.count), summary.root, ...published]));
}

function wrongRow(frame, leaf) {
  const seen = new Set();
  for (const id of frame.ids) {
    const folded = id.replace(/[a-z]/g, letter => letter.toUpperCase());
    if (seen.has(folded)) return ["unique ids", id];
    seen.add(folded);
  }
  if (!frame.cameInOrder) return ["rows by id bytes", "out of order"];
  for (let i = 0; i < frame.count; i++) {
    if (frame.status[i] === 0 && frame.weights[i] === 0) return ["weight above 0 or a reason", frame.ids[i]];
  }
  const kind = frame.isSalted ? "salted" : "plain";
  return kind === leaf ? null : [leaf, kind];
}

function countsOf(frame) {
  const counts = new Map();
  for (let i = 0; i < frame.count; i++) {
    const key = 256 * frame.cellOf[i] + frame.status[i];
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a - b).map(([key, n]) => `${frame.cells[Math.floor(key / 256)]} status ${key % 256}: ${n}`);
}
