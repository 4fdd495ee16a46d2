// The checks of a matching: the lists against the announcement, the teams against the recomputation and against the rules.

import { compareText, hex } from "./bytes.mjs";
import { firstDifference } from "./checks.mjs";
import * as files from "./files.mjs";
import { match, recusalRoot, replay, rosterRoot, taskRoot } from "./match.mjs";
import { readMatchAnnouncement } from "./notice.mjs";
import { announcementHash, seedChecks } from "./seed-checks.mjs";

const TEAM_CHECKS = ["team-distinct", "team-officers", "team-qualified", "team-recusal", "load-cap"];

const REDRAWS = "match-redraws.json";

export async function verifyMatching(open, checks, draw) {
  const notice = await checks.file("match-announcement-file", "match-announcement.txt", open, bytes => {
    const read = readMatchAnnouncement(bytes);
    return { ...read, announcementHash: read.hash(bytes) };
  });
  const officers = await checks.file("roster-file", "roster.csv", open, files.readRoster);
  const tasks = await checks.file("task-list-file", "tasks.csv", open, files.readTasks);
  const recusals = await checks.file("recusals-file", "recusals.csv", open, files.readRecusals);
  const reveal = await checks.file("match-reveal-file", "match-reveal.json", open, files.readReveal);
  const published = await checks.file("matching-file", "matching.json", open, files.readMatching);

  announcementHash(checks, "match-announcement-hash", notice, [reveal, published]);
  if (notice === null || draw.notice === null) checks.notRun("match-of-draw");
  else checks.same("match-of-draw", hex(draw.notice.announcementHash), notice.ofDraw);

  const valid = inputChecks(checks, notice, officers, tasks, recusals, draw);
  const seed = seedChecks(checks, "match-", notice, notice?.taskListRoot, notice?.taskCount, reveal);
  if (!valid || seed === null || published === null) {
    checks.notRun("matching");
  } else {
    const computed = match(notice.hash, seed, officers, tasks, recusals, notice.cap);
    checks.noDifference("matching", firstDifference(linesOf(computed), linesOf(published)));
  }
  if (valid && published !== null) teamChecks(checks, notice, officers, tasks, recusals, published.teams);
  else checks.notRun(...TEAM_CHECKS);
  if (await files.exists(open, REDRAWS)) await redrawChecks(open, checks, notice, { officers, tasks, recusals }, valid ? seed : null, published);
}

/** Officers who were replaced afterwards: each by the next of the method. */
async function redrawChecks(open, checks, notice, lists, seed, published) {
  const file = await checks.file("match-redraws-file", REDRAWS, open, files.readRedraws);
  const fit = published !== null && lists.tasks !== null
    && firstDifference(lists.tasks.map(task => task.id).sort(compareText), published.teams.map(team => team.task)) === null;
  if (file === null || seed === null || !fit) return checks.notRun("match-redraws");
  const announced = hex(notice.announcementHash);
  if (file.announcementHash !== announced) return checks.same("match-redraws", announced, file.announcementHash);
  const newcomers = replay(notice.hash, seed, lists, notice.cap, published.teams, file.redraws);
  const line = (redraw, newcomer) => `${redraw.task}: ${redraw.left} -> ${newcomer ?? "nobody"}`;
  checks.noDifference("match-redraws", firstDifference(
    file.redraws.map((redraw, i) => (newcomers[i] === undefined ? "an officer of the team"
      : i > 0 && redraw.at < file.redraws[i - 1].at ? "not before the last one"
      : line(redraw, newcomers[i]))),
    file.redraws.map(redraw => line(redraw, redraw.newcomer))));
}

const linesOf = matching => [
  ...matching.teams.map(teamLine),
  `greedy-short ${matching.greedyShort}`,
  ...matching.unassigned.map(task => `unassigned ${task}`),
  ...matching.infeasible.map(node => `infeasible ${node}`)];

const teamLine = team => `${team.task}: ${team.officers.join(", ")}`;

