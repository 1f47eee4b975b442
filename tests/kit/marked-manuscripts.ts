/**
 * Random manuscripts with proposals and notes in them, words hostile to every markup; and what they say in a view,
 * character by character, to hold against what a foreign reader makes of the written file.
 */
import fc from 'fast-check'
import type { Manuscript } from '../../shared/codecs/codec.ts'
import type {
  EditionItem,
  EditionLine,
  EditionNote,
  EditionSuggestion,
  EditionText,
} from '../../shared/codecs/edition.ts'
import type { Marks } from '../../shared/story/attributes.ts'
import { manuscriptOf, words } from './manuscripts.ts'

const pieces = fc.stringMatching(/^[a-c "“”*_`~#<>&;:!|()[\]{}\\+=.\-\d\u00a0é字𝔘😀$^/'@?,%-]{1,6}$/u)
const markup = fc.constantFrom(
  ...[
    '***',
    '---',
    '===',
    '# ',
    '1. ',
    '- ',
    '    ',
    '<b>',
    '&amp;',
    '[a](b)',
    '![',
    '{++',
    '++}',
    '~~',
    '~>',
    '{>>',
    '<<}',
  ],
  ...['{==', '==}', '{--', '--}', 'http://a.b', '</p>', '<!--', ']]>', '&#65;', '\\', 'word ', 'said'],
)
export const hostileWords = fc.oneof(pieces, markup)
const marks = fc.constantFrom<Marks>(
  {},
  {},
  { italic: true },
  { bold: true },
  { bold: true, italic: true },
  { strike: true },
)
const spans = fc.array(fc.tuple(hostileWords, marks), { minLength: 1, maxLength: 3 })
const chunk = fc.record({
  kind: fc.constantFrom('plain', 'plain', 'insert', 'delete', 'replace'),
  spans,
  other: spans,
  noted: fc.boolean(),
})
const line = fc.record({
  chunks: fc.array(chunk, { maxLength: 4 }),
  at: fc.nat(4),
  opening: fc.constantFrom(null, null, null, 'insert', 'delete'),
  whole: fc.constantFrom(null, null, null, null, 'insert', 'delete'),
  gap: fc.constantFrom(1, undefined),
  block: fc.constantFrom(0, 0, 0, 1, 3),
})

/** At least one word of each line stays, or the line comes or goes as a whole. */
export const markedManuscript = fc.array(line, { minLength: 1, maxLength: 4 }).map((drawn) => {
  const suggestions: EditionSuggestion[] = []
  const notes: EditionNote[] = []
  const suggest = (): string => {
    const id = `s${suggestions.length}`
    suggestions.push({
      ...{ id, by: 'a', at: '2026-03-04T05:06:07Z', label: null, place: { from: 0, to: 0 }, base: [], change: [] },
      ...{ reason: `because <<} of ${id}`, rule: null, status: 'open', decided: null },
      replies:
        suggestions.length % 2 ? [{ id: `r${id}`, by: 'b', at: '2026-03-05T05:06:07Z', body: 'No\n\n{++why++}?' }] : [],
    })
    return id
  }
  let isHeading = false
  const lines = drawn.map(({ chunks, at, opening, whole, gap, block }, index): EditionLine => {
    const level = block > 0 ? { block } : {}
    const proposed = index === 0 ? null : (whole ?? opening)
    const verse = gap === 1 && index > 0 && !isHeading && block === 0 ? { gap } : {}
    isHeading = block > 0 || (isHeading && proposed !== null)
    if (proposed !== null && whole !== null) {
      const suggestion = suggest()
      const items = [...chunks.flatMap((one) => one.spans), ['y', {}] as const]
      const texts = joined(items.map(([text, its]) => words(text, its, { kind: whole, suggestion })))
      return { ...level, opening: { kind: whole, suggestion }, items: texts }
    }
    const items: EditionItem[] = []
    const plain = { kind: 'plain', spans: [['y', {}]], other: [], noted: false } as const
    for (const one of [...chunks.slice(0, at), plain, ...chunks.slice(at)]) {
      const id = `n${notes.length}`
      const note = { id, kind: 'comment', by: 'b', at: '2026-03-06T05:06:07Z', label: null, replies: [] } as const
      const texts = (proposal: EditionText['proposal'], some: readonly (readonly [string, Marks])[]) =>
        some.map(([text, its]) => words(text, its, proposal))
      if (one.noted) {
        const body = `Note {>>${id}<<} & <b>`
        notes.push({
          ...note,
          body,
          place: { from: 0, to: 1 },
          mustFix: false,
          assigned: null,
          resolved: null,
          quote: '',
        })
        items.push({ starts: id })
      }
      if (one.kind === 'plain') items.push(...texts(null, one.spans))
      else {
        const suggestion = suggest()
        if (one.kind !== 'insert') items.push(...texts({ kind: 'delete', suggestion }, one.spans))
        if (one.kind !== 'delete') items.push(...texts({ kind: 'insert', suggestion }, one.other))
      }
      if (one.noted) items.push({ ends: id })
    }
    return {
      ...level,
      ...verse,
      opening: proposed === null ? null : { kind: proposed, suggestion: suggest() },
      items: joined(items),
    }
  })
  const people = new Map([
    ['a', 'Ann O’Hara'],
    ['b', 'Bob: <i>'],
  ])
  return manuscriptOf(lines, { view: 'marked', suggestions, notes, people })
})

/** Neighbours that are alike are one, as in every edition. */
function joined<Item extends EditionItem>(items: readonly Item[]): Item[] {
  const out: Item[] = []
  for (const item of items) {
    const last = out.at(-1)
    const alike = (one: EditionText, other: EditionText) =>
      JSON.stringify([one.marks, one.proposal]) === JSON.stringify([other.marks, other.proposal])
    if (last && 'text' in last && 'text' in item && alike(last, item))
      out[out.length - 1] = { ...last, text: last.text + item.text }
    else out.push(item)
  }
  return out
}

/** `<p>`, `<p1>` for a heading, `<br>`, and each character with its marks: b, i, s. Blanks carry none. */
export function charactersIn({ edition }: Pick<Manuscript, 'edition'>, view: 'now' | 'accepted'): string[] {
  const gone = view === 'now' ? 'insert' : 'delete'
  const out: string[] = []
  for (const { opening, items, gap, block } of edition.lines) {
    if (opening?.kind !== gone) out.push(gap === 1 ? '<br>' : `<p${block ?? ''}>`)
    for (const item of items)
      if ('text' in item && item.proposal?.kind !== gone) out.push(...markedCharacters(item.text, item.marks))
  }
  return out
}

export function markedCharacters(text: string, { bold, italic, strike }: Marks): string[] {
  return Array.from(text, (character) =>
    character.trim() === '' ? character : `${character}${bold ? 'b' : ''}${italic ? 'i' : ''}${strike ? 's' : ''}`,
  )
}

/** The manuscript with nothing proposed in it: all left out, or all made. A line whose end goes belongs to the one before. */
export function inView(manuscript: Manuscript, view: 'now' | 'accepted'): Manuscript {
  const gone = view === 'now' ? 'insert' : 'delete'
  const lines: EditionLine[] = []
  for (const line of manuscript.edition.lines) {
    const items = line.items.flatMap((item): EditionItem[] => {
      if (!('text' in item)) return []
      return item.proposal?.kind === gone ? [] : [{ ...item, proposal: null }]
    })
    const last = lines.at(-1)
    if (last && line.opening?.kind === gone)
      lines[lines.length - 1] = { ...last, items: joined([...last.items, ...items]) }
    else lines.push({ ...line, opening: null, items: joined(items) })
  }
  return manuscriptOf(lines)
}

/** One manuscript of many: a line of its own words between each two. */
export function mergedManuscripts(manuscripts: readonly Manuscript[]): Manuscript {
  const lines: EditionLine[] = []
  const notes: EditionNote[] = []
  const suggestions: EditionSuggestion[] = []
  for (const [index, { edition }] of manuscripts.entries()) {
    const renamed = (id: string) => `${index}.${id}`
    const proposed = <Proposal extends { suggestion: string }>(proposal: Proposal | null): Proposal | null =>
      proposal && { ...proposal, suggestion: renamed(proposal.suggestion) }
    lines.push({ opening: null, items: [words(`Manuscript ${index}.`)] })
    for (const line of edition.lines) {
      const items = line.items.map((item): EditionItem => {
        if ('starts' in item) return { starts: renamed(item.starts) }
        return 'ends' in item ? { ends: renamed(item.ends) } : { ...item, proposal: proposed(item.proposal) }
      })
      lines.push({ ...line, opening: proposed(line.opening), items })
    }
    notes.push(...edition.notes.map((note) => ({ ...note, id: renamed(note.id) })))
    suggestions.push(...edition.suggestions.map((one) => ({ ...one, id: renamed(one.id) })))
  }
  const people = manuscripts[0]?.edition.people ?? new Map()
  return manuscriptOf(lines, { view: 'marked', notes, suggestions, people })
}
