// The decision table that all engines decide by, and the cases that they decide; benchmarks/Supervision.Benchmarks/Rules
// makes the same ones. Hit policy FIRST; intervals are [low, high); null matches anything.
const row = (points, months, risk, repaired, grade, delta) => ({ points, months, risk, repaired, grade, delta });

export const rows = [
  row([36, 999], null, null, null, 'E', -6),
  row([24, 36], null, ['high'], false, 'E', -5),
  row([24, 36], null, ['high'], true, 'D', -4),
  row([24, 36], [0, 6], ['low', 'medium'], false, 'D', -4),
  row([24, 36], [6, 99], ['low', 'medium'], false, 'D', -3.5),
  row([24, 36], null, ['low', 'medium'], true, 'C', -3),
  row([12, 24], [0, 3], ['high'], false, 'D', -3),
  row([12, 24], [3, 12], ['high'], false, 'D', -2.5),
  row([12, 24], [12, 99], ['high'], false, 'C', -2),
  row([12, 24], null, ['high'], true, 'C', -2),
  row([12, 24], [0, 6], ['low', 'medium'], false, 'C', -2),
  row([12, 24], [6, 99], ['low', 'medium'], false, 'C', -1.5),
  row([12, 24], null, null, true, 'B', -1),
  row([6, 12], [0, 12], ['high'], false, 'C', -1),
  row([6, 12], [12, 99], ['high'], false, 'B', -0.5),
  row([6, 12], null, ['low', 'medium'], false, 'B', -0.5),
  row([6, 12], null, null, true, 'B', 0),
  row([0.5, 6], [0, 12], ['high', 'medium'], false, 'B', 0),
  row([0.5, 6], null, null, null, 'A', 0),
  row(null, null, null, null, 'A', 1),
];

const within = (interval, number) => interval === null || (number >= interval[0] && number < interval[1]);

export function firstRow(one) {
  return rows.findIndex(each => within(each.points, one.points) && within(each.months, one.months)
    && (each.risk === null || each.risk.includes(one.risk))
    && (each.repaired === null || each.repaired === one.repaired));
}

// A linear congruential generator, so that every language makes the same cases.
let state = 12345;
function next() {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return state >>> 16;
}

const risks = ['low', 'medium', 'high'];
export const cases = Array.from({ length: 1000 }, () => {
  const points = (next() % 80) / 2;
  const months = next() % 25;
  const risk = risks[next() % 3];
  return { points, months, risk, repaired: next() % 2 === 1 };
});

const expected = cases.map(firstRow);
const median = numbers => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Runs `decide(count)`, which returns the sum of the 0-based rows, five times; prints decisions a CPU-second. */
export async function measure(name, count, decide) {
  await decide(1000);
  const wanted = Array.from({ length: count }, (_, i) => expected[i % 1000]).reduce((a, b) => a + b, 0);
  const rates = [];
  for (let run = 0; run < 5; run++) {
    const before = process.cpuUsage();
    const sum = await decide(count);
    const used = process.cpuUsage(before);
    rates.push(count / ((used.user + used.system) / 1e6));
    if (sum !== wanted) throw new Error(`${name}: rows add up to ${sum} instead of ${wanted}`);
  }

  console.log(`${name}\t${Math.round(median(rates))}`);
}
