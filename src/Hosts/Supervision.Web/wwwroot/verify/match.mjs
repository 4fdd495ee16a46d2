// Matching of officers with tasks (scheme `match`): greedy by load and keyed order, then exchanges along shortest paths.
// Officers: {id, department, items, load}. Tasks: {id, subject, department, item}. Recusals: {officer, task}.

import { compareBytes, compareNumbers, compareText, concat, lp8, top64, uint, utf8 } from "./bytes.mjs";
import { merkleRoot } from "./merkle.mjs";
import { keyOf, ticketOf } from "./srd1.mjs";

const TEAM = 2;
const ZERO = new Uint8Array(1);
const NONE = new Uint8Array(0);

/** Root of the roster, by officer id; items by their bytes. */
export const rosterRoot = (hash, officers) => listRoot(hash, [...officers].sort(byId), officer => concat(
  ZERO, lp8(utf8(officer.id)), lp8(utf8(officer.department)), uint(officer.load, 2), uint(officer.items.length, 1),
  ...[...officer.items].sort(compareText).map(item => lp8(utf8(item))), officer.salt ?? NONE));

/** Root of the task list, by task id. */
export const taskRoot = (hash, tasks) => listRoot(hash, [...tasks].sort(byId), task => concat(
  ZERO, lp8(utf8(task.id)), lp8(utf8(task.subject)), lp8(utf8(task.department)), lp8(utf8(task.item)), task.salt ?? NONE));

/** Root of the recusals, by officer id, then task id. */
export const recusalRoot = (hash, recusals) => listRoot(
  hash,
  [...recusals].sort((a, b) => compareText(a.officer, b.officer) || compareText(a.task, b.task)),
  recusal => concat(ZERO, lp8(utf8(recusal.officer)), lp8(utf8(recusal.task)), recusal.salt ?? NONE));

const byId = (a, b) => compareText(a.id, b.id);

function listRoot(hash, rows, leafBytes) {
  const leaves = new Uint8Array(32 * rows.length);
  rows.forEach((row, i) => hash.into(leafBytes(row), leaves, 32 * i));
  return merkleRoot(hash, leaves);
}

/** The teams, the slots that stay empty, and the certificate that no matching fills them. */
export const match = (hash, seed, officers, tasks, recusals, cap) =>
  new Matching(hash, keyOf(hash, "match", seed), officers, tasks, recusals, cap).run();

/**
 * Replaces officers in order; gives the newcomer of each: an id, null when nobody could, undefined when `left` was not on the
 * team. It is whom the greedy step would take now, loads counted over the teams as they stand, without those who left.
 */
export function replay(hash, seed, { officers, tasks, recusals }, cap, teams, redraws) {
  const key = keyOf(hash, "match", seed);
  const officerOf = new Map(officers.map(officer => [officer.id, officer]));
  const taskOf = new Map(tasks.map(task => [task.id, task]));
  const now = new Map(teams.map(team => [team.task, [...team.officers]]));
  const load = new Map(officers.map(officer => [officer.id, officer.load]));
  const barred = new Set(recusals.map(({ officer, task }) => `${officer}/${task}`));
  for (const id of teams.flatMap(team => team.officers)) load.set(id, load.get(id) + 1);
  return redraws.map(({ task: taskId, left }) => {
    const task = taskOf.get(taskId);
    const team = now.get(taskId) ?? [];
    if (!team.includes(left)) return undefined;
    team.splice(team.indexOf(left), 1);
    load.set(left, load.get(left) - 1);
    barred.add(`${left}/${taskId}`);
    const isQualified = id => officerOf.get(id)?.items.includes(task.item) === true;
    const ticket = ticketOf(hash, key, taskId);
    const m = id => top64(ticketOf(hash, ticket, id));
    const [next] = officers
      .filter(({ id, department }) => department === task.department && !team.includes(id) && !barred.has(`${id}/${taskId}`)
        && load.get(id) < cap && (team.every(isQualified) || isQualified(id)))
      .map(({ id }) => ({ id, load: load.get(id), m: m(id) }))
      .sort((a, b) => a.load - b.load || compareNumbers(a.m, b.m) || compareText(a.id, b.id));
    if (next === undefined) return null;
    team.push(next.id);
    load.set(next.id, next.load + 1);
    if (team.length === TEAM && !isQualified(team[0]) && isQualified(team[1])) team.reverse();
    return next.id;
  });
}

class Matching {
  #hash; #cap; #officers; #tasks;

