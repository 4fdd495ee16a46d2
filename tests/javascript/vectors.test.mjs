// The published vectors V1-V4 of SRD-1, every output, and the digests of the full-size frame.

import assert from "node:assert/strict";
import { test } from "node:test";
import { compareText, fromHex, hex, text, utf8 } from "../../src/Hosts/Supervision.Web/wwwroot/verify/bytes.mjs";
import { hashNamed, hashText, hmac, sha256, sm3 } from "../../src/Hosts/Supervision.Web/wwwroot/verify/hash.mjs";
import { match } from "../../src/Hosts/Supervision.Web/wwwroot/verify/match.mjs";
import { isOnPath, merklePath, merkleRoot } from "../../src/Hosts/Supervision.Web/wwwroot/verify/merkle.mjs";
import * as schemes from "../../src/Hosts/Supervision.Web/wwwroot/verify/schemes.mjs";
import { byCell, commitment, frameOf, keyOf, leavesOf, seedOf, ticketOf } from "../../src/Hosts/Supervision.Web/wwwroot/verify/srd1.mjs";
import { inRepository, json, shared } from "./support.mjs";
import { outputs as outputsOfV5 } from "./v5.mjs";

test("the hash functions give their standards' examples", () => {
  // FIPS 180-4 examples; GB/T 32905-2016, annex A; RFC 4231, case 2.
  assert.equal(hashText(sha256, "abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assert.equal(hashText(sha256, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  assert.equal(hashText(sm3, "abc"), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  assert.equal(hashText(sm3, "abcd".repeat(16)), "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
  assert.equal(hex(hmac(sha256, utf8("Jefe"), utf8("what do ya want for nothing?"))), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
});

test("the hash functions agree with the runtime's at every length", async t => {
  const { createHash, getHashes } = await import("node:crypto");
  for (const [name, ours] of [["sha256", sha256], ["sm3", sm3]]) {
    if (!getHashes().includes(name)) { t.diagnostic(`the runtime has no ${name}`); continue; }
    for (let length = 0; length <= 200; length++) {
      const message = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255);
      assert.equal(hex(ours(message)), createHash(name).update(message).digest("hex"), `${name}, ${length} bytes`);
    }
  }
});

test("every path leads to the root, and nothing else does", () => {
  for (let count = 1; count <= 20; count++) {
    const leaves = new Uint8Array(32 * count);
    for (let i = 0; i < count; i++) sha256.into(Uint8Array.of(i), leaves, 32 * i);
    const root = merkleRoot(sha256, leaves);
    for (let index = 0; index < count; index++) {
      const proof = { index, count, leaf: leaves.slice(32 * index, 32 * index + 32), path: merklePath(sha256, leaves, index), root };
      assert.ok(isOnPath(sha256, proof));
      assert.ok(!isOnPath(sha256, { ...proof, index: index + 1 }) && !isOnPath(sha256, { ...proof, leaf: root.map(b => b ^ 1) }));
      assert.ok(!isOnPath(sha256, { ...proof, count: 2 * count + 1 }), `${index} of ${count} also proves ${2 * count + 1}`);
    }
  }
});

test("texts sort by their UTF-8 bytes, above U+FFFF too", () => {
  const texts = ["A", "A|", "\uFF21", "\u{20BB7}", "\uE000", "吉", "", "\u{1F600}a"];
  const bytes = [...texts].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  assert.deepEqual([...texts].sort(compareText), bytes);
  assert.equal(text(utf8("\uFEFFA")), "\uFEFFA");
});

const file = shared("vectors", "srd1.json");
for (const vector of file === null ? [] : json(file).vectors) {
  test(vector.name, () => assert.deepEqual(outputs(vector), expectedOf(vector)));
}
test("the vectors are there", { skip: file === null && "SHARED DATA ABSENT: vectors/srd1.json; set SUPERVISION_SHARED" }, () => {
  assert.equal(json(file).vectors.length, 4);
});

for (const { expected, ...input } of json(inRepository("tests", "vectors", "srd1-v5.json")).vectors) {
  test(input.name, () => assert.deepEqual(outputsOfV5(input), expected));
}

// Everything that the vector promises, computed from its input alone.
function outputs(v) {
  const hash = hashNamed(v.hash);
  const frame = frameOf(v.frame);
  const leaves = leavesOf(hash, frame);
  const root = merkleRoot(hash, leaves);
  const announcementHash = hash(utf8(v.announcement.replace("{ROOT}", hex(root))));
  const secrets = v.secrets.map(fromHex);
  const seed = seedOf(hash, { announcementHash, root, count: frame.count, secrets, beacons: [fromHex(v.beacon)] });
  const context = { hash, seed, frame };
  const ratios = new Map(Object.entries(v.ppm));
  const ids = subjects => schemes.idsOf(frame, subjects);
  const tier = schemes.tierSrs(context, ratios, v.min_per_cell ?? 0);
  const pareto = schemes.pareto(context, v.n);
  const cursors = new Map();
  const path = merklePath(hash, leaves, v.proof_index);
  const leaf = leaves.slice(32 * v.proof_index, 32 * v.proof_index + 32);
  assert.ok(isOnPath(hash, { index: v.proof_index, count: frame.count, leaf, path, root }));
  const out = {
    frame_root: hex(root),
    proof: { index: v.proof_index, leaf: hex(leaf), path: path.map(hex) },
    announcement_hash: hex(announcementHash),
    commitments: secrets.map(secret => hex(commitment(hash, secret))),
    seed: hex(seed),
    draw_key: hex(keyOf(hash, "draw", seed)),
    first_ticket: hex(ticketOf(hash, keyOf(hash, "draw", seed), frame.ids[0])),
    tier_srs: {
      rho: tier.rho, selected: ids(tier.drawn),
      cells: Object.fromEntries(tier.cells.map(c => [c.cell, {
        N: c.eligible, n: c.selected, last: c.last && hex(c.last), next: c.next && hex(c.next) }])),
    },
    pareto: ids(pareto.drawn),
    pareto_take_all: ids(pareto.takeAll),
    pareto_last_key: pareto.lastKey === null ? null : String(pareto.lastKey),
    sequential_poisson: ids(schemes.seqPoisson(context, v.n).drawn),
    poisson: ids(schemes.poisson(context, ratios).drawn),
    pivotal: ids(schemes.pivotal(context, v.n).drawn),
    lots: ids(schemes.lots(context, v.n).drawn),
    prn: [1, 2, 3].map(() => {
      const cells = byCell(frame).map(c => ({ ...c, n: Math.min(v.prn_n ?? 1, c.members.length) }));
      const draw = schemes.prn(context, seed, cells, cursors);
      for (const cell of draw.cells) cursors.set(cell.cell, { position: cell.nextCursor, laps: cell.nextLaps });
      return ids(draw.drawn);
    }),
  };
  if (v.tasks) out.match = matching(v, hash, seed);
  return out;
}

function matching(v, hash, seed) {
  const result = match(
    hash, seed,
    v.officers.map(([id, department, items, load]) => ({ id, department, items, load })),
    v.tasks.map(([id, department, item]) => ({ id, department, item, subject: "" })),
    v.recusal.map(([officer, task]) => ({ officer, task })),
    v.cap);
  return {
    greedy_short: result.greedyShort,
    team: Object.fromEntries(result.teams.map(team => [team.task, team.officers])),
    unassigned_slots: result.unassigned,
  };
}

// pareto_last_key may be missing instead of null; nothing else may be missing.
const expectedOf = v => ({ ...v.expected, pareto_last_key: v.expected.pareto_last_key ?? null });

test("the full-size frame gives the published digests", { timeout: 600000 }, () => {
  const count = 1030000;
  const rows = new Array(count);
  for (let i = 0; i < count; i++) {
    const [cell, weight] = i % 20 === 0 ? ["H|330702", 8] : i % 20 <= 5 ? ["M|330702", 3] : ["L|330702", 1];
    rows[i] = ["91330700MA" + String(i).padStart(8, "0"), cell, weight, 0];
  }
  const frame = frameOf(rows);
  const context = { hash: sha256, seed: sha256(utf8("bench seed")), frame };
  const digest = ({ drawn }) => hashText(sha256, schemes.idsOf(frame, drawn).join("")).slice(0, 16).toUpperCase();
  const ratios = (h, m, l) => new Map([["H", h], ["M", m], ["L", l]]);
  assert.equal(digest(schemes.tierSrs(context, ratios(129730, 48649, 16216))), "D69CB604FD81A1BC");
  assert.equal(digest(schemes.tierSrs(context, ratios(432432, 162162, 54054))), "85882FF92335205A");
  if (!process.env.SUPERVISION_FULL) return;
  assert.equal(digest(schemes.pareto(context, 30900)), "A45AEC0913E3914F");
  assert.equal(digest(schemes.pareto(context, 103000)), "B68F126791B6D766");
  const inIdOrder = { ...context, frame: { ...frame, cells: [""], cellOf: new Uint32Array(count) } };
  assert.equal(digest(schemes.pivotal(inIdOrder, 30900)), "B18B8236B8716B7A");
  assert.equal(digest(schemes.pivotal(inIdOrder, 103000)), "2AE9EA9AFDEF2BE2");
});
