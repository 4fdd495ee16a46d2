// selection.json: what it states besides the ids, as lines "path value", the published and the recomputed.

import { hex } from "./bytes.mjs";
import { readJson, want } from "./files.mjs";
import * as schemes from "./schemes.mjs";
import { byCell, eligible, ratioOf } from "./srd1.mjs";

/** selection.json. The cuts are not trusted, only compared, hence read as they come. */
export const readSelection = bytes => readJson(bytes, json => {
  const { format, announcementHash, scheme, selected, ...cuts } = json;
  return {
    announcementHash: want.hash(json, "announcementHash"),
    lines: [`scheme ${want.text(json, "scheme")}`, ...flat(cuts)],
    ratios: "cells" in json
      ? want.list(json, "cells").map(cell => [want.text(cell, "cell"), want.or(cell, "ppm", want.integer)]).filter(([, ppm]) => ppm !== null)
      : [],
    selected: want.texts(json, "selected"),
  };
});

/** Whether a frame cannot be drawn from as announced: a cell without a ratio, a weight too large for lots. */
export const misfits = (notice, frame) =>
  (notice.ratios !== null && byCell(frame).some(({ cell }) => ratioOf(notice.ratios, cell) === undefined))
  || (notice.scheme === "lots" && eligible(frame).some(i => frame.weights[i] > 65536));

/**
 * The scheme of an announcement over a frame: {selected, lines, reservesFor(cell)}, ids in the order of the reserves.
 * `cycleSeed` is wanted by prn alone.
 */
export function recompute(notice, frame, seed, cycleSeed) {
  const ids = subjects => schemes.idsOf(frame, subjects);
  const { drawn, cuts, reserves } = draw({ hash: notice.hash, seed, frame }, notice, cycleSeed, ids);
  return {
    selected: ids(drawn),
    lines: [`scheme ${notice.scheme}`, ...flat(cuts)],
    reservesFor: cell => (reserves?.(cell) ?? []).map(i => frame.ids[i]),
  };
}

// The reserves of schemes by cell, and of schemes with one order for all.
const ofCell = cells => name => {
  const found = cells.find(({ cell }) => cell === name);
  return found === undefined ? [] : found.order.slice(found.selected);
};
const ofAll = (order, drawn) => () => order.slice(drawn);

// Each scheme gives who is drawn, and the cuts in the form in which they are published.
function draw(context, notice, cycleSeed, ids) {
  const ticket = bytes => (bytes === null ? null : hex(bytes));
  const cell = ({ cell, ppm, eligible, selected }) => ({ cell, ppm, eligible, selected });
  const takeAll = r => ({ takeAll: ids(r.takeAll), n: Number(r.n), weight: String(r.weight) });
  switch (notice.scheme) {
    case "tier-srs": {
      const r = schemes.tierSrs(context, notice.ratios, notice.minPerCell);
      const cells = r.cells.map(c => ({ ...cell(c), last: ticket(c.last), next: ticket(c.next) }));
      return { drawn: r.drawn, cuts: { rho: r.rho, cells }, reserves: ofCell(r.cells) };
    }
    case "poisson": {
      const r = schemes.poisson(context, notice.ratios);
      return { drawn: r.drawn, cuts: { cells: r.cells.map(cell) } };
    }
    case "pareto":
    case "seq-poisson": {
      const r = notice.scheme === "pareto" ? schemes.pareto(context, notice.n) : schemes.seqPoisson(context, notice.n);
      return {
        drawn: r.drawn,
        cuts: { ...takeAll(r), lastKey: r.lastKey === null ? null : String(r.lastKey) },
        reserves: ofAll(r.order, Number(r.n)),
      };
    }
    case "pivotal": {
      const r = schemes.pivotal(context, notice.n);
      return { drawn: r.drawn, cuts: takeAll(r) };
    }
    case "lots": {
      const r = schemes.lots(context, notice.n);
      return { drawn: r.drawn, cuts: { lastTicket: ticket(r.lastTicket) }, reserves: ofAll(r.order, r.drawn.length) };
    }
    case "full":
      return { drawn: schemes.full(context).drawn, cuts: {} };
    case "prn": {
      const sizes = notice.nPerCell === null
        ? schemes.cellSizes(context, notice.ratios, notice.minPerCell)
        : { rho: null, cells: byCell(context.frame).map(c => ({ ...c, ppm: null, n: Math.min(notice.nPerCell, c.members.length) })) };
      const r = schemes.prn(context, cycleSeed, sizes.cells, notice.cursors);
      return {
        drawn: r.drawn,
        reserves: ofCell(r.cells),
        cuts: {
          rho: sizes.rho,
          cells: r.cells.map(c => ({
            ...cell(c), cursor: String(c.cursor), laps: c.laps, nextCursor: String(c.nextCursor), nextLaps: c.nextLaps })),
          again: ids(r.again),
        },
      };
    }
    default:
      throw new Error(`scheme: ${notice.scheme} is unknown`);
  }
}

/** The members of an object as sorted lines "path value"; the order of properties means nothing. */
function flat(value, path = "") {
  if (value === null || typeof value !== "object") return [`${path} ${JSON.stringify(value)}`];
  const lines = Array.isArray(value)
    ? value.flatMap((item, i) => flat(item, `${path}[${i}]`))
    : Object.keys(value).flatMap(name => flat(value[name], path === "" ? name : `${path}.${name}`));
  return path === "" ? lines.sort() : lines;
}
