// Reads the files of a bundle strictly. Whatever is wrong throws an Error that says what and where.

import { fromHex, text, utf8 } from "./bytes.mjs";
import { FrameBuilder } from "./srd1.mjs";

export const FORMAT = "supervision-draw-bundle/1";

/** Whether there is such a file. One that is there and cannot be read counts: its check will say so. */
export async function exists(open, file) {
  try {
    return (await open(file) ?? null) !== null;
  } catch {
    return true;
  }
}

const isId = id => /^[\x21-\x7e]{1,64}$/.test(id);

/** A number without sign and leading zero, or an error that names the field. */
export function number(value, max, field) {
  if (!/^(0|[1-9][0-9]{0,14})$/.test(value) || Number(value) > max) throw new Error(`${field}: ${value}`);
  return Number(value);
}

/** The rows of a CSV file after a header that must be one of these; gives the header's number. */
function rows(bytes, headers, add) {
  const content = text(bytes);
  let at = 0, line = 0, header = -1;
  while (at < content.length) {
    let end = at;
    while (end < content.length && content.charCodeAt(end) !== 10 && content.charCodeAt(end) !== 13) end++;
    const row = content.slice(at, end);
    at = end + (content.charCodeAt(end) === 13 && content.charCodeAt(end + 1) === 10 ? 2 : 1);
    line++;
    if (line === 1) {
      header = headers.indexOf(row);
      if (header < 0) throw new Error(`line 1 is not ${headers.join(" or ")}`);
      continue;
    }
    const fields = split(row);
    if (fields === null || fields.length !== headers[header].split(",").length) throw new Error(`line ${line}: columns`);
    try {
      add(fields);
    } catch (fault) {
      throw new Error(`line ${line}: ${fault.message}`);
    }
  }
  if (header < 0) throw new Error(`line 1 is not ${headers.join(" or ")}`);
  return header;
}

/** The fields of one CSV line (RFC 4180), or null when a quote is out of place. */
function split(line) {
  if (!line.includes('"')) return line.split(",");
  const fields = [];
  for (let at = 0; ;) {
    let field = "";
    if (line[at] === '"') {
      for (at++; ; at++) {
        const end = line.indexOf('"', at);
        if (end < 0) return null;
        field += line.slice(at, end);
        at = end + 1;
        if (line[at] !== '"') break;
        field += '"';
      }
    } else {
      const end = line.indexOf(",", at);
      field = line.slice(at, end < 0 ? line.length : end);
      if (field.includes('"')) return null;
      at += field.length;
    }
    fields.push(field);
    if (at === line.length) return fields;
    if (line[at] !== ",") return null;
    at++;
  }
}

const saltOf = value => {
  if (!/^[0-9a-f]{32}$/.test(value)) throw new Error("salt");
  return fromHex(value);
};

/** The frame, and whether its rows came by id bytes. */
export function readFrame(bytes) {
  const builder = new FrameBuilder();
  const header = "id,cell,weight,status";
  const short = new Set();      // cells that were measured
  const isSalted = rows(bytes, [header, header + ",salt"], ([id, cell, weight, status, salt]) => {
    if (!isId(id)) throw new Error("id");
    if (!short.has(cell)) {
      if (utf8(cell).length > 255) throw new Error("cell");
      short.add(cell);
    }
    const hidden = salt === undefined ? undefined : saltOf(salt);
    builder.add(id, cell, number(weight, 0x7fffffff, "weight"), number(status, 255, "status"), hidden);
  }) === 1;
  return { ...builder.build(), isSalted };
}

/** The leaf hashes of a salted frame, 32 bytes each. */
export function readLeaves(bytes) {
  const lines = text(bytes).split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  const out = new Uint8Array(32 * lines.length);
  lines.forEach((line, i) => {
    if (!/^[0-9a-f]{64}$/.test(line)) throw new Error(`line ${i + 1}: not a hash`);
    out.set(fromHex(line), 32 * i);
  });
  return out;
}

function list(bytes, header, make) {
  const out = [];
  rows(bytes, [header, header + ",salt"], fields => {
    const salt = fields.length > header.split(",").length ? { salt: saltOf(fields.pop()) } : {};
    out.push({ ...make(fields), ...salt });
  });
  return out;
}

export const readRoster = bytes => list(bytes, "officer_id,department,items,load", ([id, department, items, load]) => (
  { id, department, items: items === "" ? [] : items.split(";"), load: number(load, 65535, "load") }));

export const readTasks = bytes => list(bytes, "task_id,subject_id,department,item", ([id, subject, department, item]) => (
  { id, subject, department, item }));

export const readRecusals = bytes => list(bytes, "officer_id,task_id", ([officer, task]) => ({ officer, task }));

