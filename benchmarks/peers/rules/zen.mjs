import { ZenEngine } from '@gorules/zen-engine';
import { cases, measure, rows } from './table.mjs';

const interval = pair => pair === null ? '' : `[${pair[0]}..${pair[1]})`;
const text = value => `'${value}'`;
const fields = ['points', 'months', 'risk', 'repaired'];
const column = name => ({ id: name, field: name, name, type: 'expression' });
const content = {
  hitPolicy: 'first',
  inputs: fields.map(column),
  outputs: ['row', 'grade', 'delta'].map(column),
  rules: rows.map((each, i) => ({
    _id: `row${i}`,
    points: interval(each.points),
    months: interval(each.months),
    risk: each.risk === null ? '' : each.risk.map(text).join(','),
    repaired: each.repaired === null ? '' : String(each.repaired),
    row: String(i),
    grade: text(each.grade),
    delta: String(each.delta),
  })),
};
const node = (id, type, more) => ({ id, type, name: id, position: { x: 0, y: 0 }, ...more });
const graph = more => ({
  nodes: [node('in', 'inputNode'), node('table', 'decisionTableNode', { content: { ...content, ...more } }), node('out', 'outputNode')],
  edges: [{ id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' }, { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' }],
});

const engine = new ZenEngine();
const single = engine.createDecision(graph({}));
const looped = engine.createDecision(graph({ inputField: 'items', outputPath: 'items', executionMode: 'loop', passThrough: false }));

async function oneByOne(count, options) {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += (await single.evaluate(cases[i % 1000], options)).result.row;
  return sum;
}

await measure('zen, one call a case', 50_000, count => oneByOne(count));
await measure('zen, one call a case, with trace', 20_000, count => oneByOne(count, { trace: true }));
await measure('zen, 1,000 cases a call', 100_000, async count => {
  let sum = 0;
  for (let i = 0; i < count; i += 1000) {
    for (const item of (await looped.evaluate({ items: cases })).result.items) sum += item.row;
  }

  return sum;
});
