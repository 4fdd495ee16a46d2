// The schemes: which eligible subjects are drawn. Each takes a context {hash, seed, frame} and what the announcement
// fixes, and gives numbers of subjects; `idsOf` turns them into the published list. Integers only.

import { compareBytes, compareNumbers, compareText, concat, uint, utf8 } from "./bytes.mjs";
import { byCell, eligible, keyOf, ratioOf, rhoOf, Tickets } from "./srd1.mjs";

const MILLION = 1000000;
const TWO64 = 1n << 64n;

/** Ids of subjects by their bytes (ids are ASCII). */
export const idsOf = (frame, subjects) => subjects.map(i => frame.ids[i]).sort(compareText);

const ticketsOf = ({ hash, seed, frame }) => new Tickets(hash, keyOf(hash, "draw", seed), frame);

/** Cell sizes by random systematic rounding: [{cell, members, ppm, n}], and rho. */
export function cellSizes({ hash, seed, frame }, ratios, minPerCell = 0) {
  const rho = rhoOf(hash, keyOf(hash, "round", seed));
  let sum = 0;      // N · 10^6 stays below 2^53 for nine thousand million subjects
  let before = Math.floor(rho / MILLION);
  const cells = byCell(frame).map(({ cell, members }) => {
    const ppm = ratioOf(ratios, cell);
    if (ppm === undefined) throw new Error(`cell ${cell} has no ratio`);
    sum += members.length * ppm;
    const upTo = Math.floor((sum + rho) / MILLION);
    let n = upTo - before;
    before = upTo;
    if (ppm > 0) n = Math.max(n, Math.min(minPerCell, members.length));
    return { cell, members, ppm, n };
  });
  return { rho, cells };
}

/** tier-srs: the smallest tickets of each cell. `order` has a cell's whole order: the reserves follow the selected. */
export function tierSrs(context, ratios, minPerCell = 0) {
  const tickets = ticketsOf(context);
  const { rho, cells } = cellSizes(context, ratios, minPerCell);
  const drawn = [];
  const cuts = cells.map(({ cell, members, ppm, n }) => {
    const order = [...members].sort(tickets.compare);
    for (let i = 0; i < n; i++) drawn.push(order[i]);
    return {
      cell, ppm, eligible: members.length, selected: n, order,
      last: n > 0 ? tickets.of(order[n - 1]) : null,
      next: n < order.length ? tickets.of(order[n]) : null,
    };
  });
  return { rho, cells: cuts, drawn };
}

/** poisson: each subject by its own rank against the ratio of its cell. */
export function poisson(context, ratios) {
  const tickets = ticketsOf(context);
  const drawn = [];
  const cells = byCell(context.frame).map(({ cell, members }) => {
    const ppm = ratioOf(ratios, cell);
    if (ppm === undefined) throw new Error(`cell ${cell} has no ratio`);
    const limit = BigInt(ppm) * TWO64 / BigInt(MILLION);
    const selected = members.filter(i => tickets.rank(i) < limit);
    for (const i of selected) drawn.push(i);
    return { cell, ppm, eligible: members.length, selected: selected.length };
  });
  return { cells, drawn };
}

/** Take-all: who is so heavy that n draws always contain him. Gives those, the rest, and n and W for the rest. */
export function takeAll(frame, n) {
  let rest = eligible(frame);
  let weight = rest.reduce((sum, i) => sum + BigInt(frame.weights[i]), 0n);
  let left = BigInt(n);
  const taken = [];
  if (left >= BigInt(rest.length)) return { taken: rest, rest: [], n: left - BigInt(rest.length), weight: 0n };
  while (rest.length > 0) {
    const isHeavy = i => BigInt(frame.weights[i]) * left >= weight;
    const heavy = rest.filter(isHeavy);
    if (heavy.length === 0) break;
    rest = rest.filter(i => !isHeavy(i));
    for (const i of heavy) {
      taken.push(i);
      weight -= BigInt(frame.weights[i]);
    }
    left -= BigInt(heavy.length);
  }
  return { taken, rest, n: left, weight };
}

/** The n smallest keys among what take-all leaves; equal keys by ticket, then id. */
function smallestKeys(context, n, keyFor) {
  const tickets = ticketsOf(context);
  const all = takeAll(context.frame, n);
  const keys = new Map(all.n > 0n
    ? all.rest.map(i => [i, keyFor(tickets.rank(i), BigInt(context.frame.weights[i]), all.n, all.weight)])
    : []);
  const order = [...keys.keys()].sort((a, b) => compareNumbers(keys.get(a), keys.get(b)) || tickets.compare(a, b));
  const ranked = order.slice(0, Number(all.n));
  return {
    takeAll: all.taken, n: all.n, weight: all.weight, order, keys,
    lastKey: ranked.length > 0 ? keys.get(ranked[ranked.length - 1]) : null,
    drawn: [...all.taken, ...ranked],
  };
}

