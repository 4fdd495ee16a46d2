// Where the module under test, the published vectors and the bundles are.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

export const inRepository = (...parts) => join(repository, ...parts);

/** A file of the shared folder, or null on a machine without it; where CI is set that is an error. */
export function shared(...parts) {
  const path = join(process.env.SUPERVISION_SHARED ?? join(dirname(repository), "shared"), ...parts);
  if (existsSync(path)) return path;
  if (process.env.CI) throw new Error(`SHARED DATA ABSENT: ${path}`);
  return null;
}

export const json = path => JSON.parse(readFileSync(path, "utf8"));
