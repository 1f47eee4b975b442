/** <lost-words>: for a story that does not open here, what one typed into it at this browser and never got saved; else nothing. */
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import '../../panels/save/aside-list.ts'
import { discardAfterAsking } from '../../panels/save/take-words.ts'
import { type KeptWords, listUnsaved } from '../../sync/kept-aside.ts'

@customElement('lost-words')
export class LostWords extends LitElement {
  @property() storyId = ''
  @state() private kept: readonly KeptWords[] = []

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('storyId')) void this.list()
  }

  protected override render() {
    if (this.kept.length === 0) return nothing
    return html`<section class="lost-words">
      <h2>Your words that were not saved</h2>
      <aside-list .kept=${this.kept} .discard=${(words: KeptWords) => void this.discard(words)}></aside-list>
    </section>`
  }

  private async list(): Promise<void> {
    this.kept = await listUnsaved(this.storyId)
  }

  private async discard(words: KeptWords): Promise<void> {
    if (await discardAfterAsking(words)) this.kept = this.kept.filter((other) => other !== words)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lost-words': LostWords
  }
}
