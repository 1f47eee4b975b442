/** What kind of note it is, and of a tag which: a row of chips for each; when such a note says enough to be sent. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Label } from '../../../shared/review/labels.ts'
import { NOTE_KINDS, type NoteKind } from '../../../shared/review/vocabulary.ts'
import { icon } from '../../ui/icons.ts'
import { KIND_WORDS } from './margin-words.ts'

export interface Kinded {
  kind: NoteKind
  /** Of a tag; null = none is chosen yet. */
  label: string | null
}

export interface KindChips extends Kinded {
  labels: ReadonlyMap<string, Label>
  change: (chosen: Partial<Kinded>) => void
  /** Null where tags may not be changed. */
  editLabels: (() => void) | null
}

export function kindChips({ kind, label, labels, change, editLabels }: KindChips): TemplateResult {
  return html`<div class="kinds" role="group" aria-label="Kind of note">
      ${NOTE_KINDS.map(
        (one) => html`<button
          type="button"
          class="chip ${one}"
          aria-pressed=${one === kind ? 'true' : 'false'}
          @click=${() => change({ kind: one })}
        >${icon(KIND_WORDS[one].icon, { small: true })}${KIND_WORDS[one].name}</button>`,
      )}
    </div>
    ${kind === 'tag' ? labelChips(label, labels, change, editLabels) : nothing}`
}

function labelChips(
  label: string | null,
  labels: KindChips['labels'],
  change: KindChips['change'],
  editLabels: KindChips['editLabels'],
): TemplateResult {
  return html`<div class="kinds" role="group" aria-label="Tag">
    ${[...labels.values()].map(
      ({ id, name, description, swatch }) => html`<button
        type="button"
        class="chip label p${swatch}"
        title=${description || name}
        aria-pressed=${label === id ? 'true' : 'false'}
        @click=${() => change({ label: id })}
      >${name}</button>`,
    )}
    ${editLabels ? html`<button type="button" class="link small" @click=${editLabels}>Change tags…</button>` : nothing}
  </div>`
}

/** A tag says it by its label, praise by being there; the others need words. */
export function saysEnough({ kind, label, body }: Kinded & { body: string }): boolean {
  if (kind === 'tag') return label !== null
  return kind === 'praise' || body.trim() !== ''
}
