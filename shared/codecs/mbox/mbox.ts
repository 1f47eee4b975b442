/**
 * One mail per correction: a series of patches that leads from the file as taken in to the file as it would be written now,
 * each by its author, with what it is for. `git am --keep-cr` makes one commit of each; `git apply` and `patch -p1` take the
 * whole file. Changes that touch each other in the text and cannot be told apart are one mail.
 */
import type { Change } from '../../story/difference.ts'
import type { Codec } from '../codec.ts'
import type { Edition, View } from '../edition.ts'
import { decode } from '../encodings.ts'
import type { Loss } from '../loss.ts'
import { lossOf } from '../losses.ts'
import { refuseWide } from '../patch.ts'
import { txt } from '../txt.ts'
import { byteString, diffOf, fromByteString, linesOf, unifiedDiff } from '../unified-diff.ts'
import { type Block, blocksOf, type Correction, correctionsOf } from './corrections.ts'
import { type Mail, mailText } from './mail.ts'

/** Writes no bytes when nothing changed; one mail with the new file when there is no source. Refuses UTF-16 as `patch` does. */
export const mbox: Codec = {
  format: 'mbox',
  extension: '.mbox',
  views: ['now', 'accepted'] as readonly View[],
  write(manuscript, options = {}) {
    const { form, name, source, edition, record } = manuscript
    refuseWide(manuscript, options)
    const { bytes, losses } = txt.write(manuscript, options)
    const [was, now] = [source && byteString(source), byteString(bytes)]
    const corrections = correctionsOf(edition, record)
    const wordsIn = (part: string) => decode(fromByteString(part), form.encoding)
    const isWhole = was === null || (options.encoding ?? form.encoding) !== form.encoding
    const mails = isWhole
      ? [{ diff: unifiedDiff(name, was, now), correction: null }].filter(({ diff }) => diff !== '')
      : series(name, was, blocksOf(was, now, corrections, wordsIn), corrections)
    const people = [...edition.people.keys()]
    const text = mails.map(({ diff, correction }, index) =>
      mailText({
        ...(correction ? told(correction, people) : nobodys(edition)),
        ...{ diff, nth: index + 1, of: mails.length },
      }),
    )
    // No charset: the patches are in the encoding of the story, what is said about them in UTF-8.
    return {
      bytes: fromByteString(text.join('')),
      mediaType: 'application/mbox',
      losses: isWhole ? losses : [...losses.filter(({ kind }) => kind !== 'reasons'), ...repliesLeftOut(edition)],
    }
  },
}

/** A mail says why, and not what others said of it. */
function repliesLeftOut({ view, suggestions }: Edition): Loss[] {
  const open = view === 'accepted' ? suggestions.filter(({ status }) => status === 'open') : []
  const answered = open.filter(({ replies }) => replies.length > 0).length
  const say = (subject: string) => `The replies to ${subject} are not in this file.`
  return lossOf('replies', answered, 'suggestion', 'suggestions', say)
}

interface Step {
  diff: string
  /** null = nobody can be named. */
  correction: Correction | null
}

/** Each diff is made on what the ones before it left. In order of time; what nobody can be named for comes last. */
function series(name: string, was: string, blocks: readonly Block[], corrections: readonly Correction[]): Step[] {
  const wasLines = linesOf(was)
  const used = new Set(blocks.flatMap(({ pieces }) => pieces.flatMap(({ correction }) => correction ?? [])))
  const order = [...used].sort((one, other) => place(one, corrections) - place(other, corrections) || one - other)
  const done = new Set<number>()
  let [before, lines] = [blocks.map((block) => linesIn(block, done)), wasLines]
  return order.map((index) => {
    done.add(index)
    const after = blocks.map((block, nth) =>
      block.pieces.some(({ correction }) => correction === index) ? linesIn(block, done) : (before[nth] ?? []),
    )
    const changes: Change[] = []
    let shift = 0
    let grown = 0
    for (const [nth, { from, to }] of blocks.entries()) {
      const [had, has] = [before[nth] ?? [], after[nth] ?? []]
      const change = trimmed(had, has)
      if (change) {
        const [wasAt, nowAt] = [from + shift, from + shift + grown]
        changes.push({
          wasFrom: wasAt + change.wasFrom,
          wasTo: wasAt + change.wasTo,
          nowFrom: nowAt + change.nowFrom,
          nowTo: nowAt + change.nowTo,
        })
      }
      shift += had.length - (to - from)
      grown += has.length - had.length
    }
    const next = withBlocks(wasLines, blocks, after)
    const diff = diffOf(name, false, changes, lines, next)
    before = after
    lines = next
    return { diff, correction: corrections[index] ?? null }
  })
}

function place(index: number, corrections: readonly Correction[]): number {
  return index < 0 ? Number.MAX_SAFE_INTEGER : Date.parse(corrections[index]?.at ?? '') || 0
}

function linesIn({ pieces }: Block, done: ReadonlySet<number>): string[] {
  return linesOf(
    pieces.map(({ was, now, correction }) => (correction !== null && done.has(correction) ? now : was)).join(''),
  )
}

function withBlocks(lines: readonly string[], blocks: readonly Block[], texts: readonly string[][]): string[] {
  const out: string[] = []
  let at = 0
  for (const [nth, { from, to }] of blocks.entries()) {
    for (; at < from; at += 1) out.push(lines[at] ?? '')
    out.push(...(texts[nth] ?? []))
    at = to
  }
  for (; at < lines.length; at += 1) out.push(lines[at] ?? '')
  return out
}

/** Without the lines that are the same at both ends; null where all are. */
function trimmed(was: readonly string[], now: readonly string[]): Change | null {
  let from = 0
  while (from < was.length && from < now.length && was[from] === now[from]) from += 1
  let end = 0
  while (end < Math.min(was.length, now.length) - from && was.at(-1 - end) === now.at(-1 - end)) end += 1
  const change = { wasFrom: from, wasTo: was.length - end, nowFrom: from, nowTo: now.length - end }
  return change.wasTo > from || change.nowTo > from ? change : null
}

type Told = Omit<Mail, 'diff' | 'nth' | 'of'>

function told({ by, at, before, after, tag, reason, decided }: Correction, people: readonly string[]): Told {
  const what = [shown(before), shown(after)]
  const subject = before === '' ? `Insert ${what[1]}` : after === '' ? `Delete ${what[0]}` : `${what[0]} to ${what[1]}`
  const verdict = decided ? `Accepted by ${decided.by}${decided.reason === '' ? '.' : `: ${decided.reason}`}` : ''
  return {
    name: by.name,
    mailbox: `reviewer-${people.indexOf(by.key) + 1}`,
    at,
    subject: tag === '' ? subject : `${tag}: ${subject}`,
    body: [reason, verdict].filter((part) => part !== '').join('\n\n'),
  }
}

function nobodys({ date, title }: Edition): Told {
  return { name: 'Galley', mailbox: 'galley', at: date, subject: 'Changes of the text', body: `Of “${title}”.` }
}

const MOST_SHOWN = 40

function shown(words: string): string {
  const points = Array.from(words.trim())
  return `“${points.length > MOST_SHOWN ? `${points.slice(0, MOST_SHOWN).join('')}…` : points.join('')}”`
}
