/**
 * The checker of an open story, as pages and panels see it: runs in a worker on the text as it is, with the words and the
 * style that the story's review has. Findings of a line are about its words as they then were; `text` says which.
 */
import { batch, effect, type ReadonlySignal, signal } from '@preact/signals-core'
import type * as Y from 'yjs'
import type { Finding, Level } from '../../shared/proof/finding.ts'
import type { Habits } from '../../shared/proof/habits.ts'
import type { LearntName } from '../../shared/proof/names.ts'
import type { SourceLine } from '../../shared/proof/prose-line.ts'
import { type LineChange, lineChange, sourceLinesOf } from '../../shared/proof/source-lines.ts'
import { settingsOf } from '../../shared/proof/story-settings.ts'
import type { ChapterStyle } from '../../shared/proof/style-report.ts'
import type { Dialect } from '../../shared/proof/style-sheet.ts'
import type { ReviewState } from '../../shared/review/state.ts'
import { draftOf } from '../../shared/story/delta.ts'
import type { CheckingAnswer, CheckingOrder, RuleFacts } from './checking-worker.ts'

export type { RuleFacts } from './checking-worker.ts'

type Checked = Extract<CheckingAnswer, { kind: 'checked' }>

/** What is wrong in one line. */
export interface CheckedLine {
  /** The words that the findings are about; null where nobody has looked yet. */
  text: string | null
  findings: readonly Finding[]
}

export interface CheckingHandle {
  /** By line, from 0; those that were not looked at yet have no findings. `finding.line` is the line's place in this list. */
  readonly lines: ReadonlySignal<readonly CheckedLine[]>
  /** Lines still to be looked at; 0 = all findings stand. */
  readonly left: ReadonlySignal<number>
  /** The story's, as it is guessed or decided; null before anything was read. */
  readonly dialect: ReadonlySignal<Dialect | null>
  /** Why spelling is not checked; null while it is. */
  readonly missing: ReadonlySignal<string | null>
  /** In plain words, which rules stopped working, or that all did, until the page is loaded again; null while all work. */
  readonly failed: ReadonlySignal<string | null>
  readonly level: ReadonlySignal<Level>
  /** By name, in the order of the alphabet; empty until the worker has begun. */
  readonly rules: ReadonlySignal<ReadonlyMap<string, RuleFacts>>
  setLevel(level: Level): void
  /** Corrections of a finding, best first; made now where the rule makes them on demand. */
  suggest(finding: Finding): Promise<readonly string[]>
  /** Names and coinages that might go on the word list. */
  names(): Promise<readonly LearntName[]>
  /** How the story writes what a style sheet decides, and how often it has these words. */
  habits(words: readonly string[]): Promise<Habits>
  /** What of style was found, by chapter and scene; as far as it has been read. */
  report(): Promise<readonly ChapterStyle[]>
  /** Lines from here on come first: what is on the screen. */
  prefer(line: number): void
  stop(): void
}

/** Milliseconds that the text must rest before anything new is shown; nobody wants a word underlined that is not finished. */
const REST_MS = 250
/** Milliseconds before that in which the worker reads already, so that what it finds is there when it may be shown. */
const AHEAD_MS = 70
/** … at most, while somebody types on and on. */
const MOST_MS = 1_500

export interface CheckingParts {
  text: Y.Text
  /** The story's usual gap. */
  gap: number
  review: ReadonlySignal<ReviewState>
}

