/**
 * <finding-card>: what the checker says of the words that were clicked or stepped to, and what can be done about it. It lies
 * below the words, above them where there is no room, and never over the line that the caret stands in.
 */
import { effect } from '@preact/signals-core'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Finding } from '../../../shared/proof/finding.ts'
import { may } from '../../../shared/roles.ts'
import { LightElement } from '../../ui/light-element.ts'
import { Watch } from '../../ui/watch.ts'
import { placeCard } from './card-place.ts'
import type { ChecksContext, FixWay } from './checks-context.ts'
import { besides, offerWords, ruleTitle } from './finding-words.ts'
import './finding-card.css'

/** Corrections that are offered. */
const OFFERED = 6

@customElement('finding-card')
export class FindingCard extends LightElement {
  @property({ attribute: false }) checks!: ChecksContext

  /** Null while they are being made. */
  @state() private offers: readonly string[] | null = null
  /** Of the offers. */
  @state() private chosen = 0
  @state() private more = false
  private readonly watch = new Watch(this)
  private about: Finding | null = null
  private frame = 0
  private stop = (): void => {}
  private readonly sizes = new ResizeObserver(() => this.placeSoon())

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('resize', this.placeSoon)
    document.addEventListener('scroll', this.placeSoon, { capture: true, passive: true })
    this.follow()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('resize', this.placeSoon)
    document.removeEventListener('scroll', this.placeSoon, { capture: true })
    cancelAnimationFrame(this.frame)
    this.frame = 0
    this.sizes.disconnect()
    this.stop()
  }

  /** Gives it the focus, once it is there. */
  async take(): Promise<void> {
    await this.updateComplete
    this.card?.focus({ preventScroll: true })
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('checks')) this.follow()
    const now = this.checks.source.active.peek()
    if (now && this.about && isSame(now, this.about)) {
      this.about = now
      return
    }
    this.about = now
    this.chosen = 0
    this.more = false
    this.offers = now && now.replacements.length > 0 ? now.replacements : null
    if (now && this.offers === null) void this.offer(now)
  }

  protected override render(): TemplateResult | typeof nothing {
    const finding = this.watch.read(this.checks.source.active)
    const rules = this.watch.read(this.checks.checking.rules)
    const ways = this.watch.read(this.checks.ways)
    const role = this.watch.read(this.checks.role)
    if (!finding) return nothing
    const rule = rules.get(finding.rule)
    const title = ruleTitle(finding.rule, rules)
    return html`<section class="pop finding-pop" role="dialog" aria-label="Finding: ${title}" tabindex="-1" @keydown=${this.press} @mousedown=${keepFocus}>
      <header><span class="stitch" aria-hidden="true"><span class="find ${finding.kind}">a</span></span><b>${title}</b></header>
      <p>${finding.message}${rule && !this.more ? html` <button class="link" aria-expanded="false" @click=${this.tellMore}>More</button>` : nothing}</p>
      ${
        rule && this.more
          ? html`<div class="rule-more">
              <p>${rule.explain}</p>
              <p class="rule-example"><del>${rule.example.wrong}</del> <ins>${rule.example.right}</ins></p>
              <p class="small hush">${rule.source}</p>
            </div>`
          : nothing
      }
      ${this.offering(ways)}
      <footer>
        ${this.offers && this.offers.length > 0 ? ways.map((way, index) => this.act(way, index === 0)) : nothing}
        ${
          finding.kind === 'spelling' && ways.length > 0
            ? html`<button class="btn tiny quiet" title=${may(role, 'decide') ? 'From now on a word of this story' : 'Asks an editor to allow it'} @click=${() => this.addWord()}>Add word<kbd>W</kbd></button>`
            : nothing
        }
        <button class="btn tiny quiet" title="It is right as it stands, here" @click=${() => this.dismiss()}>Dismiss<kbd>X</kbd></button>
        <span class="grow"></span>
        <button class="btn tiny quiet" title=${may(role, 'decide') ? 'Turns this rule off in this story, for everybody' : 'Hides what this rule finds, from you, in this browser'} @click=${() => void this.goOn(() => this.checks.dismissRule(finding.rule))}>${may(role, 'decide') ? 'Rule off' : 'Hide rule'}</button>
      </footer>
    </section>`
  }

  protected override updated(): void {
    const { card } = this
    if (card) {
      this.sizes.observe(card)
      // At once: a frame later it would first be seen, and pressed, where it is not.
      this.place()
    } else this.sizes.disconnect()
  }

  private get card(): HTMLElement | null {
    return this.querySelector('.finding-pop')
  }

  private offering(ways: readonly FixWay[]): TemplateResult | typeof nothing {
    const { offers, about } = this
    if (offers === null) return html`<p class="offer hush" aria-busy="true">Looking for corrections…</p>`
    if (offers.length === 0 || !about) return nothing
    const { before, after } = besides(about, this.checks.shown.peek()[about.line] ?? { text: null })
    return html`<div class="offer" role="group" aria-label="Corrections">
      ${offers.slice(0, OFFERED).map(
        (replacement, index) => html`<button
          class="btn${index === this.chosen ? ' chosen' : ''}"
          aria-keyshortcuts=${index + 1}
          ?disabled=${ways.length === 0}
          @focus=${() => {
            this.chosen = index
          }}
          @click=${() => this.fix(ways[0], index)}
        >${before === '' ? nothing : html`<span class="hush">${before}</span>`}${offerWords(replacement)}${after === '' ? nothing : html`<span class="hush">${after}</span>`}</button>`,
      )}
    </div>`
  }

  private act(way: FixWay, first: boolean): TemplateResult {
    const look = first ? 'primary' : 'quiet'
    return way === 'write'
      ? html`<button class="btn tiny ${look}" title="Writes it into the text" @click=${() => this.fix('write')}>Fix<kbd>A</kbd></button>`
      : html`<button class="btn tiny ${look}" title="Makes a suggestion of it" @click=${() => this.fix('propose')}>Propose<kbd>P</kbd></button>`
  }

  private async offer(finding: Finding): Promise<void> {
    const offers = await this.checks.checking.suggest(finding)
    if (this.about && isSame(this.about, finding)) this.offers = offers
  }

  private fix(way: FixWay | undefined, index = this.chosen): void {
    const { about } = this
    const replacement = this.offers?.[index]
    if (!about || replacement === undefined || !way) return
    void this.goOn(() => this.checks.fix([{ finding: about, replacement }], way))
  }

  private addWord(): void {
    const { about } = this
    if (about) void this.goOn(() => this.checks.addWord(about))
  }

  private dismiss(): void {
    const { about } = this
    if (about) void this.goOn(() => this.checks.dismiss([about]))
  }

  /** Whoever works by keys is led to the next finding; whoever clicked stays. */
  private async goOn(act: () => Promise<unknown>): Promise<void> {
    const { about } = this
    if (!about) return
    if (this.contains(document.activeElement)) await this.checks.andGoOn(about, act)
    else {
      this.checks.source.open(null)
      await act()
    }
  }

  private readonly tellMore = (): void => {
    const held = this.contains(document.activeElement)
    this.more = true
    if (held) void this.take()
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const ways = this.checks.ways.peek()
    const key = event.key.toLowerCase()
    const number = /^[1-9]$/.test(key) ? Number(key) : 0
    if (key === 'escape') {
      this.checks.source.open(null)
      this.checks.focusText()
    } else if (number > 0) this.querySelectorAll<HTMLElement>('.offer .btn')[number - 1]?.focus()
    else if (key === 'a' && ways.length > 0) this.fix(ways[0])
    else if (key === 'p' && ways.includes('propose')) this.fix('propose')
    else if (key === 'w' && this.about?.kind === 'spelling' && ways.length > 0) this.addWord()
    else if (key === 'x') this.dismiss()
    else if (key === 'm') this.tellMore()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  private readonly placeSoon = (): void => {
    if (this.frame !== 0 || !this.card) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      this.place()
    })
  }

  private place(): void {
    const { card, about } = this
    if (card && about) placeCard(card, this.checks.source.boxOf(about), this.checks.source.caretBox())
  }

  /** Words move as lines above them are written in; what is shown is told once they have. */
  private follow(): void {
    this.stop()
    if (!this.checks) return
    const { shown } = this.checks
    this.stop = effect(() => {
      void shown.value
      this.placeSoon()
    })
  }
}

/** A click on the card leaves the caret where it is. */
function keepFocus(event: Event): void {
  event.preventDefault()
}

function isSame(one: Finding, other: Finding): boolean {
  return one.key === other.key && one.rule === other.rule && one.line === other.line && one.offset === other.offset
}

declare global {
  interface HTMLElementTagNameMap {
    'finding-card': FindingCard
  }
}
