/** CRC-32 beside every stored byte string, so that a flipped or torn byte is told and never served as text. */
import { crc32 } from 'node:zlib'
import { DamagedError } from './storage.ts'

export function checksumOf(...parts: Uint8Array[]): number {
  let sum = 0
  for (const part of parts) sum = crc32(part, sum)
  return sum
}

/** Throws DamagedError, saying what is hurt, when the parts are not what was stored. */
export function verify(what: string, checksum: number, ...parts: Uint8Array[]): void {
  if (checksumOf(...parts) !== Number(checksum)) throw new DamagedError(`Stored bytes are damaged: ${what}.`)
}
