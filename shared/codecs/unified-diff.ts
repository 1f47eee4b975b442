/**
 * Unified diffs that both git and GNU patch take: three lines of context, and names as git quotes them. Works on strings in
 * which one character is one byte, since for both programs a line ends at the byte 0x0A whatever else stands there.
 */
import { type Change, differenceOf } from '../story/difference.ts'
import { encode } from './encodings.ts'

const CONTEXT = 3

/** `was` is null for a file that is new. "" where nothing changed. Throws for a name that is a path. */
export function unifiedDiff(name: string, was: string | null, now: string): string {
  if (was === now) return ''
  const [wasLines, nowLines] = [linesOf(was ?? ''), linesOf(now)]
  return diffOf(name, was === null, differenceOf(wasLines, nowLines), wasLines, nowLines)
}

/** The same for changes that are known, between lines with their ends; in order, and none touching another. */
export function diffOf(
  name: string,
  isNew: boolean,
  changes: readonly Change[],
  was: readonly string[],
  now: readonly string[],
): string {
  if (name === '' || name === '.' || name === '..' || name.includes('/')) {
    throw new Error(`patch: a file name is wanted, not ${JSON.stringify(name)}`)
  }
  const header = `diff --git ${quoted('a', name)} ${quoted('b', name)}\n${isNew ? 'new file mode 100644\n' : ''}`
  if (changes.length === 0) return header
  // The TAB ends a name with a space in it for GNU patch, and git writes it so too.
  const tab = name.includes(' ') ? '\t' : ''
  const files = `--- ${isNew ? '/dev/null' : quoted('a', name) + tab}\n+++ ${quoted('b', name)}${tab}\n`
  return (
    header +
    files +
    hunksOf(changes)
      .map((hunk) => hunkText(hunk, was, now))
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

/** With their ends; the last may have none. */
export function linesOf(bytes: string): string[] {
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

/** One character a byte. */
export function byteString(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

export function fromByteString(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}
