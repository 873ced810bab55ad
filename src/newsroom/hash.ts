/**
 * A short name for a text, the same for good: FNV-1a of its UTF-8 bytes, 64 bits (RFC 9923), as 16 hexadecimal digits. It tells texts
 * apart and hides nothing.
 */
export function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
