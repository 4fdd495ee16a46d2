// SRD-1, the core: frame, root, commitments, seed, keys, tickets. No imports from a runtime: runs in a browser and in node.

import { compareText, concat, lp8, tag, top64, uint, utf8 } from "./bytes.mjs";
import { hmac } from "./hash.mjs";
import { merkleRoot } from "./merkle.mjs";

/**
 * A frame by columns, by id bytes: a root is over content, whatever the order of the rows was (`cameInOrder` tells).
 * `cells` are the distinct cells by their bytes, `cellOf` the number of each subject's cell, `salts` one salt of 16 bytes a
 * subject, or null.
 */
export function frameOf(rows) {
  const builder = new FrameBuilder();
  for (const [id, cell, weight, status, salt] of rows) builder.add(id, cell, weight, status, salt);
  return builder.build();
}

/** Collects rows in any order. */
export class FrameBuilder {
  #ids = []; #cellOf = []; #weights = []; #status = []; #salts = []; #cells = new Map();

  add(id, cell, weight, status, salt) {
    let number = this.#cells.get(cell);
    if (number === undefined) this.#cells.set(cell, number = this.#cells.size);
    this.#ids.push(id);
    this.#cellOf.push(number);
    this.#weights.push(weight);
    this.#status.push(status);
    if (salt !== undefined) this.#salts.push(salt);
  }

