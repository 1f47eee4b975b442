/** Zips: what is written is what a zip program unpacks, and what is read never is more than it may be. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Zip } from '../../../../shared/codecs/zip/read-zip.ts'
import { writeZip } from '../../../../shared/codecs/zip/write-zip.ts'
import { rawZip, swollen } from '../raw-zip.ts'

const words = (text: string) => new TextEncoder().encode(text)
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const LIMITS = { entries: 10, unpacked: 20 * 1024 * 1024 }

describe('writing', () => {
  const parts = [
    { name: 'mimetype', bytes: words('application/x'), stored: true },
    { name: 'b/long.txt', bytes: words('long '.repeat(9999)) },
    { name: 'a.txt', bytes: words('') },
  ]

  test('keeps the order, stores what is to be stored, and is the same in every time zone', () => {
    const bytes = writeZip(parts)
    expect(new Zip(bytes).names).toEqual(['mimetype', 'b/long.txt', 'a.txt'])
    expect(text(bytes.subarray(30, 30 + 8 + 13))).toBe('mimetypeapplication/x')
    const zone = process.env.TZ
    try {
      process.env.TZ = 'Pacific/Kiritimati'
      expect(writeZip(parts)).toEqual(bytes)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  test('makes what unzip finds whole', () => {
    const folder = mkdtempSync(join(tmpdir(), 'galley-zip-'))
    try {
      writeFileSync(join(folder, 'x.zip'), writeZip(parts))
      execFileSync('unzip', ['-q', 'x.zip'], { cwd: folder })
      expect(readFileSync(join(folder, 'b/long.txt'), 'utf8')).toBe('long '.repeat(9999))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('refuses two parts of one name', () => {
    expect(() => writeZip([parts[0]!, parts[0]!])).toThrow('two parts')
  })
})

describe('reading', () => {
  test('gives each part whole', () => {
    const zip = new Zip(
      writeZip([
        { name: 'a', bytes: words('one') },
        { name: 'b', bytes: words('two '.repeat(99_999)), stored: true },
      ]),
    )
    expect([text(zip.bytesOf('a')), text(zip.bytesOf('b')), zip.has('c')]).toEqual([
      'one',
      'two '.repeat(99_999),
      false,
    ])
  })

  test('stops while it unpacks, at the limit of all parts together', () => {
    const zip = new Zip(rawZip([{ ...swollen('', 'x', 3), name: 'a' }]), LIMITS)
    let unpacked = 0
    const take = (piece: Uint8Array) => {
      unpacked += piece.length
    }
    zip.unpack('a', take)
    expect(unpacked).toBe(3 * 1024 * 1024)
    const big = new Zip(rawZip([...'abcdefgh'].map((name) => ({ ...swollen('', 'x', 3), name }))), LIMITS)
    unpacked = 0
    expect(() => {
      for (const name of big.names) big.unpack(name, take)
    }).toThrow('Far more is packed')
    expect(unpacked).toBeLessThanOrEqual(LIMITS.unpacked)
  })

  test('stops at a part that swells more than words do', () => {
    const zip = new Zip(rawZip([{ ...swollen('', 'x', 15), name: 'a' }]), LIMITS)
    let unpacked = 0
    const take = (piece: Uint8Array) => {
      unpacked += piece.length
    }
    expect(() => zip.unpack('a', take)).toThrow('Far more is packed')
    expect(unpacked).toBeLessThan(8 * 1024 * 1024)
  })

  test('believes no size, sum or name that is not so', () => {
    const packed = words('words')
    const damaged = (part: object) => {
      const zip = new Zip(rawZip([{ name: 'a', packed, ...part }]))
      expect(() => zip.bytesOf('a')).toThrow('damaged')
    }
    damaged({ size: 4 })
    damaged({ size: 6 })
    damaged({ crc: 1 })
    damaged({ localName: 'b' })
    damaged({ method: 8 })
    expect(text(new Zip(rawZip([{ name: 'a', packed }])).bytesOf('a'))).toBe('words')
  })

  test('of parts that lie over each other gives one, since each has its own name where it lies', () => {
    const zip = new Zip(
      rawZip([
        { name: 'a', packed: words('x') },
        { name: 'b', packed: words('x'), over: 'a' },
      ]),
    )
    expect(() => zip.bytesOf('b')).toThrow('damaged')
  })

  test('throws what its taker throws', () => {
    const zip = new Zip(writeZip([{ name: 'a', bytes: words('long '.repeat(999)) }]))
    const taking = () =>
      zip.unpack('a', () => {
        throw new RangeError('mine')
      })
    expect(taking).toThrow(new RangeError('mine'))
  })
})
