/**
 * A draft made ready for where it goes next, by the story's style sheet: what the sheet decides, or else what most of the
 * story does, is made so everywhere. Each choice changes only what it names, and cleaning what is clean changes nothing.
 * The checker's own rules say what is to be another; what somebody dismissed there is left as it is.
 */
import { check, NO_TOOLS } from '../proof/checker.ts'
import type { Finding } from '../proof/finding.ts'
import type { Rule } from '../proof/rule.ts'
import { apostropheForm } from '../proof/rules/apostrophe-form.ts'
import { dashForm } from '../proof/rules/dash-form.ts'
import { ellipsisForm } from '../proof/rules/ellipsis-form.ts'
import { quoteForm } from '../proof/rules/quote-form.ts'
import { sceneBreak } from '../proof/rules/scene-break.ts'
import type { Settings } from '../proof/settings.ts'
import { sourceLinesOf } from '../proof/source-lines.ts'
import { sameMarks } from '../story/delta.ts'
import type { Draft, Line, Span } from '../story/draft.ts'
import type { Eol, FileForm } from '../story/file-form.ts'
import { endsOf, lineText } from '../story/lines.ts'
import { CLEANINGS, type Cleaned, type Cleaning } from './export-options.ts'

export interface CleanText {
  draft: Draft
  form: FileForm
  /** One for each choice, in the order of CLEANINGS, also where there was nothing to do. */
  cleaned: Cleaned[]
}

/**
 * `trailing-blanks` are spaces and tabs before a line end; `final-newline` leaves just one line end behind the last line
 * that is not empty; `quotes` draws quotation marks and apostrophes straight or curly. The draft given is not changed.
 */
export function clean(
  draft: Draft,
  form: FileForm,
  choices: readonly Cleaning[],
  settings: Pick<Settings, 'sheet' | 'dismissed'>,
): CleanText {
  const wanted = CLEANINGS.filter((choice) => choices.includes(choice))
  const counts: Counts = new Map(wanted.map((choice) => [choice, 0]))
  let text = { draft, form }
  // One choice can bring out what is another's: dots drawn anew may make a line one between scenes.
  for (let [round, before] = [0, -1]; total(counts) > before && round < MOST_ROUNDS; round++) {
    before = total(counts)
    text = byRules(text, settings, counts)
    if (counts.has('trailing-blanks')) text = withoutTrailingBlanks(text, counts)
    if (counts.has('final-newline')) text = withFinalNewline(text, counts)
  }
  return {
    ...text,
    cleaned: [...counts].map(([choice, count]) => ({ choice, count, message: messageOf(choice, count) })),
  }
}

interface Text {
  draft: Draft
  form: FileForm
}

/** How much was done, by what is chosen. */
type Counts = Map<Cleaning, number>

/** What each rule is asked about for. */
const CHOICE_OF: ReadonlyMap<Rule, Cleaning> = new Map<Rule, Cleaning>([
  [sceneBreak, 'scene-breaks'],
  [quoteForm, 'quotes'],
  [apostropheForm, 'quotes'],
  [dashForm, 'dashes'],
  [ellipsisForm, 'ellipsis'],
])

const WORDS: Record<Cleaning, [one: string, many: string, what: string]> = {
  'scene-breaks': ['scene break', 'scene breaks', 'drawn as the story draws them'],
  quotes: ['quotation mark or apostrophe', 'quotation marks and apostrophes', 'drawn as the story draws them'],
  dashes: ['dash', 'dashes', 'drawn as the story draws them'],
  ellipsis: ['ellipsis', 'ellipses', 'drawn as the story draws them'],
  'trailing-blanks': ['line', 'lines', 'freed of blanks at the end'],
  'final-newline': ['line end', 'line ends', 'put in or taken out behind the last line'],
}

function messageOf(choice: Cleaning, count: number): string {
  const [one, many, what] = WORDS[choice]
  if (count === 1) return `1 ${one} was ${what.replace(' them', ' it')}.`
  return `${count === 0 ? 'No' : count.toLocaleString('en')} ${many} were ${what}.`
}

