/** What the pages at the door share: the picture at the left, and the fields for a name and a colour. */
import { html, type TemplateResult } from 'lit'
import { avatar } from '../../ui/avatar.ts'
import '../../ui/door.css'

/** A little proof page beside the words; it is only to be looked at. */
export function doorFrame(content: TemplateResult): TemplateResult {
  return html`
    <main class="door">
      <section class="proof" aria-hidden="true">
        <div class="proof-type">
          <p>
            Hanne wiped the pencil on her sleeve. She had not had a letter from anyone since the winter the ferry
            stopped<ins>,</ins> and she was not <del>certain</del><ins>sure</ins> she wanted one now.
          </p>
          <div class="proof-gap"></div>
          <p>
            It was not a long letter. Her brother had never learned to use more words than a thing required.<span
              class="proof-caret p3"><span>Tomás</span></span>
          </p>
        </div>
      </section>
      ${content}
    </main>
  `
}

export interface ProfileDraft {
  name: string
  swatch: number
}

/** `change` is called with each edit of a field. */
export function profileFields(
  draft: ProfileDraft,
  hint: string,
  change: (draft: ProfileDraft) => void,
  wrong = '',
): TemplateResult {
  return html`
    <label class="field">
      <span>Your name</span>
      <input
        class="input"
        name="name"
        required
        maxlength="60"
        autocomplete="name"
        autofocus
        .value=${draft.name}
        aria-invalid=${wrong === '' ? 'false' : 'true'}
        aria-describedby="name-hint"
        @input=${(event: Event) => change({ ...draft, name: (event.target as HTMLInputElement).value })}
      />
      <small id="name-hint" class=${wrong === '' ? '' : 'wrong'}>${wrong || hint}</small>
    </label>
    <fieldset class="swatches">
      <legend>Your colour</legend>
      ${[1, 2, 3, 4, 5, 6, 7, 8].map(
        (swatch) => html`<label>
          <input
            type="radio"
            name="swatch"
            aria-label="Colour ${swatch}"
            .checked=${draft.swatch === swatch}
            @change=${() => change({ ...draft, swatch })}
          />
          <span aria-hidden="true">${avatar({ name: draft.name, swatch })}</span>
        </label>`,
      )}
    </fieldset>
  `
}
