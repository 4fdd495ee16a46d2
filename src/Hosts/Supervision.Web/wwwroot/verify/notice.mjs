// Reads an announcement: `key: value` lines, each exactly once; every other line is prose.

import { text } from "./bytes.mjs";
import { hashNamed } from "./hash.mjs";

const COMMON = ["draw", "prev", "hash", "leaf", "scheme", "secret-rule", "seal"];
const NUMBERED = ["beacon", "commit", "party", "deposit"];
const FRAME = ["frame-count", "frame-root", "frame-change"];
const OF_MATCH = [
  "of-draw", "officer-count", "roster-root", "task-count", "task-list-root", "recusal-count", "recusal-root", "cap"];
const OF_SCHEME = ["n", "min-per-cell", "n-per-cell", "cycle"];

// Which of the lines of schemes an announcement must have; the others must not stand in it.
const SCHEMES = {
  "tier-srs": ["rate", "min-per-cell"],
  poisson: ["rate"],
  pareto: ["n"],
  "seq-poisson": ["n"],
  pivotal: ["n"],
  lots: ["n"],
  full: [],
  prn: ["rate", "min-per-cell", "n-per-cell", "cycle", "cursor"],      // rates with a minimum, or a number per cell
};

/** Reads the announcement of a draw of subjects; throws an Error that names the line. */
export function readAnnouncement(bytes) {
  const notice = new Notice(bytes, [...COMMON, ...FRAME, ...OF_SCHEME], ["rate", "cursor", ...NUMBERED]);
  const scheme = notice.text("scheme");
  const lines = Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme] : null;
  if (lines === null) throw new Error(`scheme: ${scheme} is unknown`);
  for (const key of [...OF_SCHEME, "rate", "cursor"]) {
    if (!lines.includes(key) && notice.has(key)) throw new Error(`${key}: out of place in ${scheme}`);
  }
  const byNumber = scheme === "prn" && notice.has("n-per-cell");
  for (const key of byNumber ? ["rate", "min-per-cell"] : []) if (notice.has(key)) throw new Error(`${key}: out of place`);
  const opens = scheme === "prn" && notice.text("cycle") === "opens";
  if (opens && notice.has("cursor")) throw new Error("cursor: out of place when the cycle opens");
  return {
    ...notice.common(),
    scheme,
    frameCount: notice.number("frame-count", 0, 0x7fffffff),
    frameRoot: notice.hex("frame-root"),
    ratios: lines.includes("rate") && !byNumber ? notice.ratios() : null,
    minPerCell: lines.includes("min-per-cell") && !byNumber ? notice.number("min-per-cell", 0, 0x7fffffff) : 0,
    n: lines.includes("n") ? notice.number("n", 0, 0x7fffffff) : null,
    nPerCell: byNumber ? notice.number("n-per-cell", 1, 0x7fffffff) : null,
    cycle: scheme === "prn" && !opens ? notice.hex("cycle") : null,
    cursors: scheme === "prn" ? notice.cursors() : null,
  };
}

/** Reads the announcement of a matching; throws an Error that names the line. */
export function readMatchAnnouncement(bytes) {
  const notice = new Notice(bytes, [...COMMON, ...OF_MATCH], NUMBERED);
  if (notice.text("scheme") !== "match") throw new Error("scheme: not match");
  if (notice.text("seal") !== "open") throw new Error("seal: not open");
  return {
    ...notice.common(),
    ofDraw: notice.hex("of-draw"),
    officerCount: notice.number("officer-count", 0, 0x7fffffff),
    rosterRoot: notice.hex("roster-root"),
    taskCount: notice.number("task-count", 0, 0x7fffffff),
    taskListRoot: notice.hex("task-list-root"),
    recusalCount: notice.number("recusal-count", 0, 0x7fffffff),
    recusalRoot: notice.hex("recusal-root"),
    cap: notice.number("cap", 1, 65535),
  };
}

class Notice {
  #values = new Map();