/** Gives whether the lists can be matched at all. */
function inputChecks(checks, notice, officers, tasks, recusals, { selectedIds, laterIds = [] }) {
  const wrong = wrongInput(officers ?? [], tasks ?? [], officers === null || tasks === null ? [] : recusals ?? [])
    ?? wrongSalt(notice, [officers, tasks, recusals].flatMap(list => list ?? []));
  checks.noDifference("match-input", wrong === null ? null : ["", wrong]);
  if (wrong !== null || notice === null) {
    checks.notRun("roster-root", "task-list-root", "recusal-root", "task-subjects");
    return false;
  }
  const root = (name, count, announced, list, compute) => (list === null
    ? checks.notRun(name)
    : checks.same(name, `${count} ${announced}`, `${list.length} ${hex(compute(notice.hash, list))}`));
  root("roster-root", notice.officerCount, notice.rosterRoot, officers, rosterRoot);
  root("task-list-root", notice.taskCount, notice.taskListRoot, tasks, taskRoot);
  root("recusal-root", notice.recusalCount, notice.recusalRoot, recusals, recusalRoot);
  if (tasks === null || selectedIds === null) checks.notRun("task-subjects");
  else {
    const subjects = [...new Set(tasks.map(task => task.subject))].sort(compareText);
    const isList = list => firstDifference(list, subjects) === null;
    checks.noDifference("task-subjects", laterIds.some(isList) ? null : firstDifference(selectedIds, subjects));
  }
  return officers !== null && tasks !== null && recusals !== null;
}

/** The first rule that officers, tasks or recusals break, in words, or null. */
function wrongInput(officers, tasks, recusals) {
  const officerIds = new Set(), taskIds = new Set(), pairs = new Set();
  for (const { id, department, items } of officers) {
    if (!isName(id, officerIds)) return `officer id ${id}`;
    if (!files.isLabel(department) || !items.every(isItem) || items.length > 255 || new Set(items).size < items.length) return `officer ${id}`;
  }
  for (const { id, subject, department, item } of tasks) {
    if (!isName(id, taskIds)) return `task id ${id}`;
    if (!files.isLabel(department) || !isItem(item) || (subject !== "" && !files.isId(subject))) return `task ${id}`;
  }
  for (const { officer, task } of recusals) {
    const pair = `${officer}/${task}`;
    if (!officerIds.has(officer) || !taskIds.has(task) || pairs.has(pair)) return `recusal ${pair}`;
    pairs.add(pair);
  }
  return null;
}

/** Leaves are salted when the announcement says so, all of them. */
function wrongSalt(notice, rows) {
  const salted = notice?.leaf === "salted";
  const mixed = notice !== null && rows.some(row => (row.salt !== undefined) !== salted);
  return mixed ? `a row ${salted ? "without" : "with"} salt` : null;
}

// An id without "/" that was not seen before.
function isName(id, seen) {
  if (!files.isId(id) || id.includes("/") || seen.has(id)) return false;
  seen.add(id);
  return true;
}

const isItem = value => files.isLabel(value) && !value.includes(";");

// What a reader can check without any hash.
function teamChecks(checks, notice, officers, tasks, recusals, teams) {
  const officerOf = new Map(officers.map(officer => [officer.id, officer]));
  const taskOf = new Map(tasks.map(task => [task.id, task]));
  const recused = new Set(recusals.map(({ officer, task }) => `${officer}/${task}`));
  const first = (name, expected, isWrong) => {
    const wrong = teams.find(isWrong);
    checks.noDifference(name, wrong === undefined ? null : [expected, teamLine(wrong)]);
  };
  first("team-distinct", "2 different officers", ({ officers: ids }) => ids.length > 2 || new Set(ids).size < ids.length);
  first("team-officers", "officers of the department", ({ task, officers: ids }) =>
    !taskOf.has(task) || ids.some(id => officerOf.get(id)?.department !== taskOf.get(task).department));
  first("team-qualified", "at most 1 unqualified", ({ task, officers: ids }) =>
    taskOf.has(task) && ids.filter(id => !officerOf.get(id)?.items.includes(taskOf.get(task).item)).length > 1);
  first("team-recusal", "no recused officer", ({ task, officers: ids }) => ids.some(id => recused.has(`${id}/${task}`)));

  const loads = new Map();
  for (const id of teams.flatMap(team => team.officers)) loads.set(id, (loads.get(id) ?? officerOf.get(id)?.load ?? 0) + 1);
  const over = [...loads].find(([, load]) => load > notice.cap);
  checks.noDifference("load-cap", over === undefined ? null : [`at most ${notice.cap}`, `${over[0]}: ${over[1]}`]);
}
