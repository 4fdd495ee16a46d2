// The checks that a draw of subjects and a matching share: announcement hash, commitments, beacons, seed.

import { fromHex, hex } from "./bytes.mjs";
import { firstDifference } from "./checks.mjs";
import { commitment, seedOf } from "./srd1.mjs";

/** The announcement's bytes against the hashes that the result files state. */
export function announcementHash(checks, name, notice, stating) {
  const stated = stating.filter(file => file !== null).map(file => file.announcementHash);
  if (notice === null || stated.length === 0) return checks.notRun(name);
  const computed = hex(notice.announcementHash);
  checks.same(name, stated.find(hash => hash !== computed) ?? computed, computed);
}

/** The secrets against the commitments, then the seed; gives the recomputed seed, or null. */
export function seedChecks(checks, prefix, notice, root, count, reveal) {
  if (notice === null || reveal === null) {
    checks.notRun(prefix + "commitments", prefix + "beacons", prefix + "seed");
    return null;
  }
  const { secrets, beacons } = reveal;
  const isSealed = notice.sealed !== null && (secrets[notice.sealed - 1] ?? null) === null;
  checks.noDifference(prefix + "commitments", firstDifference(notice.commitments, secrets.map((secret, i) => (
    secret !== null ? (secret.length === 32 ? hex(commitment(notice.hash, secret)) : `${secret.length} bytes`)
    : isSealed && i === notice.sealed - 1 ? notice.commitments[i]
    : "null"))));
  const enough = checks.same(prefix + "beacons", notice.beacons.length, beacons.length);
  if (isSealed && reveal.seed === null) checks.withheld(prefix + "seed");
  else if (!enough || secrets.includes(null)) checks.notRun(prefix + "seed");
  else {
    try {
      if (secrets.length === 0) throw new Error("no secret");
      for (const secret of secrets) if (secret.length !== 32) throw new Error(`a secret of ${secret.length} bytes`);
      const seed = seedOf(notice.hash, { announcementHash: notice.announcementHash, root: fromHex(root), count, secrets, beacons });
      checks.same(prefix + "seed", hex(seed), reveal.seed);
      return seed;
    } catch (fault) {
      checks.add(prefix + "seed", false, fault.message, reveal.seed);
    }
  }
  return null;
}
