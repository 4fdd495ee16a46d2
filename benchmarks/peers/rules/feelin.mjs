import { unaryTest } from 'feelin';
import { cases, measure, rows } from './table.mjs';

const interval = pair => pair === null ? null : `[${pair[0]}..${pair[1]})`;
const cells = rows.map(each => [
  ['points', interval(each.points)],
  ['months', interval(each.months)],
  ['risk', each.risk === null ? null : each.risk.map(word => `"${word}"`).join(',')],
  ['repaired', each.repaired === null ? null : String(each.repaired)],
].filter(([, test]) => test !== null));

await measure('feelin, a unary test a cell', 3000, async count => {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const one = cases[i % 1000];
    sum += cells.findIndex(tests => tests.every(([name, test]) => unaryTest(test, { '?': one[name] }).value === true));
  }

  return sum;
});
