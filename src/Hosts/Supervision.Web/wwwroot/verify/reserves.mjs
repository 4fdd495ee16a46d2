// Reserves: who was drawn and could not be inspected is replaced by the next in order, and by nobody else.

import { compareText } from "./bytes.mjs";

/** The first use that is not the next in order, as [expected, actual], or null. */
export function firstWrongUse({ selected, reservesFor }, frame, uses) {
  const standing = new Set(selected), taken = new Set();
  const cellOf = new Map(frame.ids.map((id, i) => [id, frame.cells[frame.cellOf[i]]]));
  for (const use of uses) {
    const actual = `${use.cell}: ${use.replaced} -> ${use.by}`;
    if (use.reason.trim() === "" || use.approver.trim() === "") return ["a reason and an approver", actual];
    if (!standing.has(use.replaced)) return ["somebody who was drawn", actual];
    const cell = cellOf.get(use.replaced);
    const by = reservesFor(cell).find(id => !taken.has(id));
    if (use.cell !== cell || use.by !== by) return [`${cell}: ${use.replaced} -> ${by ?? "nobody"}`, actual];
    standing.delete(use.replaced);
    standing.add(by);
    taken.add(by);
  }
  return null;
}

/** The ids that stand after these uses, by their bytes. */
export function listAfter(selected, uses) {
  const standing = new Set(selected);
  for (const { replaced, by } of uses) {
    standing.delete(replaced);
    standing.add(by);
  }
  return [...standing].sort(compareText);
}
