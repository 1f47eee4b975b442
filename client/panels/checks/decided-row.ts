/** A decision of the style sheet as a row: what it is about, what was decided, by whom and when, and an example. */
import { html, nothing, type TemplateResult } from 'lit'
import type { StyleEntry } from '../../../shared/review/state.ts'
import type { StyleDecision } from '../../../shared/review/style.ts'
import { exactTime, firstName, timeAgo } from '../../ui/times.ts'
import type { ChecksContext } from './checks-context.ts'
import { decisionWords, subjectWords } from './style-words.ts'

export type Shelf = 'decisions' | 'person' | 'place' | 'term'

/** Which rows there are: decisions about the writing, and names of one kind. */
export const SHELVES: readonly [Shelf, string][] = [
  ['decisions', 'Decisions'],
  ['person', 'People'],
  ['place', 'Places'],
  ['term', 'Terms'],
]

/** `state`: what stands at the end of the row. */
export function decidedRow(
  { decision, example, by, at }: StyleEntry,
  person: ChecksContext['person'],
  state: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const who = firstName(person(by)) || 'Somebody'
  return html`<div>
    <dt>${subjectWords(decision)}</dt>
    <dd>
      <b>${decisionWords(decision)}</b>
      <small title=${exactTime(at)}>${who}, ${timeAgo(at, Date.now())}</small>
      ${example === '' ? nothing : html`<q>${example}</q>`}
    </dd>
    ${state === nothing ? nothing : html`<dd class="state">${state}</dd>`}
  </div>`
}

/** The names of one kind, by their letters. */
export function ofShelf(all: readonly StyleEntry[], shelf: Shelf): StyleEntry[] {
  return all
    .filter(({ decision }) => decision.part === 'name' && decision.kind === shelf)
    .sort((one, other) => one.id.localeCompare(other.id, 'en'))
}

/** Spellings, and what is left alone in speech: after the parts that every sheet has one of. */
export function otherDecisions(all: readonly StyleEntry[]): StyleEntry[] {
  const isOther = ({ part }: StyleDecision) => part === 'spelling' || part === 'muteDialogue'
  return all.filter(({ decision }) => isOther(decision)).sort((one, other) => one.id.localeCompare(other.id, 'en'))
}