/** Putting one right can bring out another; more rounds than this have never been needed. */
const MOST_ROUNDS = 8

function byRules(
  { draft, form }: Text,
  { sheet, dismissed }: Pick<Settings, 'sheet' | 'dismissed'>,
  counts: Counts,
): Text {
  const rules = [...CHOICE_OF].filter(([, choice]) => counts.has(choice)).map(([rule]) => rule)
  if (rules.length === 0) return { draft, form }
  const settings: Settings = {
    level: 'default',
    dialect: 'guess',
    words: [],
    sheet,
    off: [],
    muteDialogue: { grammar: false, spelling: false },
    dismissed,
  }
  const edits = editsOf(check(sourceLinesOf(draft, form), settings, NO_TOOLS, rules))
  const choiceOf = new Map([...CHOICE_OF].map(([{ name }, choice]) => [name, choice]))
  const lines = draft.lines.map((line, index) => {
    const here = edits.get(index) ?? []
    for (const { rule } of here) add(counts, choiceOf.get(rule), 1)
    return here.length > 0 ? edited(line, here) : line
  })
  return { draft: { lines }, form }
}

interface Edit {
  from: number
  to: number
  insert: string
  rule: string
}

/** Line → edits from the last to the first; none reaches into another. */
function editsOf(findings: readonly Finding[]): Map<number, Edit[]> {
  const edits = new Map<number, Edit[]>()
  for (const { rule, line, offset, length, replacements, sure } of findings) {
    const [insert] = replacements
    if (!sure || insert === undefined) continue
    const here = edits.get(line) ?? []
    if ((here[0]?.to ?? 0) <= offset) here.unshift({ from: offset, to: offset + length, insert, rule })
    edits.set(line, here)
  }
  return edits
}

function edited(line: Line, edits: readonly Edit[]): Line {
  let { spans } = line
  for (const edit of edits) spans = spansWith(spans, edit)
  return { ...line, spans }
}

/** What is put in is marked as the first character that goes. */
function spansWith(spans: readonly Span[], { from, to, insert }: Omit<Edit, 'rule'>): Span[] {
  const out: Span[] = []
  let at = 0
  for (const { text, ...marks } of spans) {
    const [start, end] = [at, at + text.length]
    push(out, { ...marks, text: text.slice(0, Math.max(0, from - start)) })
    if (from >= start && from < end) push(out, { ...marks, text: insert })
    push(out, { ...marks, text: text.slice(Math.max(0, to - start)) })
    at = end
  }
  return out
}

function push(spans: Span[], span: Span): void {
  const last = spans.at(-1)
  if (span.text === '') return
  if (last && sameMarks(last, span)) last.text += span.text
  else spans.push(span)
}

function withoutTrailingBlanks({ draft, form }: Text, counts: Counts): Text {
  const lines = draft.lines.map((line) => {
    const text = lineText(line)
    let kept = text.length
    while (kept > 0 && (text[kept - 1] === ' ' || text[kept - 1] === '\t')) kept--
    if (kept === text.length) return line
    add(counts, 'trailing-blanks', 1)
    return { ...line, spans: spansWith(line.spans, { from: kept, to: text.length, insert: '' }) }
  })
  return { draft: { lines }, form }
}

function withFinalNewline({ draft, form }: Text, counts: Counts): Text {
  const last = draft.lines.findLastIndex((line) => lineText(line) !== '')
  if (last < 0) return { draft, form }
  const empty = draft.lines.slice(last + 1).flatMap((line, nth) => endsOf(line, last + 1 + nth, form))
  const ends = `${empty.join('')}${form.ending}`.match(/\r\n|\r|\n/g) ?? []
  const ending = (ends[0] as Eol | undefined) ?? form.eol
  const lines = draft.lines.slice(0, last + 1)
  add(counts, 'final-newline', Math.abs(ends.length - 1))
  return { draft: { lines }, form: { ...form, ending } }
}

function add(counts: Counts, choice: Cleaning | undefined, count: number): void {
  if (choice) counts.set(choice, (counts.get(choice) ?? 0) + count)
}

function total(counts: Counts): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}
