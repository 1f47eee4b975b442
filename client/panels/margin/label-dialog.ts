/** <label-dialog>: the tags of the story, for those who may change them. */
import { html, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Label } from '../../../shared/review/labels.ts'
import { newId } from '../../sync/new-id.ts'
import type { ReviewHandle } from '../../sync/review.ts'
import { DialogElement } from '../../ui/dialog-element.ts'
import { icon } from '../../ui/icons.ts'
import { Watch } from '../../ui/watch.ts'
import { askReview } from './ask-review.ts'

const SWATCHES = [1, 2, 3, 4, 5, 6, 7, 8] as const

@customElement('label-dialog')
export class LabelDialog extends DialogElement {
  review!: ReviewHandle
  /** Of the tag that is being made. */
  @state() private swatch = 8
  private readonly watch = new Watch(this)

  protected override heading() {
    return 'Tags of this story'
  }

  protected override body() {
    const labels = [...this.watch.read(this.review.state).labels.values()]
    return html`<ul class="label-set">${labels.map((label) => this.row(label))}</ul>
      <form class="label-row" aria-label="New tag" @submit=${this.add}>
        ${this.colour(this.swatch, 'Colour of the new tag', (swatch) => {
          this.swatch = swatch
        })}
        <input class="input" name="name" required maxlength="40" aria-label="Name of the new tag" placeholder="New tag" />
        <input class="input" name="description" maxlength="200" aria-label="What the new tag is for" placeholder="What it is for" />
        <button class="btn icon-only" aria-label="Add tag" title="Add tag">${icon('plus')}</button>
      </form>
      <p class="small hush">A tag that is removed here stays readable on the notes that carry it.</p>`
  }

  protected override foot() {
    return html`<span class="grow"></span><button class="btn" @click=${() => this.close()}>Done</button>`
  }

  private row(label: Label): TemplateResult {
    const change = (part: Partial<Label>) => {
      const { id, name, description, swatch } = { ...label, ...part }
      if (name.trim() === '') this.requestUpdate()
      else void askReview(this.review, { type: 'set-label', label: id, name: name.trim(), description, swatch })
    }
    const value = (event: Event) => (event.target as HTMLInputElement).value
    return html`<li class="label-row">
      ${this.colour(label.swatch, `Colour of ${label.name}`, (swatch) => change({ swatch }))}
      <input class="input" maxlength="40" aria-label="Name of ${label.name}" .value=${label.name} @change=${(event: Event) => change({ name: value(event) })} />
      <input class="input" maxlength="200" aria-label="What ${label.name} is for" .value=${label.description} @change=${(event: Event) => change({ description: value(event) })} />
      <button
        class="btn icon-only quiet bad"
        aria-label="Remove ${label.name}"
        title="Remove ${label.name}"
        @click=${() => void askReview(this.review, { type: 'remove-label', label: label.id })}
      >${icon('trash-2')}</button>
    </li>`
  }

  private colour(now: number, label: string, choose: (swatch: number) => void): TemplateResult {
    return html`<select class="select swatch p${now}" aria-label=${label} @change=${(event: Event) => choose(Number((event.target as HTMLSelectElement).value))}>
      ${SWATCHES.map((swatch) => html`<option value=${swatch} ?selected=${swatch === now}>${swatch}</option>`)}
    </select>`
  }

  private readonly add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const given = new FormData(form)
    const name = String(given.get('name') ?? '').trim()
    const description = String(given.get('description') ?? '').trim()
    if (name === '') return
    const { swatch } = this
    if (await askReview(this.review, { type: 'set-label', label: newId(), name, description, swatch })) form.reset()
  }
}

/** Resolves when it was closed. */
export function showLabels(review: ReviewHandle): Promise<void> {
  const dialog = document.createElement('label-dialog')
  dialog.review = review
  return dialog.show()
}

declare global {
  interface HTMLElementTagNameMap {
    'label-dialog': LabelDialog
  }
}