  constructor(bytes, keys, numbered) {
    const content = text(bytes);
    if (content.startsWith("\uFEFF") || content.includes("\r")) throw new Error("byte order mark or carriage return");
    for (const line of content.replace(/\n+$/, "").split("\n")) {
      const end = line.indexOf(":");
      const key = end < 0 ? "" : line.slice(0, end);
      if (!keys.includes(key) && !numbered.includes(/^(.+)-[0-9]+$/.exec(key)?.[1])) continue;
      const value = line.slice(end + 1);
      if (!/^ ./su.test(value) || /^\p{White_Space}|\p{White_Space}$/u.test(value.slice(1))) {
        throw new Error(`${key}: one blank and a value must follow the colon`);
      }
      if (this.#values.has(key)) throw new Error(`${key}: stands twice`);
      this.#values.set(key, value.slice(1));
    }
  }

  has(key) {
    return [...this.#values.keys()].some(name => name === key || (name.startsWith(key + "-") && /^[0-9]+$/.test(name.slice(key.length + 1))));
  }

  text(key) {
    const value = this.#values.get(key);
    if (value === undefined) throw new Error(`${key}: missing`);
    return value;
  }

  number(key, min, max) {
    return numberIn(this.text(key), min, max, key);
  }

  hex(key) {
    if (!/^[0-9a-f]{64}$/.test(this.text(key))) throw new Error(`${key}: not 64 × 0-9a-f`);
    return this.text(key);
  }

  /** The values of key-1, key-2, …: at least one, without gaps. */
  numbered(key, max) {
    const count = [...this.#values.keys()].filter(name => /^[0-9]+$/.test(name.startsWith(key + "-") ? name.slice(key.length + 1) : "")).length;
    if (count > max) throw new Error(`${key}: more than ${max}`);
    return Array.from({ length: Math.max(1, count) }, (_, i) => this.text(`${key}-${i + 1}`));
  }

  common() {
    const leaf = this.text("leaf");
    if (leaf !== "plain" && leaf !== "salted") throw new Error(`leaf: ${leaf}`);
    const commitments = this.numbered("commit", 255);
    for (const value of commitments) if (!/^[0-9a-f]{64}$/.test(value)) throw new Error("commit: not 64 × 0-9a-f");
    if (new Set(commitments).size < commitments.length) throw new Error("commit: two are equal");
    for (const key of ["party", "deposit"]) {
      const values = this.has(key) ? this.numbered(key, 255) : [];
      if (values.length > 0 && values.length !== commitments.length) throw new Error(`${key}: one for each secret, or none`);
      if (key === "deposit" && !values.every(value => /^[0-9a-f]{64} ./su.test(value))) throw new Error("deposit: not hash, one blank, holder");
    }
    const sealed = /^sealed ([1-9][0-9]*)$/.exec(this.text("seal"));
    if (sealed === null && this.text("seal") !== "open") throw new Error(`seal: ${this.text("seal")}`);
    if (sealed !== null && Number(sealed[1]) > commitments.length) throw new Error(`seal: there is no commit-${sealed[1]}`);
    if (!/^[^/]+\/[^/]+\/[1-9][0-9]*$/.test(this.text("draw"))) throw new Error("draw: not authority/programme/number");
    this.hex("prev");
    this.text("secret-rule");
    return {
      draw: this.text("draw"),
      previous: this.text("prev"),
      hash: hashNamedInNotice(this.text("hash")),
      leaf,
      sealed: sealed === null ? null : Number(sealed[1]),
      commitments,
      beacons: this.numbered("beacon", 255).map(value => {
        const [, source, chain, round] = /^(.*\S) (\S+) (\S+)$/su.exec(value) ?? [];
        if (source === undefined) throw new Error("beacon: not source chain round");
        return { source, chain, round: numberIn(round, 0, Number.MAX_SAFE_INTEGER, "beacon") };
      }),
    };
  }

  /** Where the rotation of each named cell has come to. */
  cursors() {
    const cursors = new Map();
    for (const value of this.has("cursor") ? this.numbered("cursor", Infinity) : []) {
      const [, position, laps, cell] = /^(0|[1-9][0-9]*) (0|[1-9][0-9]*) (.+)$/su.exec(value) ?? [];
      if (position === undefined || BigInt(position) >> 64n !== 0n) throw new Error("cursor: not position, laps, cell");
      if (cursors.has(cell)) throw new Error(`cursor: ${cell} stands twice`);
      cursors.set(cell, { position: BigInt(position), laps: numberIn(laps, 0, 0x7fffffff, "cursor") });
    }
    return cursors;
  }

  /** Ratios by whole cell or by the part before its first bar. */
  ratios() {
    const ratios = new Map();
    for (const value of this.numbered("rate", Infinity)) {
      const end = value.indexOf(" ");
      if (end < 0) throw new Error("rate: not ppm, one blank, cell");
      const cell = value.slice(end + 1);
      if (ratios.has(cell)) throw new Error(`rate: ${cell} stands twice`);
      ratios.set(cell, numberIn(value.slice(0, end), 0, 1000000, "rate"));
    }
    return ratios;
  }
}

function hashNamedInNotice(name) {
  if (name !== "sha-256" && name !== "sm3") throw new Error(`hash: ${name}`);
  return hashNamed(name);
}

function numberIn(value, min, max, key) {
  if (!/^(0|[1-9][0-9]*)$/.test(value) || Number(value) < min || Number(value) > max) {
    throw new Error(`${key}: ${value} is not in ${min}..${max}`);
  }
  return Number(value);
}
