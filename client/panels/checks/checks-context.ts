/**
 * What the checker's panels need of the page: findings and where they stand, what may be done about them, and the doing.
 * The page's StoryChecks fits it.
 */
import type { ReadonlySignal } from '@preact/signals-core'
import type { Finding, Level } from '../../../shared/proof/finding.ts'
import type { Role } from '../../../shared/roles.ts'
import type { CheckedLine, CheckingHandle } from '../../sync/checking.ts'
import type { ReviewHandle } from '../../sync/review.ts'
import type { SecondProgress } from '../../sync/second-opinion.ts'

/** What would stand in the place of a finding's words. */
export interface Fix {
  finding: Finding
  replacement: string
}

/** The findings in the text. The editor's layer fits this shape. */
export interface FindingsSource {
  readonly active: ReadonlySignal<Finding | null>
  open(finding: Finding | null): void
  /** Scrolls to the words, sets the caret before them and opens the finding. False where they are gone. */
  reveal(finding: Finding): boolean
  /** Every finding whose words are as they were found. */
  all(): Finding[]
  /** Where the words are on the screen; null when they are gone. */
  boxOf(finding: Finding): DOMRect | null
  /** The caret's line on the screen; null while nobody writes. */
  caretBox(): DOMRect | null
}

/** Somebody who waits for a long batch. */
export interface FixWatch {
  /** How many of all have been dealt with. */
  told(done: number, of: number): void
  /** Aborted: no more are begun; what is done stays. */
  readonly signal: AbortSignal
}

/** `write` changes the text, `propose` makes suggestions. */
export type FixWay = 'write' | 'propose'

/** Harper beside our own rules; off unless this person wants it in this browser. */
export interface SecondSwitch {
  readonly on: ReadonlySignal<boolean>
  /** Null while it is off. */
  readonly progress: ReadonlySignal<SecondProgress | null>
  turn(on: boolean): void
}

export interface ChecksContext {
  readonly checking: CheckingHandle
  readonly review: ReviewHandle
  readonly source: FindingsSource
  /** As it was called when it was opened. */
  readonly story: { readonly id: string; readonly title: string }
  readonly role: ReadonlySignal<Role | null>
  /** What a fix does just now, the usual way first; empty = nothing may be changed. */
  readonly ways: ReadonlySignal<readonly FixWay[]>
  /** Those findings that this person sees. */
  readonly shown: ReadonlySignal<readonly CheckedLine[]>
  readonly filter: ReadonlySignal<Level>
  setFilter(level: Level): void
  /** Rules that this person does not want to see in this browser. */
  readonly hidden: ReadonlySignal<ReadonlySet<string>>
  hide(rule: string, hidden: boolean): void
  readonly second: SecondSwitch
  /** Anew whenever somebody's name may be another. */
  readonly named: ReadonlySignal<unknown>
  person(account: string): string
  /** Makes the fixes and says so, and what could not be made; answers how many were made. Ctrl Z takes all of them back. */
  fix(fixes: readonly Fix[], way: FixWay, watch?: FixWatch): Promise<number>
  dismiss(findings: readonly Finding[]): Promise<void>
  /** Of this rule nothing more: in the whole story for who decides, else for oneself. */
  dismissRule(rule: string): Promise<void>
  /** On the story's list of words; where one may not decide, it is asked for. */
  addWord(finding: Finding): Promise<void>
  /** The words that a finding is about. */
  wordsOf(finding: Finding): string
  /** Opens the batch bar: each of the findings with a tick. */
  showBatch(findings: readonly Finding[], title: string): void
  /** Goes to the next finding, or the one before, opens it and puts the focus on its card. */
  step(by: 1 | -1): void
  /** Does something about the finding whose card has the focus, then goes to the next. */
  andGoOn(finding: Finding, act: () => Promise<unknown>): Promise<void>
  /** Back to the words. */
  focusText(): void
}