/** Starts the worker; `stop` ends it. */
export function startChecking({ text, gap, review }: CheckingParts): CheckingHandle {
  const worker = new Worker(new URL('./checking-worker.ts', import.meta.url), { type: 'module' })
  const lines = signal<readonly CheckedLine[]>([])
  const left = signal(1)
  const dialect = signal<Dialect | null>(null)
  const missing = signal<string | null>(null)
  const failed = signal<string | null>(null)
  const level = signal<Level>('default')
  const rules = signal<ReadonlyMap<string, RuleFacts>>(new Map())
  const awaited = new Map<number, (answer: CheckingAnswer) => void>()
  /** What the worker has been told. */
  let told: Required<SourceLine>[] = []
  /** Changes that it has been told of and has not spoken about, the oldest first; `version` counts those before. */
  let ahead: LineChange[] = []
  let version = 0
  let number = 0
  let reading: ReturnType<typeof setTimeout> | undefined
  let showing: ReturnType<typeof setTimeout> | undefined
  /** When something has to be shown though the text does not rest; 0 while it does. */
  let due = 0
  /** Answers that came before they may be shown, the oldest first. */
  let early: Checked[] = []

  const order = (message: CheckingOrder) => worker.postMessage(message)

  const read = (): void => {
    const now = sourceLinesOf(draftOf(text.toDelta()), { gap })
    const change = lineChange(told, now)
    if (!change) return
    told = now
    ahead.push(change)
    order({ kind: 'change', ...change })
    lines.value = follow(lines.peek(), change)
  }

  const changed = (): void => {
    const now = performance.now()
    due ||= now + MOST_MS
    const rest = Math.min(REST_MS, due - now)
    clearTimeout(reading)
    clearTimeout(showing)
    reading = setTimeout(read, Math.max(0, rest - AHEAD_MS))
    showing = setTimeout(show, Math.max(0, rest))
  }

  const show = (): void => {
    due = 0
    const answers = early
    early = []
    batch(() => answers.forEach(take))
  }

  const take = (answer: Checked): void => {
    ahead = ahead.slice(answer.version - version)
    version = answer.version
    left.value = ahead.length > 0 ? Math.max(1, answer.left) : answer.left
    dialect.value = answer.dialect
    if (answer.lines.length === 0) return
    const next = [...lines.peek()]
    let isNew = false
    for (const [was, findings] of answer.lines) {
      const line = ahead.reduce<number | null>((at, change) => (at === null ? null : lineAfter(at, change)), was)
      // Changed again meanwhile: the worker will speak of it again.
      if (line === null) continue
      const source = told[line]
      if (!source) continue
      const now = { text: source.text, findings: findings.map((finding) => ({ ...finding, line })) }
      if (isEqual(next[line], now)) continue
      next[line] = now
      isNew = true
    }
    // Most of what it says after an edit was known; whoever shows it need not look again.
    if (isNew) lines.value = next
  }

  /** Nobody waits for what will not come. */
  const stopped = (message: string): void => {
    failed.value = `The checker stopped: ${message}. Load the page again.`
    left.value = 0
  }

  worker.addEventListener('message', ({ data }: MessageEvent<CheckingAnswer>) => {
    if (data.kind === 'checked' && due === 0) take(data)
    else if (data.kind === 'checked') early.push(data)
    else if (data.kind === 'tools-missing') missing.value = data.message
    else if (data.kind === 'faults') failed.value = failedWords(data.rules, rules.peek())
    else if (data.kind === 'stopped') stopped(data.message)
    else if (data.kind === 'rules') rules.value = new Map(data.rules.map((rule) => [rule.name, rule]))
    else {
      awaited.get(data.number)?.(data)
      awaited.delete(data.number)
    }
  })
  worker.addEventListener('error', ({ message }) => stopped(message || 'The checker could not be loaded.'))

  const ask = <Kind extends 'suggested' | 'names' | 'habits' | 'report'>(make: (number: number) => CheckingOrder) =>
    new Promise<Extract<CheckingAnswer, { kind: Kind }>>((resolve) => {
      number += 1
      awaited.set(number, (answer) => resolve(answer as Extract<CheckingAnswer, { kind: Kind }>))
      order(make(number))
    })

  let settings = ''
  const stopSettings = effect(() => {
    const wanted = settingsOf(review.value, level.value)
    const said = JSON.stringify(wanted)
    if (said === settings) return
    settings = said
    order({ kind: 'use', settings: wanted })
  })
  text.observe(changed)
  read()

  return {
    lines,
    left,
    dialect,
    missing,
    failed,
    level,
    rules,
    setLevel(wanted) {
      level.value = wanted
    },
    async suggest(finding) {
      if (finding.replacements.length > 0) return finding.replacements
      const { replacements } = await ask<'suggested'>((number) => ({ kind: 'suggest', number, finding }))
      return replacements
    },
    async names() {
      return (await ask<'names'>((number) => ({ kind: 'names', number }))).names
    },
    async habits(words) {
      return (await ask<'habits'>((number) => ({ kind: 'habits', number, words }))).habits
    },
    async report() {
      return (await ask<'report'>((number) => ({ kind: 'report', number }))).chapters
    },
    prefer: (line) => order({ kind: 'prefer', line }),
    stop() {
      clearTimeout(reading)
      clearTimeout(showing)
      text.unobserve(changed)
      stopSettings()
      worker.terminate()
    },
  }
}

function failedWords(names: readonly string[], rules: ReadonlyMap<string, RuleFacts>): string {
  const titles = names.map((name) => `“${rules.get(name)?.title ?? name}”`)
  return titles.length === 1
    ? `The check ${titles[0]} stopped working and is off until this page is loaded again. All others go on.`
    : `The checks ${titles.slice(0, -1).join(', ')} and ${titles.at(-1)} stopped working and are off until this page is loaded again. All others go on.`
}

/** Lines beside a change keep their findings, under their new numbers. */
function follow(lines: readonly CheckedLine[], { from, removed, lines: added }: LineChange): CheckedLine[] {
  const kept = lines.slice(from + removed)
  const shift = added.length - removed
  return [
    ...lines.slice(0, from),
    // A line that is being written in keeps what was found in it until it has been looked at again.
    ...(shift === 0 ? lines.slice(from, from + removed) : added.map((): CheckedLine => ({ text: null, findings: [] }))),
    ...(shift === 0
      ? kept
      : kept.map(({ text, findings }) => ({
          text,
          findings: findings.map((finding) => ({ ...finding, line: finding.line + shift })),
        }))),
  ]
}

function isEqual(was: CheckedLine | undefined, now: CheckedLine): boolean {
  return was?.text === now.text && JSON.stringify(was.findings) === JSON.stringify(now.findings)
}

/** The number of a line after a change; null when it was in it. */
function lineAfter(line: number, { from, removed, lines }: LineChange): number | null {
  if (line < from) return line
  return line < from + removed ? null : line - removed + lines.length
}
