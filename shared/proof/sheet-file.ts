/**
 * A style sheet as a file: Markdown for people, JSON for tools. Both hold the same decisions and are read back as they
 * were written; what a person has added that is no decision is told, not dropped silently.
 */
import { type StyleDecision, styleId } from '../review/style.ts'
import { DASHES, DIALECTS, ELLIPSES } from '../review/vocabulary.ts'

export interface SheetEntry {
  decision: StyleDecision
  /** A sentence that shows it; "" for none. */
  example: string
}

export interface ReadSheet {
  entries: SheetEntry[]
  /** Lines, or parts of a JSON file, that say nothing that is known, as written. */
  unread: string[]
}

const DIALECT_NAMES = { 'en-US': 'American English', 'en-GB': 'British English' } as const
const DASH_NAMES = {
  em: 'em dash, closed up',
  'spaced-em': 'em dash, spaced',
  'spaced-en': 'en dash, spaced',
  'double-hyphen': 'two hyphens, closed up',
  'spaced-double-hyphen': 'two hyphens, spaced',
} as const
const BLANK_BREAK = 'a blank line alone'
const MUTED = { grammar: 'grammar', spelling: 'spelling' } as const

/** Heading → what stands in front of a decision that is one of its kind. */
const LABELS = {
  dialect: 'Dialect',
  quotes: 'Speech in quotation marks',
  quoteForm: 'Quotation marks and apostrophes',
  dash: 'Dash',
  ellipsis: 'Ellipsis',
  spellNumbersBelow: 'Numbers spelled out below',
  sceneBreak: 'Scene break',
  muteDialogue: 'Not checked in speech',
} as const

export function sheetToJson(entries: readonly SheetEntry[]): string {
  return `${JSON.stringify({ styleSheet: ordered(entries).map(({ decision, example }) => ({ decision, example })) }, null, 2)}\n`
}

export function sheetToMarkdown(title: string, entries: readonly SheetEntry[]): string {
  const sorted = ordered(entries)
  const list = (part: 'spelling' | 'name') =>
    sorted
      .filter(({ decision }) => decision.part === part)
      .map(({ decision, example }) => item(said(decision), example))
  const single = sorted
    .filter(({ decision: { part } }) => part !== 'spelling' && part !== 'name')
    .map(({ decision, example }) => item(said(decision), example))
  const section = (heading: string, items: readonly string[]) =>
    items.length > 0 ? `\n## ${heading}\n\n${items.join('\n')}\n` : ''
  return (
    `# Style sheet: ${title.replaceAll('\n', ' ')}\n` +
    section('Style', single) +
    section('Spellings', list('spelling')) +
    section('Names', list('name'))
  )
}

/** Takes either form; tells them apart by the first letter. Later entries about the same thing take the place of earlier ones. */
export function readSheet(file: string): ReadSheet {
  const text = file.replace(/^\uFEFF/, '')
  const read = /^\s*[{[]/.test(text) ? readJson(text) : readMarkdown(text)
  const byId = new Map(read.entries.map((entry) => [styleId(entry.decision), entry]))
  return { entries: [...byId.values()], unread: read.unread }
}

function ordered(entries: readonly SheetEntry[]): SheetEntry[] {
  const rank = (entry: SheetEntry) => styleId(entry.decision)
  return [...entries].sort((one, other) => (rank(one) < rank(other) ? -1 : 1))
}

function said(decision: StyleDecision): string {
  switch (decision.part) {
    case 'spelling':
      return `${decision.preferred} (not: ${decision.variants.join(', ')})`
    case 'name': {
      const also = decision.aliases.length > 0 ? `; also: ${decision.aliases.join(', ')}` : ''
      return `${decision.name} (${decision.kind}${also})`
    }
    default:
      return `${LABELS[decision.part]}: ${valueWords(decision)}`
  }
}

function valueWords(decision: Exclude<StyleDecision, { part: 'spelling' | 'name' }>): string {
  switch (decision.part) {
    case 'dialect':
      return DIALECT_NAMES[decision.value]
    case 'dash':
      return DASH_NAMES[decision.value]
    case 'spellNumbersBelow':
      return decision.value === 0 ? 'none' : String(decision.value)
    case 'sceneBreak':
      return decision.value === '' ? BLANK_BREAK : `\`${decision.value}\``
    case 'muteDialogue': {
      const muted = Object.entries(decision.value).flatMap(([what, on]) => (on ? [what] : []))
      return muted.length > 0 ? muted.join(', ') : 'nothing'
    }
    default:
      return decision.value
  }
}

function item(what: string, example: string): string {
  return example === '' ? `- ${what}` : `- ${what}\n  > ${example.replaceAll('\n', ' ')}`
}

function readMarkdown(text: string): ReadSheet {
  const read: ReadSheet = { entries: [], unread: [] }
  let section = ''
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.trim() === '' || line.startsWith('# ')) continue
    if (line.startsWith('## ')) {
      section = line.slice(3).trim().toLowerCase()
      continue
    }
    const last = read.entries.at(-1)
    if (/^\s+> /.test(line) && last) {
      last.example = line.trim().slice(2)
      continue
    }
    const decision = /^[-*] /.test(line) ? decisionSaid(line.slice(2).trim(), section) : null
    if (decision) read.entries.push({ decision, example: '' })
    else read.unread.push(line)
  }
  return read
}