  build() {
    const found = [...this.#cells.keys()];
    const cells = [...found].sort(compareText);
    const place = new Map(cells.map((cell, i) => [cell, i]));
    const renumber = found.map(cell => place.get(cell));
    const ids = this.#ids;
    const cameInOrder = ids.every((id, i) => i === 0 || ids[i - 1] < id);      // ids are ASCII: text order is byte order
    const order = cameInOrder ? null : ids.map((_, i) => i).sort((a, b) => compareText(ids[a], ids[b]));
    const sorted = column => (order === null ? column : order.map(i => column[i]));
    return {
      cameInOrder,
      count: ids.length,
      ids: sorted(ids),
      cells,
      cellOf: Uint32Array.from(sorted(this.#cellOf), number => renumber[number]),
      weights: Uint32Array.from(sorted(this.#weights)),
      status: Uint8Array.from(sorted(this.#status)),
      salts: this.#salts.length > 0 ? sorted(this.#salts) : null,
    };
  }
}

/** Status 0 and a weight: the only subjects that a scheme sees. */
export const isEligible = (frame, i) => frame.status[i] === 0 && frame.weights[i] > 0;

/** The numbers of the eligible subjects, in order of the frame. */
export function eligible(frame) {
  const out = [];
  for (let i = 0; i < frame.count; i++) if (isEligible(frame, i)) out.push(i);
  return out;
}

/** H(0x00 ‖ lp8(id) ‖ lp8(cell) ‖ u32(weight) ‖ u8(status) ‖ salt): the leaf of one subject. */
export const leafOf = (hash, id, cell, weight, status, salt) => hash(concat(
  new Uint8Array(1), lp8(utf8(id)), lp8(utf8(cell)), uint(weight, 4), uint(status, 1), salt ?? new Uint8Array(0)));

/** All leaves of a frame, 32 bytes each. */
export function leavesOf(hash, frame) {
  const out = new Uint8Array(32 * frame.count);
  const cells = frame.cells.map(cell => lp8(utf8(cell)));
  const scratch = new Uint8Array(1 + 256 + 256 + 5 + 16);
  for (let i = 0; i < frame.count; i++) {
    const id = frame.ids[i], cell = cells[frame.cellOf[i]], weight = frame.weights[i];
    let at = 1;
    scratch[at++] = id.length;
    for (let j = 0; j < id.length; j++) scratch[at++] = id.charCodeAt(j);
    scratch.set(cell, at);
    at += cell.length;
    scratch[at++] = weight >>> 24;
    scratch[at++] = weight >>> 16;
    scratch[at++] = weight >>> 8;
    scratch[at++] = weight;
    scratch[at++] = frame.status[i];
    if (frame.salts !== null) {
      scratch.set(frame.salts[i], at);
      at += frame.salts[i].length;
    }
    hash.into(scratch.subarray(0, at), out, 32 * i);
  }
  return out;
}

/** Root of a frame. */
export const frameRoot = (hash, frame) => merkleRoot(hash, leavesOf(hash, frame));

/** HMAC-H(frame secret, id), the first 16 bytes: the salt that hides a subject's leaf. */
export const saltOf = (hash, frameSecret, id) => hmac(hash, frameSecret, utf8(id)).slice(0, 16);

/** c = H("SRD-1 commit" ‖ 0x00 ‖ secret). */
export const commitment = (hash, secret) => hash(concat(tag("SRD-1 commit"), secret));

/** H("SRD-1 list" ‖ 0x00 ‖ secret ‖ ids, each with a line feed): what a sealed draw publishes instead of its list. */
export const listCommitment = (hash, secret, ids) =>
  hash(concat(tag("SRD-1 list"), secret, utf8(ids.map(id => id + "\n").join(""))));

/** The seed of a draw. One beacon value enters as it is, several each with its length. */
export function seedOf(hash, { announcementHash, root, count, secrets, beacons }) {
  const beacon = beacons.length === 1 ? beacons[0] : concat(...beacons.map(lp8));
  return hash(concat(
    tag("SRD-1 seed"), announcementHash, root, uint(count, 8), uint(secrets.length, 1), ...secrets,
    uint(beacon.length, 2), beacon));
}

/** K_x = H("SRD-1 x" ‖ 0x00 ‖ seed), x one of draw, round, lots, match, prn (prn: the seed that opened the cycle). */
export const keyOf = (hash, name, seed) => hash(concat(tag("SRD-1 " + name), seed));

/** H(key ‖ id). */
export const ticketOf = (hash, key, id) => hash(concat(key, utf8(id)));

/** Tickets of a whole frame under a key, with the orders that schemes need. */
export class Tickets {
  #words; #bytes; #ids;

  constructor(hash, key, frame) {
    this.#bytes = new Uint8Array(32 * frame.count);
    this.#words = new Uint32Array(8 * frame.count);
    this.#ids = frame.ids;
    const message = new Uint8Array(32 + 255);
    message.set(key);
    for (let i = 0; i < frame.count; i++) {
      if (!isEligible(frame, i)) continue;
      const id = frame.ids[i];
      for (let j = 0; j < id.length; j++) message[32 + j] = id.charCodeAt(j);
      hash.into(message.subarray(0, 32 + id.length), this.#bytes, 32 * i);
    }
    const view = new DataView(this.#bytes.buffer);
    for (let i = 0; i < this.#words.length; i++) this.#words[i] = view.getUint32(4 * i);
  }

  /** The 32 bytes. */
  of(i) {
    return this.#bytes.slice(32 * i, 32 * i + 32);
  }

  /** r, the first 64 bits. */
  rank(i) {
    return (BigInt(this.#words[8 * i]) << 32n) | BigInt(this.#words[8 * i + 1]);
  }

  /** Order by ticket, then id. */
  compare = (a, b) => {
    for (let j = 0; j < 8; j++) {
      const x = this.#words[8 * a + j], y = this.#words[8 * b + j];
      if (x !== y) return x - y;
    }
    return compareText(this.#ids[a], this.#ids[b]);
  };
}

/** The ratio of a cell: that of the whole cell, else that of the part before its first bar, else undefined. */
export function ratioOf(ratios, cell) {
  const whole = ratios.get(cell);
  if (whole !== undefined) return whole;
  const bar = cell.indexOf("|");
  return bar < 0 ? undefined : ratios.get(cell.slice(0, bar));
}

/** Eligible subjects of each cell, by the cell's bytes; cells without any are left out. */
export function byCell(frame) {
  const members = frame.cells.map(() => []);
  for (let i = 0; i < frame.count; i++) if (isEligible(frame, i)) members[frame.cellOf[i]].push(i);
  return frame.cells.map((cell, c) => ({ cell, members: members[c] })).filter(({ members }) => members.length > 0);
}

/** rho = top64(H(K_round ‖ "start")) · 10^6 / 2^64. */
export const rhoOf = (hash, roundKey) => Number((top64(hash(concat(roundKey, utf8("start")))) * 1000000n) >> 64n);

