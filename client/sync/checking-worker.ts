/**
 * The checker away from the page. It loads its dictionaries, keeps up with the orders that change the story, and works in
 * short steps, so that the newest order never waits long. What it says of a line is about the story after `version` orders.
 */
import { Checker, NO_TOOLS, type Tools } from '../../shared/proof/checker.ts'
import type { Finding } from '../../shared/proof/finding.ts'
import { type Habits, habitsOf } from '../../shared/proof/habits.ts'
import { type LearntName, learnNames } from '../../shared/proof/names.ts'
import type { Rule } from '../../shared/proof/rule.ts'
import { RULES } from '../../shared/proof/rules.ts'
import type { Settings } from '../../shared/proof/settings.ts'
import type { LineChange } from '../../shared/proof/source-lines.ts'
import { hasWordList } from '../../shared/proof/spelling/near-words.ts'
import { nspellSpeller } from '../../shared/proof/spelling/nspell-speller.ts'
import { type ChapterStyle, styleReport } from '../../shared/proof/style-report.ts'
import type { Dialect } from '../../shared/proof/style-sheet.ts'
import type { Tagger } from '../../shared/proof/tagger.ts'

/** What people are told of a rule. */
export type RuleFacts = Pick<Rule, 'name' | 'level' | 'kind' | 'title' | 'explain' | 'example' | 'source'>

export type CheckingOrder =
  | ({ kind: 'change' } & LineChange)
  | { kind: 'use'; settings: Settings }
  | { kind: 'prefer'; line: number }
  | { kind: 'suggest'; number: number; finding: Finding }
  | { kind: 'names'; number: number }
  /** `words`: to be counted. */
  | { kind: 'habits'; number: number; words: readonly string[] }
  | { kind: 'report'; number: number }

export type CheckingAnswer =
  | {
      kind: 'checked'
      /** Orders of kind `change` that it had taken in. */
      version: number
      lines: [line: number, findings: Finding[]][]
      /** Lines' worth of work that is left; 0 when all findings stand. */
      left: number
      dialect: Dialect
    }
  | { kind: 'suggested'; number: number; replacements: readonly string[] }
  | { kind: 'names'; number: number; names: LearntName[] }
  | { kind: 'habits'; number: number; habits: Habits }
  | { kind: 'report'; number: number; chapters: ChapterStyle[] }
  | { kind: 'tools-missing'; message: string }
  /** Names of the rules that threw, all of them, whenever one more does. */
  | { kind: 'faults'; rules: string[] }
  /** Something other than a rule threw: nothing more will be said of the story as it is now. */
  | { kind: 'stopped'; message: string }
  /** All that there are, said once. */
  | { kind: 'rules'; rules: RuleFacts[] }

/** Milliseconds at one go, and lines between two looks at the clock. */
const TURN_MS = 20
const STEP = 6

/** Milliseconds for which the reading waits for the parts of speech: when they come later, all is read twice. */
const TAGGER_MS = 1_000

/** Lines in one answer, so that the page takes in a whole story in small parts. */
const MOST_LINES = 150

const DICTIONARIES: Record<Dialect, { aff: URL; dic: URL }> = {
  'en-US': {
    aff: new URL('../../node_modules/dictionary-en/index.aff', import.meta.url),
    dic: new URL('../../node_modules/dictionary-en/index.dic', import.meta.url),
  },
  'en-GB': {
    aff: new URL('../../node_modules/dictionary-en-gb/index.aff', import.meta.url),
    dic: new URL('../../node_modules/dictionary-en-gb/index.dic', import.meta.url),
  },
}

const checker = new Checker()
let tools: Tools = NO_TOOLS
let settings: Settings | null = null
let version = 0
let working = false
/** Of the rules that threw, those that the page knows of. */
let faults = 0
/** Without its dictionaries it would call nothing misspelt, and take that back a second later. */
let ready = false

