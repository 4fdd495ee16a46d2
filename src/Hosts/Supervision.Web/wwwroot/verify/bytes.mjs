// Bytes, text and integers, as SRD-1 writes them: everything big-endian, byte strings compared as unsigned bytes.

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** UTF-8 bytes of a text. */
export const utf8 = text => encoder.encode(text);

/** The text of UTF-8 bytes; throws when they are not UTF-8. A byte order mark stays in the text. */
export const text = bytes => decoder.decode(bytes);

/** Lower-case hex. */
export function hex(bytes) {
  let out = "";
  for (const byte of bytes) out += (byte < 16 ? "0" : "") + byte.toString(16);
  return out;
}

/** Bytes of a hex text of either case; throws on anything else. */
export function fromHex(value) {
  if (typeof value !== "string" || value.length % 2 !== 0 || /[^0-9a-fA-F]/.test(value)) {
    throw new Error(`not hex: ${String(value).slice(0, 80)}`);
  }
  return Uint8Array.from({ length: value.length / 2 }, (_, i) => parseInt(value.slice(2 * i, 2 * i + 2), 16));
}

/** All parts in a row. */
export function concat(...parts) {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** An unsigned integer in a fixed number of bytes; throws when it does not fit. */
export function uint(value, size) {
  const out = new Uint8Array(size);
  let rest = BigInt(value);
  for (let i = size - 1; i >= 0; i--) {
    out[i] = Number(rest & 255n);
    rest >>= 8n;
  }
  if (rest !== 0n) throw new Error(`${value} does not fit into ${size} bytes`);
  return out;
}

/** u8(length) ‖ bytes. */
export const lp8 = bytes => concat(uint(bytes.length, 1), bytes);

/** T(s): the ASCII text and a zero byte. */
export const tag = name => concat(utf8(name), new Uint8Array(1));

/** The first 8 bytes as an integer. */
export function top64(bytes) {
  let value = 0n;
  for (let i = 0; i < 8; i++) value = (value << 8n) | BigInt(bytes[i]);
  return value;
}

/** Order of byte strings: unsigned, the shorter prefix first. */
export function compareBytes(a, b) {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (a[i] !== b[i]) return a[i] - b[i];
  }
  return a.length - b.length;
}

/** Order of two texts by their UTF-8 bytes, which is the order of their code points (not of their UTF-16 units). */
export function compareText(a, b) {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  let i = 0;
  while (i < length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i === length) return a.length - b.length;
  // A surrogate stands for a code point above U+FFFF, hence above every other unit.
  const rank = unit => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
  return rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
}

/** Order of numbers or big integers. */
export const compareNumbers = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
