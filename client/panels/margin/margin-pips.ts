/** Where there is no room for cards, pips stand at their lines: the weightiest kind, and how many. */
import { html, type TemplateResult } from 'lit'
import { icon } from '../../ui/icons.ts'
import { counted } from '../../ui/times.ts'
import type { Entry } from './margin-entries.ts'
import { kindOf } from './margin-filter.ts'
import { KIND_WORDS } from './margin-words.ts'

/** Pips nearer than this become one, pixels. */
const NEAR = 28
const WEIGHTIEST = ['suggestion', 'question', 'comment', 'tag', 'praise'] as const

export interface Pip {
  /** Pixels, of the first of them. */
  top: number
  entries: readonly Entry[]
}

/** `topOf` ascends with the entries; those without a place (null) have no pip. */
export function pipsOf(entries: readonly Entry[], topOf: (entry: Entry) => number | null): Pip[] {
  const pips: { top: number; entries: Entry[] }[] = []
  for (const entry of entries) {
    const top = topOf(entry)
    const last = pips.at(-1)
    if (top === null) continue
    if (last && top - last.top < NEAR) last.entries.push(entry)
    else pips.push({ top, entries: [entry] })
  }
  return pips
}

export function drawPip({ entries }: Pip, active: string | null, open: (id: string) => void): TemplateResult {
  const kinds = entries.map(kindOf)
  const kind = WEIGHTIEST.find((one) => kinds.includes(one)) ?? 'comment'
  const at = entries.findIndex(({ id }) => id === active)
  const [first] = entries
  // Pressing again goes through those that share the pip.
  const next = entries[(at + 1) % entries.length] ?? first
  return html`<button
    class="pip ${kind}"
    aria-label="${counted(entries.length, 'note')} at line ${first?.line ?? 1}"
    aria-expanded=${at >= 0 ? 'true' : 'false'}
    @click=${() => next && open(next.id)}
  >${icon(kind === 'suggestion' ? 'message-square-diff' : KIND_WORDS[kind].icon, { small: true })}${entries.length > 1 ? entries.length : ''}</button>`
}
