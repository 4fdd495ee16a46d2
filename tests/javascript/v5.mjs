// The vector V5: everything that V1-V4 leave open. `outputs(input)` computes all outputs; `node v5.mjs` prints the whole file
// tests/vectors/srd1-v5.json. A published vector never changes: the tests compare the file, they do not write it.

import { pathToFileURL } from "node:url";
import { fromHex, hex, utf8 } from "../../src/Hosts/Supervision.Web/wwwroot/verify/bytes.mjs";
import { hashNamed, hmac } from "../../src/Hosts/Supervision.Web/wwwroot/verify/hash.mjs";
import { match, recusalRoot, replay, rosterRoot, taskRoot } from "../../src/Hosts/Supervision.Web/wwwroot/verify/match.mjs";
import { merklePath, merkleRoot } from "../../src/Hosts/Supervision.Web/wwwroot/verify/merkle.mjs";
import * as schemes from "../../src/Hosts/Supervision.Web/wwwroot/verify/schemes.mjs";
import * as srd1 from "../../src/Hosts/Supervision.Web/wwwroot/verify/srd1.mjs";

export function outputs(v) {
  const hash = hashNamed(v.hash);
  const frame = srd1.frameOf(v.frame.map(row => [...row, srd1.saltOf(hash, fromHex(v.frame_secret), row[0])]));
  const leaves = srd1.leavesOf(hash, frame);
  const root = merkleRoot(hash, leaves);
  const announcementHash = hash(utf8(v.announcement.replace("{ROOT}", hex(root))));
  const secrets = v.secrets.map(fromHex);
  const seed = srd1.seedOf(hash, { announcementHash, root, count: frame.count, secrets, beacons: v.beacons.map(fromHex) });
  const context = { hash, seed, frame };
  const ratios = new Map(Object.entries(v.ppm));
  const ids = subjects => schemes.idsOf(frame, subjects);
  const inOrder = subjects => subjects.map(i => frame.ids[i]);
  const tier = schemes.tierSrs(context, ratios, v.min_per_cell);
  const keyed = r => ({
    selected: ids(r.drawn), take_all: ids(r.takeAll), n: Number(r.n), weight: String(r.weight),
    last_key: r.lastKey === null ? null : String(r.lastKey), reserves: inOrder(r.order.slice(Number(r.n))).slice(0, v.reserves) });
  const lots = schemes.lots(context, v.n);
  const pivotal = schemes.pivotal(context, v.n);
  return {
    frame_root: hex(root),
    salts: frame.salts.map(hex),
    proof: { index: v.proof_index, leaf: hex(leaves.slice(32 * v.proof_index, 32 * v.proof_index + 32)), path: merklePath(hash, leaves, v.proof_index).map(hex) },
    announcement_hash: hex(announcementHash),
    commitments: secrets.map(secret => hex(srd1.commitment(hash, secret))),
    seed: hex(seed),
    list_commitment: hex(srd1.listCommitment(hash, secrets[v.sealed - 1], ids(tier.drawn))),
    tier_srs: {
      rho: tier.rho, selected: ids(tier.drawn),
      cells: tier.cells.map(c => ({
        cell: c.cell, N: c.eligible, n: c.selected, last: c.last && hex(c.last), next: c.next && hex(c.next),
        reserves: inOrder(c.order.slice(c.selected)).slice(0, v.reserves) })),
    },
    poisson: ids(schemes.poisson(context, ratios).drawn),
    pareto: keyed(schemes.pareto(context, v.n)),
    sequential_poisson: keyed(schemes.seqPoisson(context, v.n)),
    pivotal: { selected: ids(pivotal.drawn), take_all: ids(pivotal.takeAll), n: Number(pivotal.n), weight: String(pivotal.weight) },
    pareto_all: keyed(schemes.pareto(context, v.n_all)),
    lots: { selected: ids(lots.drawn), last_ticket: hex(lots.lastTicket), reserves: inOrder(lots.order.slice(v.n)).slice(0, v.reserves) },
    full: ids(schemes.full(context).drawn),
    prn: rotation(v, context, ids),
    match: matching(v, hash),
  };
}

function rotation(v, context, ids) {
  const cursors = new Map();
  return Array.from({ length: v.prn_draws }, () => {
    const cells = srd1.byCell(context.frame).map(c => ({ ...c, n: Math.min(v.prn_n, c.members.length) }));
    const draw = schemes.prn(context, context.seed, cells, cursors);
    for (const c of draw.cells) cursors.set(c.cell, { position: c.nextCursor, laps: c.nextLaps });
    return { selected: ids(draw.drawn), again: ids(draw.again), cursors: draw.cells.map(c => [c.cell, String(c.nextCursor), c.nextLaps]) };
  });
}

