/** The list of cards as a template: one tab stop, in the order of the text whatever the layout does. */
import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import type { MarginContext, SuggestionCard } from './margin-context.ts'
import { type Entry, isDone } from './margin-entries.ts'
import { entryWords } from './margin-words.ts'
import './note-card.ts'
import './thread-view.ts'

/** `data-cell` of the card in which a note is being written. */
export const COMPOSER = 'composer'

export interface CardListOptions {
  context: MarginContext
  active: string | null
  /** Beside the words, by script; else one below the other. */
  laid: boolean
  suggestionCard: SuggestionCard
  /** The card of a note that is being written. */
  composer: TemplateResult | null
  click: (event: MouseEvent, id: string) => void
  press: (event: KeyboardEvent, entry: Entry) => void
}

export function cardList(entries: readonly Entry[], options: CardListOptions): TemplateResult {
  const { active, composer, laid } = options
  const { context, suggestionCard } = options
  const stop = entries.some(({ id }) => id === active) ? active : entries[0]?.id
  return html`<ol class="cards${laid ? ' laid' : ''}" aria-label="Notes and suggestions">
    ${repeat(
      entries,
      ({ id }) => id,
      (entry) =>
        guard([entry, context, suggestionCard, entry.id === stop, entry.id === active], () =>
          card(entry, entry.id === stop, options),
        ),
    )}
    ${composer ? html`<li class="card composer active" data-cell=${COMPOSER}>${composer}</li>` : nothing}
  </ol>`
}

function card(
  entry: Entry,
  stop: boolean,
  { context, active, suggestionCard, click, press }: CardListOptions,
): TemplateResult {
  const { id } = entry
  const inHand = id === active
  const kind = entry.kind === 'suggestion' ? 'change' : entry.thread.kind
  return html`<li
    class="card ${kind}${inHand ? ' active' : ''}${isDone(entry) ? ' done' : ''}"
    id="note-card-${id}"
    data-cell=${id}
    tabindex=${stop ? '0' : '-1'}
    aria-label=${entryWords(entry, (account) => context.person(account).name || 'somebody')}
    aria-current=${inHand ? 'true' : nothing}
    @click=${(event: MouseEvent) => click(event, id)}
    @pointerenter=${() => context.source.light?.(id)}
    @pointerleave=${() => context.source.light?.(null)}
    @keydown=${(event: KeyboardEvent) => press(event, entry)}
  >
    ${
      entry.kind === 'note'
        ? html`<note-card .entry=${entry} .context=${context} ?active=${inHand}></note-card>`
        : suggestionCard(entry.thread, {
            ...context,
            active: inHand,
            line: entry.line,
            thread: html`<thread-view .thread=${entry.thread} .context=${context}></thread-view>`,
          })
    }
  </li>`
}
