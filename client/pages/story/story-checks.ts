/**
 * The checker on an open story's page: its worker, the threads in the text, and what may be done about a finding. Loaded
 * when the text is there and nothing else is to be done. The panels see it as their ChecksContext.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core'
import type { Finding, Level } from '../../../shared/proof/finding.ts'
import { Refusal } from '../../../shared/refusals.ts'
import { may } from '../../../shared/roles.ts'
import { FindingsLayer } from '../../editor/checks/findings-layer.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import type { ChecksContext, Fix, FixWatch, FixWay } from '../../panels/checks/checks-context.ts'
import { byRule } from '../../panels/checks/finding-groups.ts'
import { ruleTitle } from '../../panels/checks/finding-words.ts'
import { hiddenRules, keepHiddenRules } from '../../panels/checks/hidden-rules.ts'
import { type CheckedLine, type CheckingHandle, startChecking } from '../../sync/checking.ts'
import type { Ask, ReviewHandle } from '../../sync/review.ts'
import { announce } from '../../ui/live-region.ts'
import { counted } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'
import type { ChecksBound } from './checks-bound.ts'
import { lastAct } from './last-act.ts'
import { proposedFixesWords, proposeFixes } from './propose-fixes.ts'
import { SecondChecks } from './second-checks.ts'
import { mayTakeBack } from './take-back.ts'

export interface StoryChecksParts extends ChecksBound {
  /** Puts the focus on the card of the open finding. */
  focusCard: () => void
}

/** A batch that is being looked through. */
export interface FindingBatch {
  findings: readonly Finding[]
  title: string
}

/** Milliseconds in which a line that was changed is looked at again. */
const LOOKED_AT_MS = 2_000
/** The most findings that one command dismisses. */
const AT_ONCE = 500
/** The longest words that a dismissal tells, UTF-16 code units. */
const QUOTED = 200

/** An editor keeps the layers that it was given. */
const layers = new WeakMap<StoryEditor, FindingsLayer>()

export class StoryChecks implements ChecksContext {
  readonly checking: CheckingHandle
  readonly review: ReviewHandle
  readonly second: SecondChecks
  readonly source: FindingsLayer
  readonly role: ChecksContext['role']
  readonly ways: ReadonlySignal<readonly FixWay[]>
  readonly shown: ReadonlySignal<readonly CheckedLine[]>
  readonly filter = signal<Level>('default')
  readonly hidden = signal<ReadonlySet<string>>(new Set())
  readonly batch = signal<FindingBatch | null>(null)
  private readonly parts: StoryChecksParts
  private readonly stops: (() => void)[]

  constructor(parts: StoryChecksParts) {
    const { handle, editor, mode } = parts
    this.parts = parts
    this.review = handle.review
    this.role = handle.role
    this.source = layerOf(editor)
    this.checking = startChecking({ text: handle.text, gap: handle.gap, review: handle.review.state })
    this.second = new SecondChecks({
      checking: this.checking,
      review: handle.review.state,
      account: handle.me.id,
      lineInView: () => this.source.lineInView(),
    })
    this.hidden.value = hiddenRules(handle.me.id, handle.story.id)
    this.ways = computed(() => {
      const apart = handle.replaced.value || handle.outdated.value
      if (apart || !may(handle.role.value, 'propose')) return []
      return mode.value === 'edit' ? ['write', 'propose'] : ['propose']
    })
    this.shown = computed(() => this.filtered(editor))
    this.source.show(this.shown)
    this.stops = [effect(() => this.preferWhatIsSeen())]
  }

  get named(): ReadonlySignal<unknown> {
    return this.parts.named
  }

  get story(): ChecksContext['story'] {
    return this.parts.handle.story
  }

  stop(): void {
    for (const stop of this.stops) stop()
    lastAct.forget()
    removeEventListener('scrollend', this.scrolled)
    this.source.show(null)
    this.second.stop()
    this.checking.stop()
  }

  setFilter(level: Level): void {
    this.filter.value = level
    this.checking.setLevel(level)
  }

  hide(rule: string, hidden: boolean): void {
    const next = new Set(this.hidden.peek())
    if (hidden) next.add(rule)
    else next.delete(rule)
    this.hidden.value = next
    keepHiddenRules(this.parts.handle.me.id, this.parts.handle.story.id, next)
  }

