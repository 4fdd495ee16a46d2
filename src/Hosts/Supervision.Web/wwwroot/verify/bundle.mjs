// Verifies a published bundle: everything is computed again from announcement, frame and reveal; no result file is trusted.
// `open(name)` gives the bytes of a file (Uint8Array), null when there is none, or a promise of either.

import { hex } from "./bytes.mjs";
import { CheckList, firstDifference } from "./checks.mjs";
import * as files from "./files.mjs";
import { readFrameParts, frameChecks } from "./frame-checks.mjs";
import { verifyMatching } from "./match-checks.mjs";
import { readAnnouncement } from "./notice.mjs";
import { firstWrongUse, listAfter } from "./reserves.mjs";
import { announcementHash, seedChecks } from "./seed-checks.mjs";
import { misfits, readSelection, recompute } from "./selection.mjs";
import { byCell, listCommitment, ratioOf } from "./srd1.mjs";

export const OF_MATCHING = [
  "match-announcement.txt", "roster.csv", "tasks.csv", "recusals.csv", "match-reveal.json", "matching.json"];

/**
 * Every check of a bundle: {verified, partial, reason, hasMatching, checks: [{name, status, expected, actual}]}. A bundle is
 * partial when nothing failed and some checks need what is rightly not public: a sealed secret, the rows of a salted frame.
 */
export async function verifyBundle(open) {
  const checks = new CheckList();
  const draw = await verifyDraw(open, checks);
  const hasMatching = (await Promise.all(OF_MATCHING.map(file => files.exists(open, file)))).includes(true);
  if (hasMatching) await verifyMatching(open, checks, draw);
  return checks.report({ hasMatching });
}

/** Reads an announcement of a draw together with its hash. */
export function readNotice(bytes) {
  const notice = readAnnouncement(bytes);
  return { ...notice, announcementHash: notice.hash(bytes) };
}

async function verifyDraw(open, checks) {
  const notice = await checks.file("announcement-file", "announcement.txt", open, readNotice);
  const parts = await readFrameParts(open, checks, notice);
  const reveal = await checks.file("reveal-file", "reveal.json", open, files.readReveal);
  const isSealed = notice?.sealed != null && reveal !== null && (reveal.secrets[notice.sealed - 1] ?? null) === null;
  let published = null, list = null, reserves = null;
  if (isSealed) checks.withheld("selection-file");
  else published = await checks.file("selection-file", "selection.json", open, readSelection);
  if (notice?.sealed != null) list = await checks.file("list-commitment-file", "list-commitment.json", open, files.readListCommitment);
  if (await files.exists(open, "reserves.json")) reserves = await checks.file("reserves-file", "reserves.json", open, files.readReserves);

  announcementHash(checks, "announcement-hash", notice, [reveal, published, list, reserves]);
  frameChecks(checks, notice, parts);
  rateChecks(checks, notice, parts, published, isSealed);
  const seed = seedChecks(checks, "", notice, notice?.frameRoot, notice?.frameCount, reveal);
  const cycle = await cycleChecks(open, checks, notice);
  return { notice, ...selectionChecks(checks, { notice, parts, reveal, published, list, reserves, isSealed, seed, cycle }) };
}

function rateChecks(checks, notice, { frame, leaves }, published, isSealed) {
  if (isSealed) return checks.withheld("rates");
  if (notice === null || (frame === null && leaves === null) || published === null) return checks.notRun("rates");
  const ratio = cell => (notice.ratios === null ? undefined : ratioOf(notice.ratios, cell));
  const missing = notice.ratios === null || frame === null ? undefined : byCell(frame).find(({ cell }) => ratio(cell) === undefined);
  if (missing !== undefined) return checks.noDifference("rates", [`${missing.cell}: a rate`, `${missing.cell}: none`]);
  const [cell, ppm] = published.ratios.find(([name, published]) => ratio(name) !== published) ?? [];
  checks.noDifference("rates", cell === undefined ? null : [`${cell}: ${ratio(cell) ?? "none"} ppm`, `${cell}: ${ppm} ppm`]);
}

/** The seed of the draw that opened the cycle, when another one did; {seed, isSealed}. */
async function cycleChecks(open, checks, notice) {
  if (notice === null || notice.cycle === null) return { seed: null, isSealed: false };
  const opening = await checks.file("cycle-announcement-file", "cycle-announcement.txt", open, readNotice);
  const reveal = await checks.file("cycle-reveal-file", "cycle-reveal.json", open, files.readReveal);
  const hash = opening === null ? null : hex(opening.announcementHash);
  if (opening === null) checks.notRun("cycle");
  else {
    const opens = opening.scheme === "prn" && opening.cycle === null;
    checks.noDifference("cycle", firstDifference(
      [notice.cycle, notice.cycle, "opens a cycle"],
      [hash, reveal?.announcementHash ?? notice.cycle, opens ? "opens a cycle" : "opens none"]));
  }
  const seed = seedChecks(checks, "cycle-", opening, opening?.frameRoot, opening?.frameCount, reveal);
  const isSealed = seed === null && reveal !== null && reveal.secrets.includes(null) && opening?.sealed != null;
  return { seed: hash === notice.cycle ? seed : null, isSealed };
}

/**
 * Cuts, list, list commitment and reserves against the recomputation. Gives the ids that the tasks must be about, and how
 * they were after each use of a reserve.
 */
function selectionChecks(checks, { notice, parts, reveal, published, list, reserves, isSealed, seed, cycle }) {
  const results = ["cells", "selection"];
  if (notice?.sealed != null) results.push("list-commitment");
  if (reserves !== null) results.push("reserves");
  if (isSealed || cycle.isSealed || (parts.leaves !== null && published !== null)) {
    checks.withheld(...results);
    return { selectedIds: isSealed ? null : published?.selected ?? null };
  }
  const { frame } = parts;
  if (notice === null || frame === null || seed === null || misfits(notice, frame) || (notice.cycle !== null && cycle.seed === null)) {
    checks.notRun(...results);
    return { selectedIds: null };
  }

  const computed = recompute(notice, frame, seed, cycle.seed ?? seed);
  if (published === null) checks.notRun("cells", "selection");
  else {
    checks.noDifference("cells", firstDifference(computed.lines, published.lines));
    checks.noDifference("selection", firstDifference(computed.selected, published.selected));
  }
  if (notice.sealed !== null) {
    if (list === null) checks.notRun("list-commitment");
    else checks.same("list-commitment", hex(listCommitment(notice.hash, reveal.secrets[notice.sealed - 1], computed.selected)), list.listCommitment);
  }
  if (reserves !== null) checks.noDifference("reserves", firstWrongUse(computed, frame, reserves.uses));

  // Reserves may have been used before the officers were matched, and after it.
  const lists = (reserves?.uses ?? []).map((_, i, uses) => listAfter(computed.selected, uses.slice(0, i + 1)));
  return { selectedIds: computed.selected, laterIds: lists };
}
