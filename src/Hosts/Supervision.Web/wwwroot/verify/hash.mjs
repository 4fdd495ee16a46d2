// SHA-256 (FIPS 180-4) and SM3 (GB/T 32905-2016) in plain JavaScript. Both pad in the same way and keep eight words.

import { concat, hex, utf8 } from "./bytes.mjs";

const SHA256_START = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

const SHA256_K = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2]);

const SM3_START = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];

const w = new Int32Array(68);

function sha256Block(state, bytes, at) {
  readWords(bytes, at);
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15], y = w[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + SHA256_K[i] + w[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + t1) | 0;
    d = c; c = b; b = a; a = (t1 + t2) | 0;
  }
  state[0] += a; state[1] += b; state[2] += c; state[3] += d;
  state[4] += e; state[5] += f; state[6] += g; state[7] += h;
}

function sm3Block(state, bytes, at) {
  readWords(bytes, at);
  for (let i = 16; i < 68; i++) {
    const x = w[i - 16] ^ w[i - 9] ^ rotate(w[i - 3], 15);
    w[i] = x ^ rotate(x, 15) ^ rotate(x, 23) ^ rotate(w[i - 13], 7) ^ w[i - 6];
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const early = i < 16;
    const a12 = rotate(a, 12);
    const ss1 = rotate((a12 + e + rotate(early ? 0x79cc4519 : 0x7a879d8a, i & 31)) | 0, 7);
    const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = early ? e ^ f ^ g : (e & f) | (~e & g);
    const t1 = (ff + d + (ss1 ^ a12) + (w[i] ^ w[i + 4])) | 0;
    const t2 = (gg + h + ss1 + w[i]) | 0;
    d = c; c = rotate(b, 9); b = a; a = t1;
    h = g; g = rotate(f, 19); f = e; e = t2 ^ rotate(t2, 9) ^ rotate(t2, 17);
  }
  state[0] ^= a; state[1] ^= b; state[2] ^= c; state[3] ^= d;
  state[4] ^= e; state[5] ^= f; state[6] ^= g; state[7] ^= h;
}

const rotate = (x, n) => (n === 0 ? x : (x << n) | (x >>> (32 - n)));

function readWords(bytes, at) {
  for (let i = 0; i < 16; i++, at += 4) {
    w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
  }
}

/** A hash function H(message) → 32 bytes, with `into(message, out, at)`, which writes them and allocates nothing. */
function hashFunction(name, start, block) {
  const state = new Int32Array(8);
  const tail = new Uint8Array(128);
  function into(message, out, at) {
    state.set(start);
    const length = message.length;
    const whole = length - (length % 64);
    for (let i = 0; i < whole; i += 64) block(state, message, i);

    // The rest of the message, one bit, zeros, and the length in bits as a 64-bit integer.
    tail.fill(0);
    for (let i = whole; i < length; i++) tail[i - whole] = message[i];
    tail[length - whole] = 0x80;
    const end = length - whole < 56 ? 64 : 128;
    let bits = length * 8;
    for (let i = end - 1; bits > 0; i--, bits = Math.floor(bits / 256)) tail[i] = bits % 256;
    for (let i = 0; i < end; i += 64) block(state, tail, i);

    for (let i = 0; i < 8; i++, at += 4) {
      const word = state[i];
      out[at] = word >>> 24;
      out[at + 1] = word >>> 16;
      out[at + 2] = word >>> 8;
      out[at + 3] = word;
    }
  }
  const hash = message => {
    const out = new Uint8Array(32);
    into(message, out, 0);
    return out;
  };
  return Object.freeze(Object.assign(hash, { into, kind: name }));
}

export const sha256 = hashFunction("sha256", SHA256_START, sha256Block);
export const sm3 = hashFunction("sm3", SM3_START, sm3Block);

/** The hash function of a name as JSON files (`sha256`) or announcements (`sha-256`) have it. */
export function hashNamed(name) {
  if (name === "sha256" || name === "sha-256") return sha256;
  if (name === "sm3") return sm3;
  throw new Error(`unknown hash function: ${name}`);
}

/** HMAC with either function (RFC 2104). */
export function hmac(hash, key, message) {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? hash(key) : key);
  return hash(concat(block.map(b => b ^ 0x5c), hash(concat(block.map(b => b ^ 0x36), message))));
}

/** H of a text, in hex. */
export const hashText = (hash, value) => hex(hash(utf8(value)));
