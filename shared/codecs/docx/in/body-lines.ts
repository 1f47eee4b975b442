/**
 * The paragraphs of a file as lines of a story. The mark that ends a paragraph is the "\n" that opens the next line; where
 * one is struck or inserted the second paragraph's look goes for both, so every line gets the look that it has when all is
 * rejected and the one that it has when all is accepted. Empty paragraphs between others are the gap before the next one.
 */
import { MAX_GAP } from '../../../story/attributes.ts'
import { SPACE_BEFORE_HEADING, SPACE_OF_LINE_END, USUAL_GAP } from '../names.ts'
import { type BodyItem, type Fate, isRun, type Look, type Paragraph, type Tracked } from './body.ts'

/** `gap` and `block` as in LineAttributes; null = absent. */
export interface LineLook {
  gap: number | null
  block: number | null
}

export interface BodyLine {
  /** What became of the "\n" that opens it. */
  opening: Fate
  /** When all is rejected, and when all is accepted; of an inserted line only the second counts. */
  was: LineLook
  now: LineLook
  /** Who made the one of the other. */
  formatted: Tracked | null
  items: readonly BodyItem[]
}

/** `ours`: Galley wrote the file, so empty paragraphs are lines and space is counted in line ends. */
export function linesOf(all: readonly Paragraph[], ours: boolean): BodyLine[] {
  const paragraphs = ours ? all.map((paragraph) => ({ paragraph, empty: 0 })) : withoutEmpty(all)
  const gaps = new Gaps(paragraphs, ours)
  return paragraphs.map(({ paragraph }, index) => {
    const rejected = lastOf(paragraphs, index, ({ inserted, deleted }) => inserted !== null && deleted === null)
    const accepted = lastOf(paragraphs, index, ({ deleted }) => deleted !== null)
    const was = gaps.lookAt(index, rejected.formatted?.was ?? rejected.look)
    const now = gaps.lookAt(index, accepted.look)
    const { mark } = paragraph
    return {
      opening: paragraphs[index - 1]?.paragraph.mark ?? { inserted: null, deleted: null },
      was,
      now,
      formatted:
        was.gap === now.gap && was.block === now.block
          ? null
          : (paragraph.formatted ?? rejected.formatted ?? mark.deleted ?? mark.inserted ?? accepted.formatted),
      items: paragraph.items,
    }
  })
}

interface Placed {
  paragraph: Paragraph
  /** Empty paragraphs before it. */
  empty: number
}

/** The paragraph whose look goes for those from `index` on that become one when marks of that fate are gone. */
function lastOf(paragraphs: readonly Placed[], index: number, gone: (mark: Fate) => boolean): Paragraph {
  let at = index
  while (at < paragraphs.length - 1 && gone(paragraphs[at]!.paragraph.mark)) at += 1
  return paragraphs[at]!.paragraph
}

/** Only those about which nobody says or changes anything. At least one stays. */
function withoutEmpty(all: readonly Paragraph[]): Placed[] {
  const placed: Placed[] = []
  let empty = 0
  let before: Fate | null = null
  for (const paragraph of all) {
    const plain = isPlain(paragraph.mark) && (before === null || isPlain(before)) && paragraph.formatted === null
    before = paragraph.mark
    if (plain && paragraph.items.every((item) => isRun(item) && item.text.trim() === '')) empty += 1
    else {
      placed.push({ paragraph, empty })
      empty = 0
    }
  }
  return placed.length > 0 ? placed : all.slice(0, 1).map((paragraph) => ({ paragraph, empty: 0 }))
}

function isPlain({ inserted, deleted }: Fate): boolean {
  return inserted === null && deleted === null
}

/** How many line ends stand before a line. */
class Gaps {
  readonly #paragraphs: readonly Placed[]
  readonly #ours: boolean
  /** Line ends more than a file has to have that are usual in this one. */
  readonly #usual: number

  constructor(paragraphs: readonly Placed[], ours: boolean) {
    this.#paragraphs = paragraphs
    this.#ours = ours
    this.#usual = ours ? 0 : this.#mostFrequent()
  }

  lookAt(index: number, look: Look): LineLook {
    const { paragraph } = this.#paragraphs[index]!
    if (index === 0) return { gap: null, block: look.block }
    const more = this.#more(index, look) - this.#usual
    const gap = paragraph.soft || (this.#ours && look.close) ? 1 : Math.max(1, Math.min(MAX_GAP, USUAL_GAP + more))
    return { gap: gap === USUAL_GAP ? null : gap, block: look.block }
  }

  #more(index: number, { space, block }: Look): number {
    if (!this.#ours) return this.#paragraphs[index]!.empty + Math.floor((space + 20) / SPACE_OF_LINE_END)
    const own = space - (block === null ? 0 : SPACE_BEFORE_HEADING)
    return Math.max(0, Math.round(own / SPACE_OF_LINE_END))
  }

  #mostFrequent(): number {
    const counts = new Map<number, number>()
    for (const [index, { paragraph }] of this.#paragraphs.entries()) {
      if (index === 0 || paragraph.soft) continue
      const more = this.#more(index, paragraph.look)
      counts.set(more, (counts.get(more) ?? 0) + 1)
    }
    const [best] = [...counts].sort(([a, m], [b, n]) => n - m || a - b)
    return best ? best[0] : 0
  }
}
