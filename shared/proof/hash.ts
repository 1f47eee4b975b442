/** A short name for a text: 53 bits in base 36. Stable for ever, as dismissals are kept under it; not for secrets. */

/** The same for the same parts in the same order; parts are told apart (`['a', 'bc']` is not `['ab', 'c']`). */
export function hash(...parts: readonly string[]): string {
  let high = 0x2f6a5e78
  let low = 0x7794db23
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 1) {
      const unit = part.charCodeAt(at)
      high = Math.imul(high ^ unit, 0x9e3779b1)
      low = Math.imul(low ^ unit, 0x5f356495)
    }
    high = Math.imul(high ^ 0x1ffff, 0x9e3779b1)
    low = Math.imul(low ^ 0x1ffff, 0x5f356495)
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
  return ((high & 0x1fffff) * 0x100000000 + (low >>> 0)).toString(36)
}