  person(account: string): string {
    return this.parts.nameOf(account)
  }

  async fix(fixes: readonly Fix[], way: FixWay, watch?: FixWatch): Promise<number> {
    if (way === 'propose') return this.propose(fixes, watch)
    const made = this.source.fix(fixes)
    const undo = () => this.parts.editor.undo()
    if (fixes.length === 1) announce(made === 1 ? 'Fixed.' : 'The words are not there any more.')
    // What is written behind it would be undone in its place.
    else lastAct.set(undo, showToast(fixedWords(made, fixes.length), { run: undo }))
    return made
  }

  async dismiss(findings: readonly Finding[]): Promise<void> {
    const named = findings.map((finding) => ({
      key: finding.key,
      rule: finding.rule,
      words: this.wordsOf(finding)
        .slice(0, QUOTED)
        .replace(/[\uD800-\uDBFF]$/, ''),
    }))
    const ask = async (on: boolean): Promise<boolean> => {
      for (let start = 0; start < named.length; start += AT_ONCE) {
        const some = named.slice(start, start + AT_ONCE)
        if (!(await this.ask({ type: 'dismiss', findings: some, on }))) return false
      }
      return true
    }
    if (!(await ask(true))) return
    const done =
      findings.length === 1 ? 'Dismissed, for everybody.' : `Dismissed ${counted(findings.length, 'finding')}.`
    this.mayUndo(done, () => void ask(false))
  }

  async dismissRule(rule: string): Promise<void> {
    const title = ruleTitle(rule, this.checking.rules.peek())
    if (may(this.role.peek(), 'decide')) {
      if (!(await this.ask({ type: 'switch-rule', rule, on: false }))) return
      const run = () => void this.ask({ type: 'switch-rule', rule, on: true })
      showToast(`“${title}” is off in this story, for everybody.`, { run })
    } else {
      this.hide(rule, true)
      showToast(`“${title}” is hidden from you in this browser.`, { run: () => this.hide(rule, false) })
    }
  }

  async addWord(finding: Finding): Promise<void> {
    const word = this.wordsOf(finding)
    const words = [{ word, kind: /^\p{Lu}/u.test(word) ? ('name' as const) : ('spelling' as const) }]
    const decides = may(this.role.peek(), 'decide')
    if (!(await this.ask({ type: decides ? 'allow-words' : 'propose-words', words }))) return
    showToast(decides ? `“${word}” is one of this story’s words now.` : `“${word}” waits for an editor to allow it.`, {
      run: () => void this.ask({ type: 'drop-words', words: [word] }),
    })
  }

  wordsOf({ line, offset, length }: Finding): string {
    return this.checking.lines.peek()[line]?.text?.slice(offset, offset + length) ?? ''
  }

  showBatch(findings: readonly Finding[], title: string): void {
    // The batch is in hand then, and no card.
    this.source.open(null)
    this.batch.value = findings.length === 0 ? null : { findings, title }
  }

  /** What can be fixed at one go: by rule, those with a sure correction; of two at least. */
  batches(): FindingBatch[] {
    const sure = this.source.all().filter(({ sure }) => sure)
    return [...byRule(sure, ({ rule }) => rule)]
      .filter(([, findings]) => findings.length > 1)
      .map(([rule, findings]) => ({ findings, title: ruleTitle(rule, this.checking.rules.peek()) }))
  }

  step(by: 1 | -1): void {
    const next = this.source.next(by)
    if (next) this.openCard(next)
    else if (this.source.all().length === 0) announce(this.checking.left.peek() > 0 ? 'Still reading.' : 'No findings.')
    else announce(by === 1 ? 'That was the last finding.' : 'That was the first finding.')
  }

  /** Does it, then goes to the finding after this one; after the last one the words have the focus. */
  async andGoOn(finding: Finding, act: () => Promise<unknown>): Promise<void> {
    const next = this.source.next(1)
    this.source.open(null)
    await act()
    if (next && next.line !== finding.line && this.openCard(next)) return
    await this.lookedAt(finding.line)
    const after = this.source.all().length > 0 ? this.source.next(1) : null
    if (after && this.openCard(after)) return
    announce('That was the last finding.')
    this.focusText()
  }