function decisionSaid(words: string, section: string): StyleDecision | null {
  if (section === 'spellings') {
    const [, preferred, variants] = /^(.+?) \(not: (.+)\)$/.exec(words) ?? []
    return preferred && variants ? { part: 'spelling', preferred, variants: listed(variants) } : null
  }
  if (section === 'names') {
    const [, name, kind, also] = /^(.+?) \((person|place|term)(?:; also: (.+))?\)$/.exec(words) ?? []
    return name ? decisionOf({ part: 'name', name, kind, aliases: also ? listed(also) : [] }) : null
  }
  const colon = words.indexOf(':')
  const value = words.slice(colon + 1).trim()
  const part = keyOf(LABELS, words.slice(0, colon))
  switch (part) {
    case 'dialect':
      return decisionOf({ part, value: keyOf(DIALECT_NAMES, value) ?? value })
    case 'dash':
      return decisionOf({ part, value: keyOf(DASH_NAMES, value) ?? value })
    case 'spellNumbersBelow':
      return decisionOf({ part, value: value === 'none' ? 0 : Number(value) })
    case 'sceneBreak':
      return decisionOf({ part, value: value === BLANK_BREAK ? '' : value.replace(/^`(.*)`$/, '$1') })
    case 'muteDialogue': {
      const muted = listed(value)
      return decisionOf({ part, value: { grammar: muted.includes('grammar'), spelling: muted.includes('spelling') } })
    }
    case null:
      return null
    default:
      return decisionOf({ part, value })
  }
}

function readJson(text: string): ReadSheet {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    // Said in the way all that cannot be read is said.
    return { entries: [], unread: [text.slice(0, 200)] }
  }
  const list = Array.isArray(file) ? file : isRecord(file) && Array.isArray(file.styleSheet) ? file.styleSheet : [file]
  const read: ReadSheet = { entries: [], unread: [] }
  for (const one of list as unknown[]) {
    const decision = isRecord(one) ? decisionOf(isRecord(one.decision) ? one.decision : one) : null
    const example = isRecord(one) && typeof one.example === 'string' ? one.example : ''
    if (decision) read.entries.push({ decision, example })
    else read.unread.push(JSON.stringify(one).slice(0, 200))
  }
  return read
}

/** What has the shape of a decision, without anything else that stands beside it. */
function decisionOf(given: Record<string, unknown>): StyleDecision | null {
  const { part, value } = given
  switch (part) {
    case 'dialect':
      return isOneOf(DIALECTS, value) ? { part, value } : null
    case 'quotes':
      return isOneOf(['double', 'single'] as const, value) ? { part, value } : null
    case 'quoteForm':
      return isOneOf(['straight', 'curly'] as const, value) ? { part, value } : null
    case 'dash':
      return isOneOf(DASHES, value) ? { part, value } : null
    case 'ellipsis':
      return isOneOf(ELLIPSES, value) ? { part, value } : null
    case 'spellNumbersBelow':
      return Number.isInteger(value) && (value as number) >= 0 ? { part, value: value as number } : null
    case 'sceneBreak':
      return typeof value === 'string' ? { part, value } : null
    case 'muteDialogue':
      return isRecord(value) && Object.keys(MUTED).every((key) => typeof value[key] === 'boolean')
        ? { part, value: { grammar: value.grammar === true, spelling: value.spelling === true } }
        : null
    case 'spelling':
      return isWord(given.preferred) && isWords(given.variants) && given.variants.length > 0
        ? { part, preferred: given.preferred, variants: given.variants }
        : null
    case 'name':
      return isWord(given.name) && isWords(given.aliases) && isOneOf(['person', 'place', 'term'] as const, given.kind)
        ? { part, name: given.name, aliases: given.aliases, kind: given.kind }
        : null
    default:
      return null
  }
}

function listed(words: string): string[] {
  return words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

function keyOf<Key extends string>(names: Readonly<Record<Key, string>>, name: string): Key | null {
  return (Object.keys(names) as Key[]).find((key) => names[key].toLowerCase() === name.toLowerCase()) ?? null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isOneOf<Value extends string>(values: readonly Value[], value: unknown): value is Value {
  return (values as readonly unknown[]).includes(value)
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function isWords(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isWord)
}
