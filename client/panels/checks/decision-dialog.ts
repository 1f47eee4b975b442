/** <decision-dialog>: one decision of the style sheet, to be made, changed or taken back. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { type StyleDecision, styleId } from '../../../shared/review/style.ts'
import { MOST_WORD } from '../../../shared/review/vocabulary.ts'
import type { Ask } from '../../sync/review.ts'
import { DialogElement } from '../../ui/dialog-element.ts'
import { askChecks } from './ask-checks.ts'
import type { ChecksContext } from './checks-context.ts'
import { MOST_EXAMPLE } from './sheet-difference.ts'
import { exampleOf } from './style-example.ts'
import { CHOICES, isChoice, PART_NAMES, SINGLE_PARTS, type StylePart } from './style-words.ts'
import './style.css'

/** "In speech" is switched in the panel itself. */
const PARTS: readonly StylePart[] = ['spelling', 'name', ...SINGLE_PARTS]

const NAME_KINDS = { person: 'a person', place: 'a place', term: 'a term' } as const

@customElement('decision-dialog')
export class DecisionDialog extends DialogElement {
  context!: ChecksContext
  /** What the fields begin with; null = nothing. */
  given: StyleDecision | null = null
  example = ''
  @state() about: StylePart = 'spelling'
  @state() private wrong = ''

  /** The id of what the sheet has already; null where nothing was decided yet. */
  private get known(): string | null {
    const id = this.given && styleId(this.given)
    return id !== null && this.context.review.state.peek().style.has(id) ? id : null
  }

  protected override heading() {
    return this.known === null ? 'A decision about style' : 'Change a decision'
  }

  protected override body() {
    const { about: part } = this
    return html`<form id="decision-form" class="decision-form" @submit=${this.take}>
      ${
        this.known === null
          ? html`<label class="field"><span>About</span>
              <select class="select" name="part" @change=${({ target }: Event) => {
                this.about = PARTS.find((one) => one === (target as HTMLSelectElement).value) ?? part
                this.wrong = ''
              }}>
                ${PARTS.map((one) => html`<option value=${one} ?selected=${one === part}>${PART_NAMES[one]}</option>`)}
              </select></label>`
          : nothing
      }
      ${this.fields()}
      <label class="field"><span>Example</span>
        <input class="input" name="example" maxlength=${MOST_EXAMPLE} autocomplete="off" .value=${this.example} />
        <small>Left empty, one is looked for in the story.</small></label>
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
    </form>`
  }

  protected override foot() {
    const { known } = this
    return html`${known === null ? nothing : html`<button type="button" class="btn quiet bad" @click=${() => void this.takeBack(known)}>Take it back</button>`}
      <span class="grow"></span>
      <button type="button" class="btn quiet" @click=${() => this.close()}>Cancel</button>
      <button class="btn primary" form="decision-form">Decide</button>`
  }

  private fields(): TemplateResult {
    const { about: part } = this
    const given = this.given?.part === part ? this.given : null
    if (isChoice(part)) {
      const chosen = given && 'value' in given ? given.value : ''
      return html`<label class="field"><span>${PART_NAMES[part]}</span>
        <select class="select" name="value">
          ${Object.entries(CHOICES[part]).map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}
        </select></label>`
    }
    switch (part) {
      case 'spellNumbersBelow':
        return html`<label class="field"><span>Spelled out below</span>
          <input class="input" name="value" type="number" min="0" max="1000000" required .value=${String(given?.part === part ? given.value : 100)} />
          <small>Whole numbers in narration; 0 for figures everywhere.</small></label>`
      case 'sceneBreak':
        return html`<label class="field"><span>The line between two scenes</span>
          <input class="input" name="value" maxlength="40" autocomplete="off" .value=${given?.part === part ? given.value : '* * *'} />
          <small>Empty for a wider gap alone.</small></label>`
      case 'name':
        return this.nameFields(given?.part === part ? given : null)
      default:
        return this.spellingFields(given?.part === 'spelling' ? given : null)
    }
  }