  focusText(): void {
    this.parts.editor.focusText()
  }

  private openCard(finding: Finding): boolean {
    if (!this.source.reveal(finding)) return false
    const all = this.source.all()
    const at = all.findIndex(
      ({ key, line, offset }) => key === finding.key && line === finding.line && offset === finding.offset,
    )
    announce(`Finding ${at + 1} of ${all.length}, line ${finding.line + 1}: ${finding.message}`)
    this.parts.focusCard()
    return true
  }

  /** Resolves when findings of the line are about what it says now. */
  private lookedAt(line: number): Promise<void> {
    return new Promise((resolve) => {
      const before = this.checking.lines.peek()[line]
      let stop = (): void => {}
      const done = () => {
        clearTimeout(timer)
        stop()
        resolve()
      }
      const timer = setTimeout(done, LOOKED_AT_MS)
      stop = effect(() => {
        // A line that was not written in is not looked at again; then it is the frame that shows what was done.
        if (this.checking.lines.value[line] !== before) queueMicrotask(done)
      })
    })
  }

  private async propose(fixes: readonly Fix[], watch?: FixWatch): Promise<number> {
    const { handle, own } = this.parts
    const rules = this.checking.rules.peek()
    const made = await proposeFixes(
      {
        handle,
        own: own(),
        find: (some) => this.source.found(some),
        groundsOf: ({ finding: { rule } }) => ({ reason: ruleTitle(rule, rules), label: null, rule }),
      },
      fixes,
      watch,
    )
    const { proposed } = made
    if (proposed.length === 0) showToast(proposedFixesWords(made))
    else {
      const undo = mayTakeBack(() => ({ handle, own: own() }), proposed)
      if (fixes.length > 1) showToast(proposedFixesWords(made), { run: undo })
      else announce('Proposed.')
    }
    return proposed.length
  }

  private mayUndo(done: string, run: () => void): void {
    showToast(done, {
      run: () => {
        lastAct.forget()
        run()
      },
    })
    lastAct.set(run)
  }

  private async ask(command: Ask): Promise<boolean> {
    try {
      await this.review.ask(command)
      return true
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      showToast(error.message)
      return false
    }
  }

  /** Without those that one does not want to see, and those for which something is suggested already. */
  private filtered(editor: StoryEditor): readonly CheckedLine[] {
    const lines = this.second.lines.value
    const hidden = this.hidden.value
    const style = this.filter.value === 'style'
    const { suggestions } = this.review.state.value
    const taken = editor.review.placed.value
      .filter(({ id, state }) => state !== 'orphan' && suggestions.get(id)?.status === 'open')
      .map(({ from, length }) => ({ from, to: from + length }))
    const isTaken = (finding: Finding): boolean => {
      if (taken.length === 0) return false
      const place = this.source.placeOf(finding, lines)
      return place !== null && taken.some(({ from, to }) => from <= place.to && to >= place.from)
    }
    return lines.map((line) => {
      if (line.findings.length === 0) return line
      const findings = line.findings.filter(
        (finding) => !hidden.has(finding.rule) && (style || finding.level === 'default') && !isTaken(finding),
      )
      return findings.length === line.findings.length ? line : { ...line, findings }
    })
  }

  private readonly scrolled = (): void => this.checking.prefer(this.source.lineInView())

  private preferWhatIsSeen(): void {
    removeEventListener('scrollend', this.scrolled)
    if (this.checking.left.value === 0) return
    addEventListener('scrollend', this.scrolled)
  }
}

/** Those that overlap one before them, and those whose words have changed, are left. */
function fixedWords(made: number, of: number): string {
  const left = of > made ? ` ${counted(of - made, 'was', 'were')} left: the words are others now.` : ''
  return `Fixed ${counted(made, 'finding')}.${left}`
}

function layerOf(editor: StoryEditor): FindingsLayer {
  const known = layers.get(editor)
  if (known) return known
  const layer = new FindingsLayer()
  layers.set(editor, layer)
  editor.use(layer)
  return layer
}
