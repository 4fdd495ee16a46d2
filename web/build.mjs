// Writes the officer's phone (/m/) from web/phone into a folder, by default the host's wwwroot; the same input gives the same bytes.
// A test builds it elsewhere and compares. Texts come from the host's resources, so that they have one home and one test.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const host = join(here, '../src/Hosts/Supervision.Web');
const out = process.argv[2] ?? join(host, 'wwwroot/m');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const common = { bundle: true, minify: true, format: 'esm', target: 'es2022', charset: 'utf8', legalComments: 'linked', absWorkingDir: here };
buildSync({
  ...common, entryPoints: { phone: 'phone/main.ts' }, outdir: out, splitting: true, chunkNames: '[name]-[hash]',
  // As one string: an object would become a file of its own, which the phone would have to fetch before it can begin.
  define: { TEXTS: JSON.stringify(JSON.stringify({ zh: texts('Texts.resx'), en: texts('Texts.en.resx') })) },
});
buildSync({ ...common, entryPoints: ['phone/phone.css'], outdir: out });
for (const name of ['index.html', 'manifest.webmanifest', 'icon.svg']) {
  copyFileSync(join(here, 'phone', name), join(out, name));
}

// The service worker knows the other files by name, and by their content when it has to fetch them anew.
const files = readdirSync(out).filter(name => !name.endsWith('.txt')).sort();
const version = createHash('sha256');
for (const name of files) {
  version.update(name).update(readFileSync(join(out, name)));
}
buildSync({
  ...common, format: 'iife', entryPoints: { sw: 'phone/service-worker.ts' }, outdir: out,
  define: { VERSION: JSON.stringify(version.digest('hex').slice(0, 16)), FILES: JSON.stringify(files.map(name => (name === 'index.html' ? './' : name))) },
});

function texts(name) {
  const resources = readFileSync(join(host, 'Resources', name), 'utf8');
  const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return Object.fromEntries([...resources.matchAll(/<data name="m\.([^"]+)"[^>]*>\s*<value>([^<]*)<\/value>/g)]
    .map(([, key, value]) => [key, value.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity) => entities[entity])]));
}
