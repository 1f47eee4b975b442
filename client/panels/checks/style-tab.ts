/**
 * <style-tab>: the style sheet of a story as rows: what, the decision, who and when, an example, then a tick or how many
 * places differ, which opens the preview of fixing them. What nobody has decided shows what the story does now.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Finding } from '../../../shared/proof/finding.ts'
import type { Habits } from '../../../shared/proof/habits.ts'
import type { StyleEntry } from '../../../shared/review/state.ts'
import type { StyleDecision } from '../../../shared/review/style.ts'
import { may } from '../../../shared/roles.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import '../../ui/pull-down.ts'
import { announce } from '../../ui/live-region.ts'
import { counted } from '../../ui/times.ts'
import { Watch } from '../../ui/watch.ts'
import { askChecks } from './ask-checks.ts'
import type { ChecksContext } from './checks-context.ts'
import { decidedRow, ofShelf, otherDecisions, SHELVES, type Shelf } from './decided-row.ts'
import { showDecision } from './decision-dialog.ts'
import { type ByRule, deviationsFrom, RULES_OF } from './deviations.ts'
import { HoldFocus } from './hold-focus.ts'
import { sheetDownloads } from './sheet-files.ts'
import { showImport } from './sheet-import.ts'
import { exampleOf } from './style-example.ts'
import {
  decisionWords,
  type Habit,
  habitOf,
  PART_NAMES,
  SINGLE_PARTS,
  type SinglePart,
  type StylePart,
  subjectWords,
} from './style-words.ts'
import { showWordList } from './word-list.ts'
import './style.css'

@customElement('style-tab')
export class StyleTab extends LightElement {
  @property({ attribute: false }) context!: ChecksContext
  @state() private shelf: Shelf = 'decisions'
  @state() private habits: Habits | null = null
  /** What the habits were counted of. */
  private counted: unknown = null
  private readonly watch = new Watch(this)
  private readonly focused = new HoldFocus(this, '.sheet-rows > div', '.groupfoot button')

  protected override render(): TemplateResult {
    const { review, checking, named } = this.context
    this.watch.read(named)
    const { style, words } = this.watch.read(review.state)
    const decides = may(this.watch.read(this.context.role), 'decide')
    const findings = this.byRule()
    if (this.watch.read(checking.left) === 0) void this.count()
    const all = [...style.values()]
    const listed = [...words.values()].filter(({ allowed }) => allowed !== null).length
    const differing = this.allDeviations(all, findings)
    return html`<div class="filterline" role="group" aria-label="Style sheet">
        ${SHELVES.map(([shelf, name]) => {
          const count = shelf === 'decisions' ? 0 : ofShelf(all, shelf).length
          return html`<button class="chip" aria-pressed=${this.shelf === shelf ? 'true' : 'false'} @click=${() => {
            this.shelf = shelf
          }}>${name}${count > 0 ? html` <span class="num">${count}</span>` : nothing}</button>`
        })}
        <button class="chip" @click=${() => void showWordList(this.context)}>Words <span class="num">${listed}</span></button>
      </div>
      ${this.rows(all, findings, decides)}
      <div class="groupfoot">
        ${decides ? html`<button class="btn tiny" @click=${() => this.add()}>${icon('plus', { small: true })}Add a decision</button>` : nothing}
        ${
          differing.length > 0
            ? html`<button class="btn tiny quiet" @click=${() => this.context.showBatch(differing, 'What differs from the style sheet')}>
                Show ${differing.length === 1 ? 'what differs' : `all ${differing.length.toLocaleString('en')}`}</button>`
            : nothing
        }
        <span class="grow"></span>
        <pull-down label="The style sheet as a file" .look=${'btn icon-only tiny quiet'} .face=${icon('file-text', { small: true })} .items=${this.fileItems(decides)}></pull-down>
      </div>`
  }

  private rows(all: readonly StyleEntry[], findings: ByRule, decides: boolean): TemplateResult {
    if (this.shelf !== 'decisions') {
      const entries = ofShelf(all, this.shelf)
      return entries.length === 0
        ? html`<p class="hush small">None yet. A name on the sheet has its other forms and what it is.</p>`
        : html`<dl class="sheet-rows">${entries.map((entry) => this.decided(entry, findings, decides))}</dl>`
    }
    return html`<dl class="sheet-rows">
      ${SINGLE_PARTS.map((part) => {
        const entry = all.find(({ id }) => id === part)
        return entry ? this.decided(entry, findings, decides) : this.undecided(part, findings, decides)
      })}
      ${otherDecisions(all).map((entry) => this.decided(entry, findings, decides))}
    </dl>`
  }

  private decided(entry: StyleEntry, findings: ByRule, decides: boolean): TemplateResult {
    const { decision, example } = entry
    const subject =
      decision.part === 'name' || decision.part === 'spelling' ? decisionWords(decision) : subjectWords(decision)
    return decidedRow(
      entry,
      (account) => this.context.person(account),
      html`${this.standing(decision, findings, subject)}
        ${decides && decision.part !== 'muteDialogue' ? this.change(subject, () => this.open(decision, example, decision.part)) : nothing}`,
    )
  }

  private undecided(part: SinglePart, findings: ByRule, decides: boolean): TemplateResult {
    const habit = this.habits && habitOf(part, this.habits)
    return html`<div class="undecided">
      <dt>${PART_NAMES[part]}</dt>
      <dd>${
        habit
          ? html`<b>${decisionWords(habit.decision)}</b>
              <small>${habitWords(habit)}</small>
              ${decides ? html`<button class="btn tiny" aria-label="Decide so: ${PART_NAMES[part]}" @click=${() => void this.decide(habit.decision)}>Decide so</button>` : nothing}`
          : html`<span class="hush">not decided</span>`
      }</dd>
      <dd class="state">
        ${habit && part !== 'quotes' ? this.standing(habit.decision, findings, PART_NAMES[part]) : nothing}
        ${decides ? this.change(PART_NAMES[part], () => this.open(habit?.decision ?? null, '', part)) : nothing}
      </dd>
    </div>`
  }

  private change(subject: string, run: () => void): TemplateResult {
    return html`<button class="btn icon-only tiny quiet" aria-label="Change: ${subject}" title="Change" @click=${run}>${icon('pen-line', { small: true })}</button>`
  }

  private standing(decision: StyleDecision, findings: ByRule, subject: string): TemplateResult | typeof nothing {
    const rules = RULES_OF[decision.part]
    const { off } = this.watch.read(this.context.review.state)
    if (rules.length === 0 || ('value' in decision && decision.value === '')) return nothing
    if (rules.every((rule) => off.has(rule)))
      return html`<span class="chip" title="Its rule is off in this story">not checked</span>`
    const differing = deviationsFrom(decision, findings, (finding) => this.context.wordsOf(finding))
    const { length } = differing
    if (length > 0) {
      return html`<button class="chip" aria-label="${subject}: ${differ(length)}" @click=${() => this.context.showBatch(differing, `Not as decided: ${subject}`)}>${differ(length)}</button>`
    }
    if (this.watch.read(this.context.checking.left) > 0) return html`<span class="chip" aria-busy="true">…</span>`
    return html`<span class="chip good" title="No deviations">${icon('check', { small: true })}<span class="unseen">no deviations</span></span>`
  }

  private byRule(): ByRule {
    const findings = new Map<string, Finding[]>()
    for (const line of this.watch.read(this.context.shown)) {
      for (const finding of line.findings) {
        const list = findings.get(finding.rule)
        if (list) list.push(finding)
        else findings.set(finding.rule, [finding])
      }
    }
    return findings
  }

  /** Of what is decided alone, in the order of the text; what breaks two decisions counts once. */
  private allDeviations(all: readonly StyleEntry[], findings: ByRule): Finding[] {
    const words = (finding: Finding) => this.context.wordsOf(finding)
    const differing = new Set(all.flatMap(({ decision }) => deviationsFrom(decision, findings, words)))
    return [...differing].sort((one, other) => one.line - other.line || one.offset - other.offset)
  }

  private async decide(decision: StyleDecision): Promise<void> {
    const { review, checking } = this.context
    const example = exampleOf(decision, checking.lines.peek())
    if (await askChecks(review, { type: 'decide-style', decision, example })) {
      announce(`Decided: ${PART_NAMES[decision.part]}, ${decisionWords(decision)}.`)
    }
  }

  private open(given: StyleDecision | null, example: string, part: StylePart): void {
    void showDecision(this.context, given, example, part).then(() => this.focused.settle())
  }

  private add(): void {
    const names = this.shelf !== 'decisions'
    this.open(
      this.shelf === 'decisions' ? null : { part: 'name', name: '', aliases: [], kind: this.shelf },
      '',
      names ? 'name' : 'spelling',
    )
  }

  /** Anew whenever all has been read and the text is another. */
  private async count(): Promise<void> {
    const lines = this.context.checking.lines.peek()
    if (this.counted === lines) return
    this.counted = lines
    this.habits = await this.context.checking.habits([])
  }

  private fileItems(decides: boolean) {
    return [
      ...sheetDownloads(this.context),
      ...(decides ? [null, { label: 'Import a style sheet…', run: () => void showImport(this.context) }] : []),
    ]
  }
}

function habitWords({ decision, count, of }: Habit): string {
  const times = count === of ? counted(of, 'time') : `${count.toLocaleString('en')} of ${counted(of, 'time')}`
  return decision.part === 'dialect' ? `Guessed from ${counted(of, 'word')}` : `As the story writes it, ${times}`
}

function differ(count: number): string {
  return counted(count, 'differs', 'differ')
}

declare global {
  interface HTMLElementTagNameMap {
    'style-tab': StyleTab
  }
}
