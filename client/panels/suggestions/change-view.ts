/** A proposed change in the story's face: struck words, proposed words, ¶ where a line opens or two join. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Base, Change, ChangePart } from '../../../shared/review/change.ts'
import { LINE } from '../../../shared/story/attributes.ts'
import { icon } from '../../ui/icons.ts'
import { isOfBlanks, isSlight, sayChange, shapeOf, shownParts } from './change-words.ts'
import './suggestions.css'

/** One paragraph; splits, joins, formatting and what cannot be seen also say what they do. */
export function changeView(base: Base, change: Change): TemplateResult {
  const shape = shapeOf(base, change)
  if (shape === 'split' || shape === 'join') {
    return html`<p class="edit structural">
      ${icon(shape === 'split' ? 'unfold-vertical' : 'fold-vertical', { small: true })}
      ${shape === 'split' ? html`Open a new line${beside(base, change)}` : 'Join with the next line'}
    </p>`
  }
  return html`<p class="edit">${partsView(shownParts(base, change))}</p>
    ${shape === 'format' || isOfBlanks(base, change) ? html`<p class="small hush">${capital(sayChange(base, change))}</p>` : nothing}`
}

/** The parts alone; `without` leaves a kind out, e.g. what is new where only the words before are to be shown. */
export function partsView(parts: readonly ChangePart[], without: ChangePart['kind'] | null = null): TemplateResult[] {
  return parts.filter(({ kind }) => kind !== without).map(partView)
}

function partView(part: ChangePart): TemplateResult {
  const words = formatted(part)
  const slight = isSlight(part) ? 'slight' : ''
  if (part.kind === 'gone') return html`<del class=${slight}>${words}</del>`
  if (part.kind === 'new') return html`<ins class=${slight}>${words}</ins>`
  return part.kind === 'format' ? html`<span class="format">${words}</span>` : html`${words}`
}

function formatted({ text, attributes }: ChangePart): TemplateResult {
  const shown = html`${text.split(LINE).map((piece, index) => (index === 0 ? piece : html`<span class="break">¶</span> ${piece}`))}`
  const slanted = attributes.italic === true ? html`<i>${shown}</i>` : shown
  return attributes.bold === true ? html`<b>${slanted}</b>` : slanted
}

function beside(base: Base, change: Change): string {
  const words =
    shownParts(base, change)
      .find(({ kind }) => kind === 'same')
      ?.text.trim() ?? ''
  return words === '' ? '' : ` after “${words}”`
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