/** A JSON file of a format; `shape` reads it and throws when a property is not what it should be. */
export function readJson(bytes, shape, format = FORMAT) {
  const content = text(bytes);
  const value = JSON.parse(content);
  const twice = doubleProperty(content);
  if (twice !== null) throw new Error(`property ${twice} stands twice`);
  if (value?.format !== format) throw new Error(`format is not ${format}`);
  return shape(value);
}

/** The first property that an object has twice: JSON.parse would silently keep the last. */
function doubleProperty(json) {
  const stack = [];
  let key = null;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]/g)) {
    if (token === "{") stack.push(new Set());
    else if (token === "[") stack.push(null);
    else if (token === "}" || token === "]") stack.pop();
    else if (token === ":" && stack.at(-1)) {
      const name = JSON.parse(key);
      if (stack.at(-1).has(name)) return name;
      stack.at(-1).add(name);
    } else if (token !== ",") key = token;
  }
  return null;
}

// What a property may be. Each gives the value or throws with the property's name.
export const want = {
  text: (o, name) => (typeof o[name] === "string" ? o[name] : fail(name)),
  integer: (o, name) => (Number.isSafeInteger(o[name]) ? o[name] : fail(name)),
  hash: (o, name) => (/^[0-9a-fA-F]{64}$/.test(want.text(o, name)) ? o[name].toLowerCase() : fail(name)),
  big: (o, name) => (/^(0|[1-9][0-9]*)$/.test(want.text(o, name)) ? o[name] : fail(name)),
  flag: (o, name) => (typeof o[name] === "boolean" ? o[name] : fail(name)),
  or: (o, name, read) => (name in o ? (o[name] === null ? null : read(o, name)) : fail(name)),
  texts: (o, name) => (want.list(o, name).every(item => typeof item === "string") ? o[name] : fail(name)),
  list: (o, name) => (Array.isArray(o[name]) ? o[name] : fail(name)),
};

function fail(name) {
  throw new Error(`property ${name} is missing or malformed`);
}

/** Secrets and beacon values as bytes (a sealed secret is null), with the seed that is claimed. */
export const readReveal = bytes => readJson(bytes, json => ({
  announcementHash: want.hash(json, "announcementHash"),
  secrets: want.list(json, "secrets").map(secret => (secret === null ? null : fromHex(secret))),
  beacons: want.texts(json, "beacons").map(fromHex),
  seed: want.or(json, "seed", want.hash),
}));

export const readSummary = bytes => readJson(bytes, json => ({
  hash: want.text(json, "hash"),
  count: want.integer(json, "count"),
  root: want.hash(json, "root"),
  counts: want.list(json, "counts").map(row => [want.text(row, "cell"), want.integer(row, "status"), want.integer(row, "count")]),
}));

export const readMatching = bytes => readJson(bytes, json => ({
  announcementHash: want.hash(json, "announcementHash"),
  greedyShort: want.integer(json, "greedyShort"),
  teams: want.list(json, "teams").map(team => ({ task: want.text(team, "task"), officers: want.texts(team, "officers") })),
  unassigned: want.texts(json, "unassigned"),
  infeasible: want.texts(json, "infeasible"),
}));

export const readListCommitment = bytes => readJson(bytes, json => ({
  announcementHash: want.hash(json, "announcementHash"), listCommitment: want.hash(json, "listCommitment") }));

export const readReserves = bytes => readJson(bytes, json => ({
  announcementHash: want.hash(json, "announcementHash"),
  uses: want.list(json, "uses").map(use => ({
    cell: want.text(use, "cell"), replaced: want.text(use, "replaced"), by: want.text(use, "by"),
    reason: want.text(use, "reason"), approver: want.text(use, "approver"), evidence: want.or(use, "evidence", want.hash),
    at: want.text(use, "at") })),
}));

/** An instant as 2026-06-01T09:00:00+08:00, in milliseconds. */
function instant(json, name) {
  const value = want.text(json, name);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(value) || Number.isNaN(Date.parse(value))) fail(name);
  return Date.parse(value);
}

const label = (json, name) => (isLabel(want.text(json, name)) ? json[name] : fail(name));

export const readRedraws = bytes => readJson(bytes, json => ({
  announcementHash: want.hash(json, "announcementHash"),
  redraws: want.list(json, "redraws").map(row => ({
    task: label(row, "task"), left: label(row, "left"), newcomer: want.or(row, "newcomer", label),
    reason: label(row, "reason"), approver: label(row, "approver"), at: instant(row, "at") })),
}));

/** 1 to 255 bytes without control characters and without white space at the ends. */
export const isLabel = value =>
  value !== "" && utf8(value).length <= 255 && !/\p{Cc}|^\p{White_Space}|\p{White_Space}$/u.test(value);

export { isId };
