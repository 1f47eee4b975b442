/**
 * The corrections as a unified diff from the file as taken in to the file as it would be written now, which both
 * `git apply` and `patch -p1` take: three lines of context, and bytes in the file's own encoding and with its own line
 * ends. Works on bytes, since for both programs a line ends at the byte 0x0A whatever else stands there.
 */
import { Refusal } from '../refusals.ts'
import { type Change, differenceOf } from '../story/difference.ts'
import type { Codec, WriteOptions } from './codec.ts'
import type { View } from './edition.ts'
import { ENCODING_NAMES, encode } from './encodings.ts'
import { type TextManuscript, txt } from './txt.ts'

/** Writes no bytes when nothing changed; a new file when there is no source. Refuses UTF-16: to git that is binary. */
export const patch = {
  format: 'patch',
  extension: '.patch',
  views: ['now', 'accepted'] as readonly View[],
  write(manuscript: TextManuscript, options: WriteOptions = {}) {
    const { form, name, source } = manuscript
    const target = options.encoding ?? form.encoding
    for (const encoding of source ? [form.encoding, target] : [target]) {
      if (!encoding.startsWith('utf-16')) continue
      const message = `A patch cannot be made for a ${ENCODING_NAMES[encoding]} file. Export the text itself (txt) instead.`
      throw new Refusal('unsupported', message)
    }
    const { bytes, losses } = txt.write(manuscript, options)
    return {
      bytes: fromByteString(unifiedDiff(name, source && byteString(source), byteString(bytes))),
      mediaType: `text/x-diff; charset=${target}`,
      losses,
    }
  },
} satisfies Codec

const CONTEXT = 3

/** One character is one byte here; `was` is null for a file that is new. */
function unifiedDiff(name: string, was: string | null, now: string): string {
  if (was === now) return ''
  if (name === '' || name === '.' || name === '..' || name.includes('/')) {
    throw new Error(`patch: a file name is wanted, not ${JSON.stringify(name)}`)
  }
  const header =
    was === null
      ? `diff --git ${quoted('a', name)} ${quoted('b', name)}\nnew file mode 100644\n`
      : `diff --git ${quoted('a', name)} ${quoted('b', name)}\n`
  const wasLines = linesOf(was ?? '')
  const nowLines = linesOf(now)
  const changes = differenceOf(wasLines, nowLines)
  if (changes.length === 0) return header
  // The TAB ends a name with a space in it for GNU patch, and git writes it so too.
  const tab = name.includes(' ') ? '\t' : ''
  const files = `--- ${was === null ? '/dev/null' : quoted('a', name) + tab}\n+++ ${quoted('b', name)}${tab}\n`
  return (
    header +
    files +
    hunksOf(changes)
      .map((hunk) => hunkText(hunk, wasLines, nowLines))
      .join('')
  )
}

/** Changes whose contexts would touch belong to one hunk: git refuses hunks that overlap. */
function hunksOf(changes: readonly Change[]): Change[][] {
  const hunks: Change[][] = []
  for (const change of changes) {
    const last = hunks.at(-1)
    if (last && change.wasFrom - last.at(-1)!.wasTo <= CONTEXT * 2) last.push(change)
    else hunks.push([change])
  }
  return hunks
}

function hunkText(changes: readonly Change[], was: readonly string[], now: readonly string[]): string {
  const [first, last] = [changes[0]!, changes.at(-1)!]
  const before = Math.min(CONTEXT, first.wasFrom)
  const after = Math.min(CONTEXT, was.length - last.wasTo)
  const wasRange = range(first.wasFrom - before, last.wasTo + after)
  const nowRange = range(first.nowFrom - before, last.nowTo + after)
  let body = ''
  let at = first.wasFrom - before
  for (const { wasFrom, wasTo, nowFrom, nowTo } of changes) {
    body += printed(' ', was, at, wasFrom) + printed('-', was, wasFrom, wasTo) + printed('+', now, nowFrom, nowTo)
    at = wasTo
  }
  return `@@ -${wasRange} +${nowRange} @@\n${body}${printed(' ', was, at, last.wasTo + after)}`
}

/** Lines count from 1; an empty range names the line before it. */
function range(from: number, to: number): string {
  return `${to > from ? from + 1 : from},${to - from}`
}

function printed(sign: string, lines: readonly string[], from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at += 1) {
    const line = lines[at]!
    text += line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`
  }
  return text
}

function linesOf(bytes: string): string[] {
  return bytes.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** As git writes names: between quotes, with C escapes, when there is anything but plain ASCII in them. */
function quoted(side: 'a' | 'b', name: string): string {
  const bytes = byteString(encode(name, 'utf-8'))
  if (!/[^\x20-\x7e]|["\\]/.test(bytes)) return `${side}/${name}`
  const escaped = bytes.replace(/[^\x20-\x7e]|["\\]/g, (byte) =>
    byte === '"' || byte === '\\' ? `\\${byte}` : `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`,
  )
  return `"${side}/${escaped}"`
}

function byteString(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

function fromByteString(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}