function matching(v, hash) {
  const m = v.match;
  const salt = name => hmac(hash, fromHex(m.list_secret), utf8(name)).slice(0, 16);
  const lists = {
    officers: m.officers.map(([id, department, items, load]) => ({ id, department, items, load, salt: salt(id) })),
    tasks: m.tasks.map(([id, subject, department, item]) => ({ id, subject, department, item, salt: salt(id) })),
    recusals: m.recusals.map(([officer, task]) => ({ officer, task, salt: salt(`${officer}/${task}`) })),
  };
  const roots = {
    roster_root: hex(rosterRoot(hash, lists.officers)), task_list_root: hex(taskRoot(hash, lists.tasks)), recusal_root: hex(recusalRoot(hash, lists.recusals)) };
  const text = m.announcement.replace("{ROSTER}", roots.roster_root).replace("{TASKS}", roots.task_list_root).replace("{RECUSALS}", roots.recusal_root);
  const seed = srd1.seedOf(hash, {
    announcementHash: hash(utf8(text)), root: fromHex(roots.task_list_root), count: lists.tasks.length,
    secrets: m.secrets.map(fromHex), beacons: m.beacons.map(fromHex) });
  const result = match(hash, seed, lists.officers, lists.tasks, lists.recusals, m.cap);
  // Each redraw takes the first of the team as it then stands.
  const redraws = [], newcomers = [];
  for (const [task, left] of m.redraws) {
    const team = currentTeam(result.teams, redraws, newcomers, task);
    redraws.push({ task, left: left ?? team[0] });
    newcomers.push(replay(hash, seed, lists, m.cap, result.teams, redraws).at(-1));
  }
  return {
    ...roots, seed: hex(seed), greedy_short: result.greedyShort, team: Object.fromEntries(result.teams.map(t => [t.task, t.officers])),
    unassigned_slots: result.unassigned, infeasible: result.infeasible,
    redraws: redraws.map(({ task, left }, i) => [task, left, newcomers[i]]) };
}

// Without the order of lead and second: redraws name whom the team's list holds first after joining.
function currentTeam(teams, redraws, newcomers, task) {
  const team = [...teams.find(other => other.task === task).officers];
  redraws.forEach((redraw, i) => {
    if (redraw.task !== task) return;
    team.splice(team.indexOf(redraw.left), 1);
    if (newcomers[i] !== null) team.push(newcomers[i]);
  });
  return team;
}

/** The input: chosen so that each thing on the list of §2.1 happens. */
function input(hash) {
  const cells = ["H|\u5403", "H|\uE000", "H|\uFF41", "H|\u{20BB7}\u91CE", "M", "M|a,\"b\"", "L|1", "L|10", "O|0", "Z|z"];
  const frame = [];
  const add = (id, cell, weight, status = 0) => frame.push([id, cell, weight, status]);
  add("!", cells[0], 10000);                                    // taken in the first round of take-all
  add("A", cells[4], 1000);                                     // in the second
  add("AA", cells[4], 20);                                      // in the third, where w·n = W exactly
  for (let i = 0; i < 20; i++) add("B" + String.fromCharCode(33 + 4 * i).repeat(1 + (i % 5)), cells[i % 8], 1);
  add("C".repeat(64), cells[5], 7, 1);                          // excluded, and longer than one block
  add("D", cells[8], 0, 2);                                     // a cell with nobody eligible
  add("E/~", cells[9], 3, 255);
  frame.sort(([a], [b]) => (a < b ? -1 : 1));
  // Found by search: exchanges fill slots that the greedy step left, and still some tasks want more officers than there are.
  const city = "\u5E02|\u{20BB7}";
  const food = ["food", "\u{20BB7}"];
  const officers = [
    ["P00", city, ["\uFF41"], 0], ["P01", city, food, 4], ["P02", city, [], 4], ["P03", city, food, 0], ["P04", city, food, 0],
    ["P05", city, [], 0], ["P06", city, food, 0], ["P07", "two", ["food"], 1], ["P08", "two", ["food"], 0], ["P09", "two", [], 0],
    ["P10", "two", ["x"], 0], ["P11", "three", ["x"], 65535]];
  const tasks = ["food", "food", "\uFF41", "\uFF41", "food", "food", "food", "\uFF41"].map((item, i) => [`T${i}`, `S${i % 6}`, city, item]);
  tasks.push(["T8", "S7", "two", "food"], ["T9", "S7", "two", "x"]);
  tasks.push(["T~", "S1", "nobody", "food"], ["T!", "S1", "three", "x"]);      // teams that stay empty
  return {
    name: `V5 what V1-V4 leave open, ${hash}`, hash,
    announcement: "SRD-1\ndraw: V5 \u{20BB7}\nframe-root: {ROOT}\nseal: sealed 2\n",
    secrets: ["11", "22", "33"].map(byte => byte.repeat(32)), sealed: 2,
    beacons: ["fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587", "44".repeat(64), "00"],
    frame_secret: "55".repeat(32), frame,
    ppm: { H: 333333, "H|\uE000": 1000000, "H|\u{20BB7}\u91CE": 250001, M: 500000, "M|a,\"b\"": 1, L: 0, O: 1000000 },
    n: 4, n_all: 40, min_per_cell: 2, reserves: 3, proof_index: 7, prn_n: 2, prn_draws: 4,
    match: {
      announcement: "SRD-1\nscheme: match\nroster-root: {ROSTER}\ntask-list-root: {TASKS}\nrecusal-root: {RECUSALS}\n",
      secrets: ["66".repeat(32)], beacons: ["77".repeat(32), "88".repeat(32)], list_secret: "99".repeat(32), cap: 3, officers, tasks,
      recusals: [
        ["P00", "T4"], ["P01", "T0"], ["P02", "T5"], ["P03", "T1"], ["P03", "T3"], ["P04", "T0"], ["P04", "T1"], ["P04", "T2"], ["P04", "T7"],
        ["P05", "T2"], ["P06", "T4"], ["P06", "T5"], ["P09", "T9"]],
      redraws: [["T8", null], ["T8", null], ["T8", null], ["T9", null], ["T2", null]],      // null: see currentTeam
    },
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const vectors = ["sha256", "sm3"].map(hash => {
    const vector = input(hash);
    return { ...vector, expected: outputs(vector) };
  });
  console.log(JSON.stringify({ spec: "SRD-1", vectors }, null, 1));
}