/** The key of pareto: g·(W − n·w)·2^64 / ((2^65 − g)·w) with g = 2r + 1. */
export function paretoKey(r, w, n, weight) {
  const g = 2n * r + 1n;
  return (g * (weight - n * w) * TWO64) / ((2n * TWO64 - g) * w);
}

/** The key of seq-poisson: r·2^32 / w. */
export const seqPoissonKey = (r, w) => (r << 32n) / w;

export const pareto = (context, n) => smallestKeys(context, n, paretoKey);

export const seqPoisson = (context, n) => smallestKeys(context, n, seqPoissonKey);

/** pivotal: subjects meet in order of (cell, id); each duel is decided by the newcomer's rank. */
export function pivotal(context, n) {
  const { frame } = context;
  const tickets = ticketsOf(context);
  const { taken, rest, n: left, weight } = takeAll(frame, n);
  const drawn = [...taken];
  let a = 0n;
  let survivor = -1;
  const order = [...rest].sort((x, y) => frame.cellOf[x] - frame.cellOf[y] || compareText(frame.ids[x], frame.ids[y]));
  for (const i of left > 0n ? order : []) {
    const b = left * BigInt(frame.weights[i]);
    if (a === 0n) {
      [a, survivor] = [b, i];
      continue;
    }
    const r = tickets.rank(i);
    const s = a + b;
    if (s < weight) {
      if (r * s < b * TWO64) survivor = i;
      a = s;
      continue;
    }
    if (r * (2n * weight - s) < (weight - b) * TWO64) {
      drawn.push(survivor);
      survivor = i;
    } else {
      drawn.push(i);
    }
    a = s - weight;
    if (a === 0n) survivor = -1;
  }
  if (a !== 0n) throw new Error("pivotal ended with a survivor: the weights do not add up");
  return { takeAll: taken, n: left, weight, drawn };
}

/** lots: each subject has as many lots as its weight; the n smallest lots of different subjects are drawn. */
export function lots({ hash, seed, frame }, n) {
  const key = keyOf(hash, "lots", seed);
  const best = new Map(eligible(frame).map(i => [i, lotOf(hash, key, frame.ids[i], frame.weights[i])]));
  const order = [...best.keys()].sort((a, b) => compareBytes(best.get(a), best.get(b)) || compareText(frame.ids[a], frame.ids[b]));
  const drawn = order.slice(0, n);
  return { order, drawn, lastTicket: drawn.length > 0 ? best.get(drawn[drawn.length - 1]) : null };
}

/** The smallest of a subject's lots H(K_lots ‖ u16(j) ‖ id), j = 0 … w − 1. */
export function lotOf(hash, key, id, weight) {
  if (weight > 65536) throw new Error(`lots: weight ${weight} of ${id} is above 65,536`);
  const message = concat(key, uint(0, 2), utf8(id));
  let best = null;
  for (let j = 0; j < weight; j++) {
    message[32] = j >> 8;
    message[33] = j & 255;
    const ticket = hash(message);
    if (best === null || compareBytes(ticket, best) < 0) best = ticket;
  }
  return best;
}

/** full: everybody who is eligible. */
export const full = ({ frame }) => ({ drawn: eligible(frame) });

/**
 * prn: the subjects that come next on the cell's circle of permanent numbers. `cells` have their sizes n, `cursors` is a Map
 * cell → {position, laps}; a cell that is absent is at 0. `again` are those whom the circle passes for a second time: they
 * may have been drawn in this cycle before.
 */
export function prn({ hash, frame }, cycleSeed, cells, cursors) {
  const tickets = new Tickets(hash, keyOf(hash, "prn", cycleSeed), frame);
  const drawn = [], again = [];
  const cuts = cells.map(({ cell, members, ppm, n }) => {
    const { position: cursor, laps } = cursors.get(cell) ?? { position: 0n, laps: 0 };
    const distance = new Map(members.map(i => [i, BigInt.asUintN(64, tickets.rank(i) - cursor)]));
    const order = [...members].sort((a, b) => compareNumbers(distance.get(a), distance.get(b)) || tickets.compare(a, b));
    const chosen = order.slice(0, n);
    for (const i of chosen) {
      drawn.push(i);
      if (laps > 0 || tickets.rank(i) < cursor) again.push(i);
    }
    let [nextCursor, nextLaps] = [cursor, laps];
    if (n > 0) {
      const last = tickets.rank(chosen[n - 1]);
      nextCursor = BigInt.asUintN(64, last + 1n);
      nextLaps += (last < cursor ? 1 : 0) + (nextCursor === 0n ? 1 : 0);
    }
    return { cell, ppm: ppm ?? null, eligible: members.length, selected: n, order, cursor, laps, nextCursor, nextLaps };
  });
  return { cells: cuts, drawn, again };
}
