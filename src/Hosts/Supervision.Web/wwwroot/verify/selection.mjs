// What selection.json states besides the ids, as lines that can be compared one by one: the published and the recomputed.

import { hex } from "./bytes.mjs";
import { readJson, want } from "./files.mjs";
import * as schemes from "./schemes.mjs";

/** The scheme of an announcement over a frame, as {selected, lines}. */
export function recompute(notice, frame, seed) {
  const context = { hash: notice.hash, seed, frame };
  const result = draw(context, notice);
  const ids = subjects => schemes.idsOf(frame, subjects);
  const cells = result.cells?.map(cell => ({ ...cell, last: cell.last && hex(cell.last), next: cell.next && hex(cell.next) }));
  return {
    selected: ids(result.drawn),
    lines: linesOf(notice.scheme, {
      ...result, cells,
      takeAll: result.takeAll && ids(result.takeAll),
      lastTicket: result.lastTicket && hex(result.lastTicket),
    }),
  };
}

function draw(context, notice) {
  switch (notice.scheme) {
    case "tier-srs": return schemes.tierSrs(context, notice.ratios, notice.minPerCell);
    case "poisson": return schemes.poisson(context, notice.ratios);
    case "pareto": return schemes.pareto(context, notice.n);
    case "seq-poisson": return schemes.seqPoisson(context, notice.n);
    case "pivotal": return schemes.pivotal(context, notice.n);
    case "lots": return schemes.lots(context, notice.n);
    case "full": return schemes.full(context);
    default: throw new Error(`scheme: ${notice.scheme} is unknown`);
  }
}

/** selection.json. */
export const readSelection = bytes => readJson(bytes, json => {
  const scheme = want.text(json, "scheme");
  const cuts = CUTS[scheme]?.read(json);
  if (cuts === undefined) throw new Error(`scheme: ${scheme} is unknown`);
  return {
    announcementHash: want.hash(json, "announcementHash"),
    scheme,
    cells: cuts.cells ?? null,
    lines: linesOf(scheme, cuts),
    selected: want.texts(json, "selected"),
  };
});

const linesOf = (scheme, cuts) => [`scheme ${scheme}`, ...CUTS[scheme].lines(cuts)];

const cellBase = cell => ({
  cell: want.text(cell, "cell"), ppm: want.or(cell, "ppm", want.integer),
  eligible: want.integer(cell, "eligible"), selected: want.integer(cell, "selected") });

const cellLine = cell => `${cell.cell}: ${cell.selected} of ${cell.eligible} at ${cell.ppm} ppm`;

const takeAllLines = cuts => [...cuts.takeAll.map(id => `take-all ${id}`), `n ${cuts.n}`, `weight ${cuts.weight}`];

const readTakeAll = json => ({
  takeAll: want.texts(json, "takeAll"), n: want.integer(json, "n"), weight: want.big(json, "weight") });

const keyed = {
  read: json => ({ ...readTakeAll(json), lastKey: want.or(json, "lastKey", want.big) }),
  lines: cuts => [...takeAllLines(cuts), `last key ${cuts.lastKey}`],
};

// For each scheme: how its cuts are read, and their lines.
const CUTS = {
  "tier-srs": {
    read: json => ({
      rho: want.integer(json, "rho"),
      cells: want.list(json, "cells").map(cell => ({
        ...cellBase(cell), last: want.or(cell, "last", want.hash), next: want.or(cell, "next", want.hash) })),
    }),
    lines: cuts => [`rho ${cuts.rho}`, ...cuts.cells.map(cell => `${cellLine(cell)}, last ${cell.last}, next ${cell.next}`)],
  },
  poisson: {
    read: json => ({ cells: want.list(json, "cells").map(cellBase) }),
    lines: cuts => cuts.cells.map(cellLine),
  },
  pareto: keyed,
  "seq-poisson": keyed,
  lots: {
    read: json => ({ lastTicket: want.or(json, "lastTicket", want.hash) }),
    lines: cuts => [`last ticket ${cuts.lastTicket}`],
  },
  pivotal: { read: readTakeAll, lines: takeAllLines },
  full: { read: () => ({}), lines: () => [] },
};
