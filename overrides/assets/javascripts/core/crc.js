// The checksum of a text, as zlib's crc32 in Python. Other scripts take this one in where they name it.

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});
/** @type {(text: string) => string} */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const checksum = text => {
  let sum = -1;
  for (const byte of new TextEncoder().encode(text)) sum = CRC[(sum ^ byte) & 255] ^ (sum >>> 8);
  return (~sum >>> 0).toString(16);
};