  private spellingFields(given: Extract<StyleDecision, { part: 'spelling' }> | null): TemplateResult {
    return html`<label class="field"><span>Write</span>
        <input class="input" name="preferred" required maxlength=${MOST_WORD} autocomplete="off" placeholder="grey" .value=${given?.preferred ?? ''} /></label>
      <label class="field"><span>and not</span>
        <input class="input" name="variants" required autocomplete="off" placeholder="gray" .value=${given?.variants.join(', ') ?? ''} />
        <small>Several with commas between them.</small></label>`
  }

  private nameFields(given: Extract<StyleDecision, { part: 'name' }> | null): TemplateResult {
    return html`<label class="field"><span>Name</span>
        <input class="input" name="name" required maxlength=${MOST_WORD} autocomplete="off" .value=${given?.name ?? ''} /></label>
      <label class="field"><span>Also right</span>
        <input class="input" name="aliases" autocomplete="off" .value=${given?.aliases.join(', ') ?? ''} />
        <small>Other forms of it, with commas between them.</small></label>
      <label class="field"><span>What it is</span>
        <select class="select" name="kind">
          ${Object.entries(NAME_KINDS).map(([kind, words]) => html`<option value=${kind} ?selected=${kind === (given?.kind ?? 'person')}>${words}</option>`)}
        </select></label>`
  }

  private readonly take = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const decision = this.decisionIn(form)
    if (typeof decision === 'string') {
      this.wrong = decision
      return
    }
    const { review, checking } = this.context
    const example = field(form, 'example') || exampleOf(decision, checking.lines.peek())
    const { known } = this
    const moved: Ask[] = known !== null && known !== styleId(decision) ? [{ type: 'undecide-style', style: known }] : []
    if (await askChecks(review, { type: 'decide-style', decision, example }, ...moved)) this.close()
  }

  /** What the fields say, or why it is no decision. */
  private decisionIn(form: FormData): StyleDecision | string {
    const { about: part } = this
    const value = field(form, 'value')
    switch (part) {
      case 'spelling': {
        const preferred = field(form, 'preferred')
        const variants = listed(form, 'variants').filter((variant) => variant !== preferred)
        if (preferred === '' || variants.length === 0) return 'A spelling takes the place of another one.'
        return tooLong(variants) ?? { part, preferred, variants }
      }
      case 'name': {
        const name = field(form, 'name')
        const kind = (Object.keys(NAME_KINDS) as (keyof typeof NAME_KINDS)[]).find((one) => one === field(form, 'kind'))
        const aliases = listed(form, 'aliases').filter((alias) => alias !== name)
        if (name === '' || !kind) return 'The name is empty.'
        return tooLong(aliases) ?? { part, name, aliases, kind }
      }
      case 'spellNumbersBelow':
        return { part, value: Math.trunc(Number(value)) }
      case 'sceneBreak':
        return { part, value }
      default:
        // One of the choices offered.
        return { part, value } as StyleDecision
    }
  }

  private async takeBack(style: string): Promise<void> {
    if (await askChecks(this.context.review, { type: 'undecide-style', style })) this.close()
  }
}

function field(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim()
}

function listed(form: FormData, name: string): string[] {
  const words = field(form, name).split(',')
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))]
}

function tooLong(words: readonly string[]): string | null {
  if (words.length > 40) return 'Forty forms are the most.'
  return words.some(({ length }) => length > MOST_WORD) ? `A word has ${MOST_WORD} letters at most.` : null
}

/** Resolves when it was closed. `part`: what it is about where nothing is given. */
export function showDecision(
  context: ChecksContext,
  given: StyleDecision | null,
  example = '',
  part: StylePart = given?.part ?? 'spelling',
): Promise<void> {
  const dialog = document.createElement('decision-dialog')
  Object.assign(dialog, { context, given, example, about: part })
  return dialog.show()
}

declare global {
  interface HTMLElementTagNameMap {
    'decision-dialog': DecisionDialog
  }
}