addEventListener('message', ({ data }: MessageEvent<CheckingOrder>) => {
  switch (data.kind) {
    case 'change':
      checker.change(data.from, data.removed, data.lines)
      version += 1
      break
    case 'use':
      settings = data.settings
      checker.use(settings, tools)
      break
    case 'prefer':
      checker.prefer(data.line)
      break
    case 'suggest':
      answer({ kind: 'suggested', number: data.number, replacements: checker.suggest(data.finding) })
      sayFaults()
      break
    case 'names':
      answer({ kind: 'names', number: data.number, names: ready ? learnNames(checker.story) : [] })
      break
    case 'habits':
      answer({ kind: 'habits', number: data.number, habits: habitsOf(checker.story, data.words) })
      break
    case 'report':
      answer({
        kind: 'report',
        number: data.number,
        chapters: styleReport(checker.story.lines, checker.findings()),
      })
  }
  work()
})

function work(): void {
  if (working || !ready || !settings) return
  working = true
  const turn = (): void => {
    try {
      if (step() > 0) setTimeout(turn)
      else working = false
    } catch (error) {
      working = false
      answer({ kind: 'stopped', message: error instanceof Error ? error.message : String(error) })
    }
  }
  // Orders that have come meanwhile are taken in first.
  setTimeout(turn)
}

/** The lines' worth of work that is left. */
function step(): number {
  const until = performance.now() + TURN_MS
  const lines = new Set<number>()
  let left: number
  let told = false
  do {
    const progress = checker.step(STEP)
    left = progress.left
    for (const line of progress.changed) lines.add(line)
    // What a changed line alone tells is shown before the rules that look at the whole story have their turn.
    told = left === 1 && lines.size > 0
  } while (left > 0 && !told && performance.now() < until)
  const { dialect } = checker.story.facts
  const changed = [...lines].map((line): [number, Finding[]] => [line, checker.findingsOf(line)])
  do {
    const some = changed.splice(0, MOST_LINES)
    answer({ kind: 'checked', version, lines: some, left: changed.length > 0 ? Math.max(1, left) : left, dialect })
  } while (changed.length > 0)
  sayFaults()
  return left
}

function sayFaults(): void {
  if (checker.faults.length === faults) return
  faults = checker.faults.length
  answer({ kind: 'faults', rules: checker.faults.map(({ rule }) => rule) })
}

function answer(message: CheckingAnswer): void {
  postMessage(message)
}

async function load(): Promise<void> {
  const tagging = loadTagger()
  const [american, british] = await Promise.all([speller('en-US'), speller('en-GB')])
  // Made now, while nobody waits for a step.
  for (const one of [american, british]) hasWordList(one)
  const soon = await Promise.race([tagging, new Promise<null>((resolve) => setTimeout(resolve, TAGGER_MS, null))])
  take({ spellers: { 'en-US': american, 'en-GB': british }, tagger: soon })
  const tagger = soon ?? (await tagging)
  if (tagger !== tools.tagger) take({ ...tools, tagger })
}

function take(all: Tools): void {
  tools = all
  if (settings) checker.use(settings, tools)
  ready = true
  work()
}

/** Null where it cannot be had: the rules that ask for it do without. */
async function loadTagger(): Promise<Tagger | null> {
  try {
    const { winkTagger } = await import('../../shared/proof/wink-tagger.ts')
    return winkTagger()
  } catch (error) {
    console.warn(error)
    return null
  }
}

async function speller(dialect: Dialect) {
  const { aff, dic } = DICTIONARIES[dialect]
  const [affixes, words] = await Promise.all([file(aff), file(dic)])
  return nspellSpeller(affixes, words)
}

async function file(url: URL): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`)
  return response.text()
}

answer({
  kind: 'rules',
  rules: RULES.map(({ name, level, kind, title, explain, example, source }) => ({
    name,
    level,
    kind,
    title,
    explain,
    example,
    source,
  })),
})
load().catch((error: unknown) => {
  answer({ kind: 'tools-missing', message: error instanceof Error ? error.message : String(error) })
  ready = true
  work()
})
