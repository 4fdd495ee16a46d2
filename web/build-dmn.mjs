// Writes the drawing of DMN (dmn-js) from web/dmn into a folder, by default the host's wwwroot/js/dmn, with its licence beside it; the same input
// gives the same bytes. A test builds it elsewhere and compares.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, '../src/Hosts/Supervision.Web/wwwroot/js/dmn');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const common = { bundle: true, minify: true, charset: 'utf8', legalComments: 'linked', absWorkingDir: here, outdir: out };
buildSync({ ...common, format: 'esm', target: 'es2022', entryPoints: { dmn: 'dmn/main.mjs' } });
buildSync({ ...common, entryPoints: { dmn: 'dmn/dmn.css' }, loader: { '.eot': 'dataurl', '.svg': 'dataurl' } }); // older forms of its font
copyFileSync(join(here, 'node_modules/dmn-js/LICENSE'), join(out, 'dmn-js.LICENSE.txt'));
