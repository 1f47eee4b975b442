/** Stories with reviews made by dice: the same for the same seed. */
import type { Change } from '../../../shared/review/change.ts'
import type { Draft } from '../../../shared/story/draft.ts'
import { dice } from '../../kit/honest-traffic.ts'
import { ReviewedStory } from './edition-parts.ts'

const PIECES = ['ab', 'c d', '\u{1f600}', 'é', ' ', '“Yes,”', 'x\u{1f469}\u{1f3fd}y', '']

/** Lines with marks and gaps; notes and suggestions on random places, also on others' words; then some direct writing. */
export function randomStory(seed: number): ReviewedStory {
  const random = dice(seed)
  const below = (end: number) => Math.floor(random() * end)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T
  const words = () => pick(PIECES) + pick(PIECES)
  const lines = Array.from({ length: 1 + below(4) }, (): Draft['lines'][number] => ({
    ...(below(4) === 0 ? { gap: 1 + below(3) } : {}),
    ...(below(6) === 0 ? { block: 2 } : {}),
    spans: [
      { text: `${words()}k` },
      { text: `${words()}l`, ...(pick([{ bold: true }, { italic: true }]) as { bold: true }) },
    ],
  }))
  const story = new ReviewedStory({ lines })
  const placeFor = () => {
    const { words: text } = story
    const [one, other] = [1 + below(text.length), 1 + below(text.length)]
    const whole = (at: number) => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at)
    const [from, to] = [whole(Math.min(one, other)), whole(Math.min(Math.max(one, other), Math.min(one, other) + 6))]
    return below(4) === 0 ? { from: to, to } : { from, to: Math.max(from, to) }
  }
  const attributes = () => pick([{ bold: true }, { bold: null }, { gap: 3, italic: true }, { block: 1 }] as const)
  const changeFor = ({ from, to }: { from: number; to: number }): Change => {
    const change: Change = []
    let left = [...story.words.slice(from, to)]
    for (let steps = 0; left.length > 0 || steps === 0; steps++) {
      const taken = left.slice(0, 1 + below(left.length))
      const length = taken.join('').length
      const kind = left.length === 0 ? 'insert' : pick(['insert', 'delete', 'retain', 'format'])
      if (kind === 'insert') change.push({ insert: pick(['new', '\n', '\u{1f680}', 'o\np']), attributes: attributes() })
      if (kind === 'delete') change.push({ delete: length })
      if (kind === 'retain') change.push({ retain: length })
      if (kind === 'format') change.push({ retain: length, attributes: attributes() })
      if (kind !== 'insert') left = left.slice(taken.length)
    }
    return change
  }
  for (let count = 2 + below(8); count > 0; count--) {
    const place = placeFor()
    if (below(3) === 0) story.note(below(5) === 0 ? null : place, { private: below(8) === 0 })
    else story.suggest(place, changeFor(place), { at: new Date(Date.UTC(2026, 0, 1 + below(5))).toISOString() })
  }
  for (let count = below(3); count > 0; count--) {
    const { from, to } = placeFor()
    if (from > 0 && below(2) === 0) story.text.delete(from, Math.min(to, story.text.length) - from)
    else story.text.insert(to, 'typed', {})
  }
  return story
}