  constructor(hash, key, officers, tasks, recusals, cap) {
    [this.#hash, this.#cap] = [hash, cap];
    this.#officers = [...officers].sort(byId).map(officer => ({
      id: officer.id, department: officer.department, items: new Set(officer.items), load: officer.load,
      given: [],      // tasks of this run
    }));
    const staff = groupBy(this.#officers, officer => officer.department);
    const recused = groupBy(recusals, recusal => recusal.task);
    this.#tasks = tasks.map(task => ({
      id: task.id, item: task.item, ticket: ticketOf(hash, key, task.id), staff: staff.get(task.department) ?? [],
      recused: new Set((recused.get(task.id) ?? []).map(recusal => recusal.officer)),
      team: [], order: new Map(),
    })).sort((a, b) => compareBytes(a.ticket, b.ticket) || byId(a, b));
  }

  run() {
    for (const task of this.#tasks) {
      this.#join(task, this.#least(task, true));
      this.#join(task, this.#least(task, false));
    }
    const greedyShort = this.#empty();
    const dead = new Set();
    for (const task of this.#tasks) {
      while (task.team.length < TEAM && this.#search(task, dead));
    }
    const sorted = [...this.#tasks].sort(byId);
    return {
      greedyShort,
      teams: sorted.map(task => ({ task: task.id, officers: this.#named(task) })),
      unassigned: sorted.flatMap(task => Array(TEAM - task.team.length).fill(task.id)),
      infeasible: [...dead].sort(compareText),
    };
  }

  #may(task, officer, qualifiedOnly) {
    return !task.team.includes(officer) && !task.recused.has(officer.id) && (!qualifiedOnly || officer.items.has(task.item));
  }

  /** m(t, o): the keyed order of officers for a task. */
  #number(task, officer) {
    let m = task.order.get(officer);
    if (m === undefined) {
      m = top64(ticketOf(this.#hash, task.ticket, officer.id));
      task.order.set(officer, m);
    }
    return m;
  }

  #least(task, qualifiedOnly) {
    let best = null;
    for (const officer of task.staff) {
      if (officer.load >= this.#cap || !this.#may(task, officer, qualifiedOnly)) continue;
      const order = best === null ? -1
        : officer.load - best.load || compareNumbers(this.#number(task, officer), this.#number(task, best));
      if (order < 0) best = officer;      // staff is by id: of equal ones the first stays
    }
    return best;
  }

  #join(task, officer) {
    if (officer === null) return;
    task.team.push(officer);
    officer.given.push(task);
    officer.load++;
  }

  /** 'Q' when a member who stays is not qualified, so that a qualified officer is wanted; else 'N'. */
  #need(task, leaver) {
    return task.team.some(member => member !== leaver && !member.items.has(task.item)) ? "Q" : "N";
  }

  /** Breadth first over exchanges; applies the first path found, or marks every node met as dead and gives false. */
  #search(start, dead) {
    const startName = `${start.id}/${this.#need(start, null)}`;
    if (dead.has(startName)) return false;
    const queue = [{ task: start, qualifiedOnly: startName.endsWith("/Q"), leaver: null, from: null }];
    const seen = new Set([startName]);
    const met = new Set();
    for (const node of queue) {
      const candidates = node.task.staff
        .filter(officer => !met.has(officer) && this.#may(node.task, officer, node.qualifiedOnly))
        .sort((a, b) => compareNumbers(this.#number(node.task, a), this.#number(node.task, b)) || byId(a, b));
      for (const officer of candidates) {
        met.add(officer);
        if (officer.load < this.#cap) {
          this.#apply(node, officer);
          return true;
        }
        for (const held of [...officer.given].sort(byId)) {
          const need = this.#need(held, officer);
          const name = `${held.id}/${need}`;
          if (seen.has(name) || dead.has(name)) continue;
          seen.add(name);
          queue.push({ task: held, qualifiedOnly: need === "Q", leaver: officer, from: node });
        }
      }
    }
    for (const name of seen) dead.add(name);
    return false;
  }

  // From the officer who has room back to the start: each node's task gains the newcomer, and its leaver moves on.
  #apply(node, newcomer) {
    newcomer.load++;
    for (; node !== null; node = node.from) {
      node.task.team.push(newcomer);
      newcomer.given.push(node.task);
      if (node.leaver !== null) {
        node.task.team.splice(node.task.team.indexOf(node.leaver), 1);
        node.leaver.given.splice(node.leaver.given.indexOf(node.task), 1);
        newcomer = node.leaver;
      }
    }
  }

  #named(task) {
    const ids = task.team.map(officer => officer.id);
    const qualified = task.team.map(officer => officer.items.has(task.item));
    return ids.length === TEAM && !qualified[0] && qualified[1] ? ids.reverse() : ids;
  }

  #empty() {
    return this.#tasks.reduce((sum, task) => sum + TEAM - task.team.length, 0);
  }
}

function groupBy(rows, key) {
  const groups = new Map();
  for (const row of rows) {
    const name = key(row);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
}
