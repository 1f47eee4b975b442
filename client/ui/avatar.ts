/** A person as a coloured disc with initials; without, while their name is not known. */
import { html, type TemplateResult } from 'lit'

export interface Face {
  name: string
  /** 1…8. */
  swatch: number
}

export function avatar(person: Face, { small = false, away = false } = {}): TemplateResult {
  const kind = `avatar p${person.swatch}${small ? ' small' : ''}${away ? ' away' : ''}`
  return html`<span class=${kind} role="img" aria-label=${person.name || 'Somebody'} title=${person.name}>${initials(person.name)}</span>`
}

/** First letters of the first and the last word, at most two graphemes: "Ruth Adeyemi" → "RA". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1)
  return chosen.map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('')
}
