import rulesEngine from 'json-rules-engine';
import { cases, measure, rows } from './table.mjs';

function conditions(each) {
  const all = [];
  for (const fact of ['points', 'months']) {
    if (each[fact] !== null) {
      all.push({ fact, operator: 'greaterThanInclusive', value: each[fact][0] }, { fact, operator: 'lessThan', value: each[fact][1] });
    }
  }

  if (each.risk !== null) all.push({ fact: 'risk', operator: 'in', value: each.risk });
  if (each.repaired !== null) all.push({ fact: 'repaired', operator: 'equal', value: each.repaired });
  return all.length > 0 ? all : [{ fact: 'points', operator: 'greaterThanInclusive', value: 0 }];
}

const engine = new rulesEngine.Engine();
rows.forEach((each, row) => engine.addRule({
  conditions: { all: conditions(each) },
  priority: 100 - row,
  event: { type: 'hit', params: { row, grade: each.grade, delta: each.delta } },
  onSuccess: () => engine.stop(),
}));

await measure('json-rules-engine, stops at the first', 10_000, async count => {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += (await engine.run(cases[i % 1000])).events[0].params.row;
  return sum;
});
