/** What a reader of files has made, in a form that tests can say. */
import type { ReadReview } from '../../shared/codecs/codec.ts'
import { apply } from '../../shared/review/change.ts'
import { deltaOf, draftOf } from '../../shared/story/delta.ts'
import type { Draft } from '../../shared/story/draft.ts'
import { lineText } from '../../shared/story/lines.ts'
import { markedCharacters } from './marked-manuscripts.ts'

/** "# " before a heading, "|" before a line of verse, "~" before a scene gap. */
export function draftText(draft: Draft): string[] {
  return draft.lines.map((line) => {
    const mark = line.block ? `${'#'.repeat(line.block)} ` : line.gap === 1 ? '|' : line.gap === 3 ? '~' : ''
    return mark + lineText(line)
  })
}

/** As `charactersIn` gives them. */
export function draftCharacters(draft: Draft): string[] {
  return draft.lines.flatMap(({ gap, block, spans }) => [
    gap === 1 ? '<br>' : `<p${block ?? ''}>`,
    ...spans.flatMap((span) => markedCharacters(span.text, span)),
  ])
}

/** With all suggestions made. Fails when two of them overlap. */
export function acceptedDraft({ draft, suggestions }: { draft: Draft } & Pick<ReadReview, 'suggestions'>): Draft {
  const base = deltaOf(draft)
  let at = 0
  const all = [...suggestions]
    .sort((a, b) => a.place.from - b.place.from || a.place.to - b.place.to)
    .flatMap(({ place, change }) => {
      const before = place.from - at
      at = place.to
      return [{ retain: before }, ...change]
    })
  const rest = base.reduce((sum, { insert }) => sum + insert.length, 0) - at
  return draftOf(
    apply(
      base,
      [...all, { retain: rest }].filter((op) => !('retain' in op) || op.retain > 0),
    ),
  )
}
