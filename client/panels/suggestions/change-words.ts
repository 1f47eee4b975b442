/** What a proposed change is in words, and which parts of it a card shows; long stretches that stay are cut short. */
import { apply, type Base, type Change, type ChangePart, partsOf, wordsOf } from '../../../shared/review/change.ts'
import { LINE } from '../../../shared/story/attributes.ts'

export type ChangeShape = 'insert' | 'delete' | 'replace' | 'split' | 'join' | 'format'

/** Of words that stay, so many are shown beside those that change. UTF-16 code units. */
const BESIDE = 32
/** Longest words quoted in a sentence. UTF-16 code units. */
const QUOTED = 40

export function shapeOf(base: Base, change: Change): ChangeShape {
  const gone = wordsOfKind(base, change, 'gone')
  const come = wordsOfKind(base, change, 'new')
  if (gone === '' && come === '') return 'format'
  if (gone === '') return come === LINE ? 'split' : 'insert'
  if (come === '') return gone === LINE ? 'join' : 'delete'
  return 'replace'
}

/** "delete “various different”", "split the line", as after "Accept: ". */
export function sayChange(base: Base, change: Change): string {
  const gone = quoted(wordsOfKind(base, change, 'gone'))
  const come = quoted(wordsOfKind(base, change, 'new'))
  switch (shapeOf(base, change)) {
    case 'insert':
      return `insert ${come}`
    case 'delete':
      return `delete ${gone}`
    case 'split':
      return 'split the line'
    case 'join':
      return 'join with the next line'
    case 'format':
      return sayFormat(base, change)
    case 'replace':
      return isOneStretch(base, change)
        ? `replace ${gone} by ${come}`
        : `change ${quoted(wordsOf(base))} to ${quoted(wordsOf(apply(base, change)))}`
  }
}

/** The parts to show. A cut is told by "…" in the part. Never cuts what goes, comes or is formatted. */
export function shownParts(base: Base, change: Change): ChangePart[] {
  const parts = partsOf(base, change)
  return parts.map((part, index) => {
    if (part.kind !== 'same') return part
    const first = index === 0
    const last = index === parts.length - 1
    return { ...part, text: shortened(part.text, first ? 0 : BESIDE, last ? 0 : BESIDE) }
  })
}

/** Parts of at most two letters get a wash, so that a comma can be seen. */
export function isSlight({ kind, text }: ChangePart): boolean {
  return (kind === 'gone' || kind === 'new') && [...text.trim()].length <= 2
}

/** Nothing but blanks goes or comes, which no colour makes plain. */
export function isOfBlanks(base: Base, change: Change): boolean {
  const words = wordsOfKind(base, change, 'gone') + wordsOfKind(base, change, 'new')
  return words !== '' && !words.includes(LINE) && words.trim() === ''
}

/** Shows words on one line: line ends as ¶, at most `most` code units and never half a character. */
export function shortWords(words: string, most = QUOTED): string {
  const flat = words.replaceAll(LINE, '¶')
  return flat.length <= most ? flat : `${whole(flat.slice(0, most - 1))}…`
}

function wordsOfKind(base: Base, change: Change, kind: ChangePart['kind']): string {
  return partsOf(base, change)
    .filter((part) => part.kind === kind)
    .map(({ text }) => text)
    .join('')
}

/** One stretch goes and another comes in its place, with nothing that stays in between. */
function isOneStretch(base: Base, change: Change): boolean {
  const kinds = partsOf(base, change).map(({ kind }) => kind)
  const from = kinds.findIndex((kind) => kind !== 'same')
  const to = kinds.findLastIndex((kind) => kind !== 'same')
  return kinds.slice(from, to + 1).every((kind) => kind === 'gone' || kind === 'new')
}

/** Blanks with names of their own. */
const BLANKS: Record<string, string> = { '\t': 'a tab', '\u00A0': 'a no-break space' }

const MARK_WORDS: Record<string, [on: string, off: string]> = {
  bold: ['make bold', 'make not bold'],
  italic: ['set in italics', 'set upright'],
  strike: ['strike through', 'take the line through away from'],
}

function sayFormat(base: Base, change: Change): string {
  const words = quoted(wordsOfKind(base, change, 'format').replaceAll(LINE, ''))
  const said = new Set<string>()
  for (const op of change) {
    if (!('retain' in op)) continue
    for (const [key, value] of Object.entries(op.attributes ?? {})) {
      const mark = MARK_WORDS[key]
      if (mark) said.add(`${value === null ? mark[1] : mark[0]} ${words}`)
      else if (key === 'block') said.add(value === null ? 'make a heading a paragraph' : 'make the line a heading')
      else if (key === 'gap') said.add('change the space before the line')
      else said.add('change how the line ends in the file')
    }
  }
  return [...said].join(', ')
}

function quoted(words: string): string {
  const short = shortWords(words)
  if (short.trim() !== '') return `“${short}”`
  return words === '' ? 'nothing' : words.length === 1 ? (BLANKS[words] ?? 'a space') : 'spaces'
}

/** Keeps `head` at the front and `tail` at the end; all when that is no shorter. */
function shortened(text: string, head: number, tail: number): string {
  if (text.length <= head + tail + 4) return text
  return `${whole(text.slice(0, head))}…${wholeEnd(text.slice(text.length - tail, text.length))}`
}

function whole(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text
}

function wholeEnd(text: string): string {
  return /^[\uDC00-\uDFFF]/.test(text) ? text.slice(1) : text
}
