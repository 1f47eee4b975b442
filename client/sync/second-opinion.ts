/**
 * The second opinion on an open story: keeps a worker with Harper busy with one line at a time, those on the screen first,
 * whenever our own checker has nothing left to do, and lays what it says beside our findings. Loaded on demand.
 *
 * What it says is kept by the words of the line. So nothing has to follow lines as they move, a line that was changed while
 * it was read is simply not the one that was asked about, and a paragraph that stands twice is read once.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core'
import { carried, type Remark, secondFindings, sieveOf } from '../../shared/proof/second-opinion.ts'
import { settingsOf } from '../../shared/proof/story-settings.ts'
import type { Dialect } from '../../shared/proof/style-sheet.ts'
import type { ReviewState } from '../../shared/review/state.ts'
import type { CheckedLine, CheckingHandle } from './checking.ts'
import type { SecondAnswer, SecondOrder } from './second-opinion-worker.ts'

export type SecondProgress =
  /** Bytes of the engine, unpacked, that have come. */
  | { kind: 'loading'; bytes: number }
  /** Lines to be read yet, of all. */
  | { kind: 'reading'; left: number; of: number }
  | { kind: 'done' }
  | { kind: 'failed'; message: string }

export interface SecondOpinionHandle {
  /** The checker's lines, with what Harper says of them among their findings. */
  readonly lines: ReadonlySignal<readonly CheckedLine[]>
  readonly progress: ReadonlySignal<SecondProgress>
  /** Lines from here on come first: what is on the screen. */
  prefer(line: number): void
  stop(): void
}

export interface SecondOpinionParts {
  checking: Pick<CheckingHandle, 'lines' | 'left' | 'dialect' | 'names'>
  review: ReadonlySignal<ReviewState>
}

/** Milliseconds in which what was read is gathered before it is shown: each showing walks all lines. */
const GATHERED_MS = 250
/** Milliseconds after which a line is read even if the browser is busy. */
const BUSY_MS = 500
/** Lines that are remembered beyond those of the story, for undo. */
const SPARE = 500

/** Starts the worker, which fetches the engine; `stop` ends it. */
export function startSecondOpinion({ checking, review }: SecondOpinionParts): SecondOpinionHandle {
  const worker = new Worker(new URL('./second-opinion-worker.ts', import.meta.url), { type: 'module' })
  const progress = signal<SecondProgress>({ kind: 'loading', bytes: 0 })
  /** By the words of a line. */
  const said = new Map<string, readonly Remark[]>()
  /** Until a line that was changed is read again. */
  const guessed = new Map<string, readonly Remark[]>()
  const shownAt = signal(0)
  let drawn: readonly CheckedLine[] = []
  let followed: readonly CheckedLine[] = []
  let dialect: Dialect | null = null
  let ready = false
  let asked: string | null = null
  let at = 0
  let waiting = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  const order = (message: SecondOrder) => worker.postMessage(message)
  const isUnread = ({ text }: CheckedLine): boolean => text !== null && text.trim() !== '' && !said.has(text)

  const prepare = async (wanted: Dialect): Promise<void> => {
    dialect = wanted
    ready = false
    said.clear()
    const names = (await checking.names()).map(({ word }) => word)
    if (stopped || dialect !== wanted) return
    const allowed = settingsOf(review.peek(), 'default').words.map(({ word }) => word)
    order({ kind: 'prepare', dialect: wanted, words: [...new Set([...allowed, ...names])] })
  }

  const show = (): void => {
    clearTimeout(timer)
    timer = undefined
    shownAt.value += 1
    if (progress.peek().kind === 'failed' || !ready) return
    const lines = checking.lines.peek()
    const left = lines.filter(isUnread).length
    progress.value = left === 0 ? { kind: 'done' } : { kind: 'reading', left, of: lines.length }
  }

  const showSoon = (): void => {
    timer ??= setTimeout(show, GATHERED_MS)
  }

  const nextText = (): string | null => {
    const lines = checking.lines.peek()
    for (let seen = 0; seen < lines.length; seen += 1, at += 1) {
      if (at >= lines.length) at = 0
      const line = lines[at]!
      if (isUnread(line)) return line.text
    }
    return null
  }

  const readNext = (): void => {
    waiting = false
    if (stopped || !ready || asked !== null || checking.left.peek() > 0) return
    asked = nextText()
    if (asked !== null) order({ kind: 'read', text: asked })
    else {
      forget()
      showSoon()
    }
  }

  const readSoon = (): void => {
    if (waiting || asked !== null || !ready || stopped) return
    waiting = true
    whenIdle(readNext)
  }

  const forget = (): void => {
    guessed.clear()
    const lines = checking.lines.peek()
    if (said.size < lines.length + SPARE) return
    const there = new Set(lines.map(({ text }) => text))
    for (const text of said.keys()) if (!there.has(text)) said.delete(text)
  }

  worker.addEventListener('message', ({ data }: MessageEvent<SecondAnswer>) => {
    if (data.kind === 'loading') progress.value = data
    else if (data.kind === 'failed') fail(data.message)
    else if (data.kind === 'ready') {
      ready = true
      showSoon()
      readSoon()
    } else {
      asked = null
      if (ready) {
        said.set(data.text, data.remarks)
        guessed.delete(data.text)
      }
      showSoon()
      readSoon()
    }
  })
  const fail = (message: string): void => {
    ready = false
    progress.value = { kind: 'failed', message }
  }
  worker.addEventListener('error', ({ message }) => fail(message || 'Harper could not be loaded.'))

  const stopLines = effect(() => {
    const lines = checking.lines.value
    const changed = lines.findIndex(({ text }, index) => text !== followed[index]?.text)
    if (changed >= 0) at = changed
    followed = lines
    // Ours first: two workers at once would be slower than one after the other.
    if (checking.left.value > 0) return
    const wanted = checking.dialect.value
    if (wanted !== null && wanted !== dialect) void prepare(wanted)
    else readSoon()
  })

  /** What was said of a line while it was another one stays where it can, so that nothing flickers while one types. */
  const guess = (lines: readonly CheckedLine[]): void => {
    const were = drawn
    drawn = lines
    if (were === lines || were.length !== lines.length) return
    for (const [index, { text }] of lines.entries()) {
      const was = were[index]?.text ?? null
      if (text === null || was === null || text === was || said.has(text)) continue
      const remarks = said.get(was) ?? guessed.get(was) ?? []
      if (remarks.length > 0) guessed.set(text, carried(was, remarks, text))
    }
  }

  const sieve = computed(() => sieveOf(settingsOf(review.value, 'default'), review.value.dismissed))
  const lines = computed(() => {
    void shownAt.value
    const holes = sieve.value
    guess(checking.lines.value)
    return checking.lines.value.map((line, index): CheckedLine => {
      const { text, findings } = line
      const remarks = text === null ? undefined : (said.get(text) ?? guessed.get(text))
      if (text === null || remarks === undefined || remarks.length === 0) return line
      const second = secondFindings(index, text, remarks, findings, holes)
      if (second.length === 0) return line
      return { text, findings: [...findings, ...second].sort((one, other) => one.offset - other.offset) }
    })
  })

  return {
    lines,
    progress,
    prefer(line) {
      at = line
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      stopLines()
      worker.terminate()
    },
  }
}

function whenIdle(run: () => void): void {
  // Safari has no such call.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: BUSY_MS })
  else setTimeout(run)
}
