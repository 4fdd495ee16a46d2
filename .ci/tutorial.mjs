// Follows a tutorial literally in an empty folder: node .ci/tutorial.mjs docs/tutorial.md FEED
// A block after a line that ends in "`NAME`:" becomes that file; bash blocks run; each line of a text block must be in the output before it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [page, feed] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'tutorial-'));
const env = { ...process.env, FEED: resolve(feed), NUGET_PACKAGES: join(folder, '.packages'), LANG: 'en_US.UTF-8', LC_ALL: 'C.UTF-8' };
const started = Date.now();
let files = 0, commands = 0, checks = 0, output = '';
try {
  const lines = readFileSync(page, 'utf8').split('\n');
  for (let at = 0; at < lines.length; at++) {
    const kind = /^```(\w+)$/.exec(lines[at])?.[1];
    if (!kind) continue;
    const end = lines.indexOf('```', at + 1);
    const block = lines.slice(at + 1, end).join('\n') + '\n';
    const before = lines.slice(0, at).findLast(line => line.trim().length > 0);
    const name = /`([\w.-]+)`[:：]$/.exec(before)?.[1];
    if (name) {
      writeFileSync(join(folder, name), block);
      files++;
    } else if (kind === 'bash') {
      output = execFileSync('bash', ['-euo', 'pipefail', '-c', block], { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
      commands += block.trim().split('\n').length;
    } else if (kind === 'text') {
      for (const line of block.trim().split('\n')) {
        if (!output.includes(line)) throw new Error(`${page}: line ${at + 1}: the output lacks "${line}":\n${output}`);
        checks++;
      }
    } else {
      throw new Error(`${page}: line ${at + 1}: a ${kind} block without a file name before it`);
    }
    at = end;
  }
  if (commands === 0 || checks === 0) throw new Error(`${page}: nothing was run or nothing was checked`);
  console.log(`${page}: ${files} files, ${commands} commands, ${checks} lines of output as written, ${((Date.now() - started) / 1000).toFixed(0)} s`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
