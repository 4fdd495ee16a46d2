// Verifies a published bundle: everything is computed again from announcement, frame and reveal; no result file is trusted.
// `open(name)` gives the bytes of a file (Uint8Array), null when there is none, or a promise of either.

import { hex } from "./bytes.mjs";
import { CheckList, firstDifference } from "./checks.mjs";
import * as files from "./files.mjs";
import { verifyMatching } from "./match-checks.mjs";
import { merkleRoot } from "./merkle.mjs";
import { readAnnouncement } from "./notice.mjs";
import { announcementHash, seedChecks } from "./seed-checks.mjs";
import { readSelection, recompute } from "./selection.mjs";
import { byCell, leavesOf, ratioOf } from "./srd1.mjs";

export const OF_MATCHING = [
  "match-announcement.txt", "roster.csv", "tasks.csv", "recusals.csv", "match-reveal.json", "matching.json"];

/** Every check of a bundle: {verified, reason, hasMatching, checks: [{name, status, expected, actual}]}. */
export async function verifyBundle(open) {
  const checks = new CheckList();
  const draw = await verifyDraw(open, checks);
  const hasMatching = (await Promise.all(OF_MATCHING.map(file => files.exists(open, file)))).includes(true);
  if (hasMatching) await verifyMatching(open, checks, draw);
  return checks.report({ hasMatching });
}

async function verifyDraw(open, checks) {
  const notice = await checks.file("announcement-file", "announcement.txt", open, bytes => ({ bytes, ...readAnnouncement(bytes) }));
  const frame = await checks.file("frame-file", "frame.csv", open, files.readFrame);
  const summary = await checks.file("frame-summary-file", "frame.json", open, files.readSummary);
  const reveal = await checks.file("reveal-file", "reveal.json", open, files.readReveal);
  const published = await checks.file("selection-file", "selection.json", open, readSelection);
  if (notice !== null) notice.announcementHash = notice.hash(notice.bytes);

  announcementHash(checks, "announcement-hash", notice, [reveal, published]);
  frameChecks(checks, notice, frame, summary);
  rateChecks(checks, notice, frame, published);
  const seed = seedChecks(checks, "", notice, notice?.frameRoot, notice?.frameCount, reveal);
  const selectedIds = selectionChecks(checks, notice, frame, seed, published);
  return { notice, selectedIds };
}

function frameChecks(checks, notice, frame, summary) {
  if (notice === null || frame === null) return checks.notRun("frame-root", "frame-count", "frame-rows", "frame-summary");
  const root = hex(merkleRoot(notice.hash, leavesOf(notice.hash, frame)));
  checks.same("frame-root", notice.frameRoot, root);
  checks.same("frame-count", notice.frameCount, frame.count);
  checks.noDifference("frame-rows", wrongRow(frame));
  if (summary === null) return checks.notRun("frame-summary");
  checks.noDifference("frame-summary", firstDifference(
    [notice.hash.kind, String(frame.count), root, ...countsOf(frame)],
    [summary.hash, String(summary.count), summary.root, ...summary.counts.map(([cell, status, n]) => `${cell} status ${status}: ${n}`)]));
}

function wrongRow(frame) {
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
  return null;
}

function countsOf(frame) {
  const counts = new Map();
  for (let i = 0; i < frame.count; i++) {
    const key = 256 * frame.cellOf[i] + frame.status[i];
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a - b).map(([key, n]) => `${frame.cells[Math.floor(key / 256)]} status ${key % 256}: ${n}`);
}

function rateChecks(checks, notice, frame, published) {
  if (notice === null || frame === null || published === null) return checks.notRun("rates");
  const ratio = cell => (notice.ratios === null ? undefined : ratioOf(notice.ratios, cell));
  const missing = notice.ratios === null ? undefined : byCell(frame).find(({ cell }) => ratio(cell) === undefined);
  if (missing !== undefined) return checks.noDifference("rates", [`${missing.cell}: a rate`, `${missing.cell}: none`]);
  const [cell, ppm] = published.ratios.find(([name, published]) => ratio(name) !== published) ?? [];
  checks.noDifference("rates", cell === undefined ? null : [`${cell}: ${ratio(cell) ?? "none"} ppm`, `${cell}: ${ppm} ppm`]);
}

/** Cuts and list against the recomputation; gives the recomputed ids, or null. */
function selectionChecks(checks, notice, frame, seed, published) {
  const misfit = notice?.ratios && frame && byCell(frame).some(({ cell }) => ratioOf(notice.ratios, cell) === undefined);
  if (notice === null || frame === null || seed === null || misfit || notice.cycle !== null) {
    checks.notRun("cells", "selection");
    return null;
  }
  const computed = recompute(notice, frame, seed, seed);
  if (published === null) {
    checks.notRun("cells", "selection");
    return computed.selected;
  }
  checks.noDifference("cells", firstDifference(computed.lines, published.lines));
  checks.noDifference("selection", firstDifference(computed.selected, published.selected));
  return computed.selected;
}
