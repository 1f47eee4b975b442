/** Name and colour: the two fields with which a person introduces themselves. */
import { html, type TemplateResult } from 'lit'
import { avatar } from './avatar.ts'

export interface Who {
  name: string
  /** 1…8. */
  swatch: number
}

export const SWATCHES = [1, 2, 3, 4, 5, 6, 7, 8] as const

/** `set` gets the whole again at every change. */
export function whoFields(who: Who, label: string, hint: string, set: (who: Who) => void): TemplateResult {
  const named = (event: InputEvent) => set({ ...who, name: (event.target as HTMLInputElement).value })
  const face = { name: who.name.trim() || 'You' }
  return html`<label class="field"
      ><span>${label}</span>
      <input class="input" name="name" required maxlength="60" autocomplete="name" .value=${who.name} @input=${named} />
      <small>${hint}</small></label
    >
    <fieldset class="swatches">
      <legend>Your colour</legend>
      ${SWATCHES.map(
        (swatch) =>
          html`<label title="Colour ${swatch}"
            ><input
              type="radio"
              name="swatch"
              aria-label="Colour ${swatch}"
              .checked=${who.swatch === swatch}
              @change=${() => set({ ...who, swatch })}
            />${avatar({ ...face, swatch })}</label
          >`,
      )}
    </fieldset>`
}

/** A colour to begin with. */
export function anySwatch(): number {
  return 1 + Math.floor(Math.random() * SWATCHES.length)
}
