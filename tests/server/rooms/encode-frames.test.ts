import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { expect, it } from 'vitest'
import { syncFrame } from '../../../server/rooms/encode-frames.ts'
import { MESSAGE, SYNC } from '../../../shared/wire/frames.ts'

it('writes a sync frame as y-protocols does, around every length at which its prefix grows', () => {
  for (const length of [0, 1, 127, 128, 129, 16_383, 16_384, 2_097_151, 2_097_152]) {
    const payload = Uint8Array.from({ length: Math.min(length, 20_000) }, (_, index) => index)
    const whole = new Uint8Array(length)
    whole.set(payload)
    const encoder = createEncoder()
    writeVarUint(encoder, MESSAGE.sync)
    writeVarUint(encoder, SYNC.step2)
    writeVarUint8Array(encoder, whole)
    expect(Buffer.compare(syncFrame(SYNC.step2, whole), toUint8Array(encoder)), String(length)).toBe(0)
  }
})
