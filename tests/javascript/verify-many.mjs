// node verify-many.mjs DIR: verifies each folder of DIR, and each proof in it; prints {name: [first failure, every check
// that did not pass…]}.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { verifyBundle } from "../../src/Hosts/Supervision.Web/wwwroot/verify/bundle.mjs";
import { verifyProof } from "../../src/Hosts/Supervision.Web/wwwroot/verify/subject.mjs";

const [root] = process.argv.slice(2);
const out = {};
for (const name of readdirSync(root)) {
  const path = join(root, name);
  const open = file => (existsSync(join(path, file)) ? readFileSync(join(path, file)) : null);
  const report = statSync(path).isDirectory() ? await verifyBundle(open) : proof(readFileSync(path));
  out[name] = [
    ...(report.reason === null ? [] : [report.reason]),
    ...report.checks.filter(check => check.status !== "passed").map(check => `${check.name} ${check.status}`),
    ...("drawn" in report ? [String(report.drawn)] : [])];
}
console.log(JSON.stringify(out));

function proof(bytes) {
  try {
    return verifyProof(bytes);
  } catch {
    return { reason: "unreadable", checks: [] };
  }
}
