/** What of a Word file does not come along, counted by kind. */
import type { Loss } from '../../loss.ts'

const SENTENCES = {
  images: ['1 picture is left out', 'pictures are left out'],
  'text-boxes': ['1 text box is left out', 'text boxes are left out'],
  objects: ['1 embedded object or formula is left out', 'embedded objects and formulas are left out'],
  tables: ['1 table is read as the paragraphs of its cells', 'tables are read as the paragraphs of their cells'],
  lists: [
    '1 paragraph of a list is read without its number or bullet',
    'paragraphs of lists are read without their numbers and bullets',
  ],
  fields: ['1 field is read as the words that it shows', 'fields are read as the words that they show'],
  links: ['1 link is read as its words', 'links are read as their words'],
  footnotes: ['1 footnote has become a note', 'footnotes have become notes'],
  hidden: ['1 hidden passage is left out', 'hidden passages are left out'],
  symbols: ['1 sign of a symbol font is left out', 'signs of symbol fonts are left out'],
  formatting: [
    '1 passage loses its underlining, capitals, colour or raised letters',
    'passages lose their underlining, capitals, colour or raised letters',
  ],
  pages: ['1 header or footer is left out', 'headers and footers are left out'],
  nested: [
    '1 passage that somebody inserted and another struck is left out',
    'passages that somebody inserted and another struck are left out',
  ],
  looks: [
    '1 tracked change of a look that a story does not have is left out',
    'tracked changes of looks that a story does not have are left out',
  ],
} as const

export type LossKind = keyof typeof SENTENCES

export class LossCounter {
  readonly #counts = new Map<LossKind, number>()

  add(kind: LossKind): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1)
  }

  /** In an order that does not depend on the file. */
  get losses(): Loss[] {
    return (Object.keys(SENTENCES) as LossKind[]).flatMap((kind) => {
      const count = this.#counts.get(kind) ?? 0
      const [one, many] = SENTENCES[kind]
      return count === 0 ? [] : { kind, count, message: `${count === 1 ? one : `${count} ${many}`}.` }
    })
  }
}
