import { cases, firstRow, measure } from './table.mjs';

await measure('plain JavaScript loop (a floor)', 2_000_000, async count => {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += firstRow(cases[i % 1000]);
  return sum;
});
