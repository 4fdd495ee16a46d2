// The tree of RFC 9162 over leaf hashes that stand 32 bytes each in one array.

import { compareBytes, concat } from "./bytes.mjs";

const NODE = 1;

/** Root of the tree; H("") when there is no leaf. */
export function merkleRoot(hash, leaves) {
  let count = leaves.length / 32;
  if (count === 0) return hash(new Uint8Array(0));

  // Level by level: a last node without a partner moves up as it is. That is the split at the largest power of two.
  const level = leaves.slice();
  const pair = new Uint8Array(65);
  pair[0] = NODE;
  while (count > 1) {
    const pairs = count >> 1;
    for (let i = 0; i < pairs; i++) {
      for (let j = 0; j < 64; j++) pair[1 + j] = level[64 * i + j];
      hash.into(pair, level, 32 * i);
    }
    if (count % 2 === 1) level.copyWithin(32 * pairs, 32 * (count - 1), 32 * count);
    count = pairs + (count % 2);
  }
  return level.slice(0, 32);
}

/** The path of a leaf, from the leaf to the root. */
export function merklePath(hash, leaves, index) {
  const count = leaves.length / 32;
  if (count <= 1) return [];
  const split = largestPowerBelow(count);
  const [left, right] = [leaves.subarray(0, 32 * split), leaves.subarray(32 * split)];
  return index < split
    ? [...merklePath(hash, left, index), merkleRoot(hash, right)]
    : [...merklePath(hash, right, index - split), merkleRoot(hash, left)];
}

/** Whether a path leads from a leaf at an index among a number of leaves to a root. */
export function isOnPath(hash, { index, count, leaf, path, root }) {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < count)) return false;
  let [node, at, last] = [leaf, index, count - 1];
  for (const other of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      node = hash(concat(Uint8Array.of(NODE), other, node));
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else {
      node = hash(concat(Uint8Array.of(NODE), node, other));
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && compareBytes(node, root) === 0;
}

function largestPowerBelow(count) {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
