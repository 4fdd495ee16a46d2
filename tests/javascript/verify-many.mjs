// node verify-many.mjs DIR: verifies each folder of DIR; prints {folder: [first failure, every check that did not pass…]}.

import { readdirSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { verifyBundle } from "../../src/Hosts/Supervision.Web/wwwroot/verify/bundle.mjs";

const [root] = process.argv.slice(2);
const out = {};
for (const folder of readdirSync(root)) {
  const open = file => (existsSync(join(root, folder, file)) ? readFileSync(join(root, folder, file)) : null);
  const report = await verifyBundle(open);
  out[folder] = [
    ...(report.reason === null ? [] : [report.reason]),
    ...report.checks.filter(check => check.status !== "passed").map(check => `${check.name} ${check.status}`)];
}
console.log(JSON.stringify(out));
