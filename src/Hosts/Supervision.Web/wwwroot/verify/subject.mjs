// One subject alone: that it was in the drum, and whether it was drawn, from its own proof; at most some 30 hashes.

import { compareBytes, fromHex, hex, top64, utf8 } from "./bytes.mjs";
import { readNotice } from "./bundle.mjs";
import { CheckList } from "./checks.mjs";
import * as files from "./files.mjs";
import { isOnPath, merklePath } from "./merkle.mjs";
import { lotOf, paretoKey, seqPoissonKey } from "./schemes.mjs";
import { seedChecks } from "./seed-checks.mjs";
import { keyOf, leafOf, leavesOf, ratioOf, ticketOf } from "./srd1.mjs";

const FORMAT = "supervision-subject-proof/1";
const { want } = files;

/** Checks a proof file: {verified, partial, reason, id, drawn, checks}. Throws when it is not a proof. */
export function verifyProof(bytes) {
  const proof = files.readJson(bytes, readProof, FORMAT);
  const notice = readNotice(utf8(proof.announcement));
  const checks = new CheckList();
  const { id, cell, weight, status, salt } = proof.record;
  const leaf = leafOf(notice.hash, id, cell, weight, status, salt ?? undefined);
  const root = fromHex(notice.frameRoot);
  const included = (salt !== null) === (notice.leaf === "salted")
    && isOnPath(notice.hash, { index: proof.index, count: notice.frameCount, leaf, path: proof.path, root });
  checks.add("inclusion", included, notice.frameRoot, hex(leaf));
  const seed = seedChecks(checks, "", notice, notice.frameRoot, notice.frameCount, proof);
  const rightlySealed = notice.sealed !== null && proof.secrets[notice.sealed - 1] === null;
  if (rightlySealed || notice.scheme === "pivotal" || notice.scheme === "prn") checks.withheld("drawn");
  else if (seed === null || proof.cuts === null) checks.notRun("drawn");
  else {
    try {
      checks.same("drawn", isDrawn(notice, seed, proof.record, proof.cuts), proof.drawn);
    } catch (fault) {
      checks.add("drawn", false, fault.message, String(proof.drawn));
    }
  }
  return checks.report({ id, drawn: proof.drawn });
}

/** Makes the proof of one subject from a whole bundle, so that it can be checked alone. Gives its bytes, or null: no such id. */
export async function proofFrom(open, id) {
  const announcement = await open("announcement.txt");
  const notice = readNotice(announcement);
  const frame = files.readFrame(await open("frame.csv"));
  const index = frame.ids.indexOf(id);
  if (index < 0) return null;
  const reveal = files.readReveal(await open("reveal.json"));
  const cell = frame.cells[frame.cellOf[index]];
  const selection = reveal.seed === null ? null : JSON.parse(new TextDecoder().decode(await open("selection.json")));
  return utf8(JSON.stringify({
    format: FORMAT,
    announcement: new TextDecoder().decode(announcement),
    record: { id, cell, weight: frame.weights[index], status: frame.status[index], salt: frame.salts === null ? null : hex(frame.salts[index]) },
    index,
    path: merklePath(notice.hash, leavesOf(notice.hash, frame), index).map(hex),
    secrets: reveal.secrets.map(secret => secret && hex(secret)),
    beacons: reveal.beacons.map(hex),
    seed: reveal.seed,
    cuts: selection && cutsFor(notice.scheme, selection, id, cell),
    drawn: selection && selection.selected.includes(id),
  }));
}

function cutsFor(scheme, selection, id, cell) {
  switch (scheme) {
    case "tier-srs": return { last: selection.cells.find(other => other.cell === cell)?.last ?? null };
    case "pareto":
    case "seq-poisson":
      return { takeAll: selection.takeAll.includes(id), n: selection.n, weight: selection.weight, lastKey: selection.lastKey };
    case "lots": return { lastTicket: selection.lastTicket };
    default: return {};
  }
}

const readProof = json => ({
  announcement: want.text(json, "announcement"),
  record: readRecord(json.record ?? {}),
  index: want.integer(json, "index"),
  path: want.texts(json, "path").map(fromHex),
  secrets: want.list(json, "secrets").map(secret => (secret === null ? null : fromHex(secret))),
  beacons: want.texts(json, "beacons").map(fromHex),
  seed: want.or(json, "seed", want.hash),
  cuts: want.or(json, "cuts", (o, name) => o[name]),
  drawn: want.or(json, "drawn", (o, name) => want.flag(o, name)),
});

function readRecord(record) {
  const out = {
    id: want.text(record, "id"), cell: want.text(record, "cell"), weight: want.integer(record, "weight"),
    status: want.integer(record, "status"), salt: want.or(record, "salt", (o, name) => fromHex(want.text(o, name))) };
  if (!files.isId(out.id) || out.weight < 0 || out.weight > 0x7fffffff || out.status < 0 || out.status > 255
    || (out.salt !== null && out.salt.length !== 16)) throw new Error("property record is malformed");
  return out;
}

/** Whether this subject was drawn, by its ticket or key and the published cuts. */
function isDrawn(notice, seed, { id, cell, weight, status }, cuts) {
  if (status !== 0 || weight === 0) return false;
  const ticket = ticketOf(notice.hash, keyOf(notice.hash, "draw", seed), id);
  const upTo = (mine, last) => last !== null && compareBytes(mine, fromHex(last)) <= 0;
  switch (notice.scheme) {
    case "tier-srs": return upTo(ticket, want.or(cuts, "last", want.hash));
    case "poisson": {
      const ppm = ratioOf(notice.ratios, cell);
      if (ppm === undefined) throw new Error(`no ratio for ${cell}`);
      return top64(ticket) < (BigInt(ppm) << 64n) / 1000000n;
    }
    case "pareto":
    case "seq-poisson": {
      const [n, all, w] = [BigInt(want.integer(cuts, "n")), BigInt(want.big(cuts, "weight")), BigInt(weight)];
      if (want.flag(cuts, "takeAll")) return true;
      if (n * w >= all) throw new Error(`so heavy a subject would be taken: ${n} · ${w} of ${all}`);
      const last = want.or(cuts, "lastKey", want.big);
      const key = notice.scheme === "pareto" ? paretoKey(top64(ticket), w, n, all) : seqPoissonKey(top64(ticket), w);
      return last !== null && key <= BigInt(last);
    }
    case "lots": return upTo(lotOf(notice.hash, keyOf(notice.hash, "lots", seed), id, weight), want.or(cuts, "lastTicket", want.hash));
    case "full": return true;
    default: throw new Error(`${notice.scheme} cannot be checked alone`);
  }
}
