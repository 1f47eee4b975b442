/** <put-back>: where a note that lost its words may stand now; a press puts it there. Nothing where no place is like it. */
import { html, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Quote } from '../../../shared/review/anchor.ts'
import { LightElement } from '../../ui/light-element.ts'
import { Watch } from '../../ui/watch.ts'
import type { MarginSource, Offer } from './margin-source.ts'
import { shortened } from './margin-words.ts'

/** The whole text is searched, so not while somebody types. Milliseconds. */
const REST_MS = 1_000

@customElement('put-back')
export class PutBack extends LightElement {
  /** What the note was about. */
  @property({ attribute: false }) quote: Quote | null = null
  @property({ attribute: false }) source!: MarginSource
  @property({ attribute: false }) chosen: (offer: Offer) => void = () => undefined
  @state() private offers: readonly Offer[] = []
  private readonly watch = new Watch(this)
  private placed: MarginSource['placed']['value'] | null = null
  private timer: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const placed = this.watch.read(this.source.placed)
    if (changed.has('quote') || changed.has('source')) this.look()
    else if (placed !== this.placed) {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => this.look(), REST_MS)
    }
    this.placed = placed
  }

  protected override render() {
    return this.offers.map(({ line, words }, index) => {
      const there = `Put back on “${shortened(words, 40)}” (line ${line})`
      return html`<button class="btn tiny" @click=${() => this.choose(index)}>${there}</button>`
    })
  }

  private choose(index: number): void {
    const offer = this.offers[index]
    if (offer) this.chosen(offer)
  }

  private look(): void {
    this.offers = (this.quote && this.source.offers?.(this.quote)) ?? []
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'put-back': PutBack
  }
}
