/** Words about the words of a story's list: what they are, and how many go into one command. */
import { html, type TemplateResult } from 'lit'
import { MOST_WORDS, WORD_KINDS, type WordKind } from '../../../shared/review/vocabulary.ts'

export interface ListedWord {
  word: string
  kind: WordKind
}

export const KIND_NAMES: Record<WordKind, string> = {
  name: 'a name',
  place: 'a place',
  term: 'a term',
  spelling: 'a spelling',
}

/** What a word is, as a choice. */
export function kindSelect(kind: WordKind, label: string, choose: (kind: WordKind) => void): TemplateResult {
  const chosen = ({ target }: Event) => {
    const given = WORD_KINDS.find((one) => one === (target as HTMLSelectElement).value)
    if (given) choose(given)
  }
  return html`<select class="select" aria-label=${label} .value=${kind} @change=${chosen}>
    ${WORD_KINDS.map((one) => html`<option value=${one} ?selected=${one === kind}>${KIND_NAMES[one]}</option>`)}
  </select>`
}

/** In pieces that one command takes. */
export function inCommands<Word>(words: readonly Word[]): Word[][] {
  return Array.from({ length: Math.ceil(words.length / MOST_WORDS) }, (_, at) =>
    words.slice(at * MOST_WORDS, (at + 1) * MOST_WORDS),
  )
}
