// Writes the drawing of DMN (dmn-js) from web/dmn into a folder, by default the host's wwwroot/js/dmn, with its licence beside it; the same input
// gives the same bytes. A test builds it elsewhere and compares.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import zh from './dmn/zh.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, '../src/Hosts/Supervision.Web/wwwroot/js/dmn');
// A new edition of dmn-js may say more: no English is left on the page in Chinese.
const said = readdirSync(join(here, 'node_modules')).filter(name => name.startsWith('dmn-js-')).map(name => join(here, 'node_modules', name, 'lib'))
  .flatMap(folder => readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.js')).map(name => readFileSync(join(folder, name), 'utf8'))).flatMap(code =>
  [...code.matchAll(/translate\(\s*'([^']+)'/g), ...code.matchAll(/^ {2}(?:label|explanation): '([^']+)'/gm)].map(([, text]) => text));
const missing = [...new Set(said)].filter(text => !(text in zh));
if (said.length === 0 || missing.length > 0) throw new Error(`web/dmn/zh.mjs has no words for: ${missing.join(', ')}`);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const common = { bundle: true, minify: true, charset: 'utf8', legalComments: 'linked', absWorkingDir: here, outdir: out };
buildSync({ ...common, format: 'esm', target: 'es2022', entryPoints: { dmn: 'dmn/main.mjs' } });
buildSync({ ...common, entryPoints: { dmn: 'dmn/dmn.css' }, loader: { '.eot': 'dataurl', '.svg': 'dataurl' } }); // older forms of its font
copyFileSync(join(here, 'node_modules/dmn-js/LICENSE'), join(out, 'dmn-js.LICENSE.txt'));
