/** What the named looks of a file mean for a story: levels of headings, marks of words; and whether Galley wrote it. */
import { MARKS, type MarkName, type Marks } from '../../../story/attributes.ts'
import type { XmlElement, XmlListener } from '../../xml/read-xml.ts'
import { STORY_STYLE } from '../names.ts'

interface Style {
  basedOn: string | null
  /** Level 1…6; 0 = said to be no heading; null = it does not say. */
  heading: number | null
  marks: Partial<Record<MarkName, boolean>>
}

/** By what element a mark is said. */
export const MARK_ELEMENTS: ReadonlyMap<string, MarkName> = new Map([
  ['w:b', 'bold'],
  ['w:i', 'italic'],
  ['w:strike', 'strike'],
  ['w:dstrike', 'strike'],
])

/** Longest line of styles that are based on each other; longer ones go in a circle. */
const MOST_BASES = 20

export class Styles implements XmlListener {
  readonly #styles = new Map<string, Style>()
  #style: Style | null = null
  /** Within a style's properties of a kind. */
  #within: 'w:pPr' | 'w:rPr' | null = null
  /** True when the file has the style that Galley gives the lines of a story. */
  ours = false

  opened(element: XmlElement): void {
    const { name } = element
    if (name === 'w:style') {
      this.#style = { basedOn: null, heading: null, marks: {} }
      this.#styles.set(element.attribute('w:styleId') ?? '', this.#style)
    } else if (this.#style === null) return
    else if (name === 'w:pPr' || name === 'w:rPr') this.#within = name
    else if (this.#within === null) this.#describe(this.#style, element)
    else if (name === 'w:outlineLvl') this.#style.heading = headingOf(element)
    else if (this.#within === 'w:rPr') {
      const mark = MARK_ELEMENTS.get(name)
      if (mark) this.#style.marks[mark] = isOn(element)
    }
  }

  closed(name: string): void {
    if (name === 'w:style') this.#style = null
    if (name === 'w:pPr' || name === 'w:rPr') this.#within = null
  }

  text(): void {}

  /** Level 1…6; null = a paragraph. */
  headingOf(style: string): number | null {
    return this.#find(style, ({ heading }) => heading) || null
  }

  marksOf(style: string): Marks {
    const marks: Marks = {}
    for (const name of MARKS) if (this.#find(style, (one) => one.marks[name] ?? null)) marks[name] = true
    return marks
  }

  #describe(style: Style, element: XmlElement): void {
    const value = element.attribute('w:val') ?? ''
    if (element.name === 'w:basedOn') style.basedOn = value
    if (element.name !== 'w:name') return
    if (value.toLowerCase() === STORY_STYLE.name.toLowerCase()) this.ours = true
    const level = /^heading ([1-9])$/i.exec(value)?.[1] ?? (/^title$/i.test(value) ? '1' : null)
    if (level) style.heading ??= Math.min(6, Number(level))
  }

  #find<Value>(id: string, ask: (style: Style) => Value | null): Value | null {
    let style = this.#styles.get(id)
    for (let base = 0; style && base < MOST_BASES; base += 1) {
      const answer = ask(style)
      if (answer !== null) return answer
      style = style.basedOn === null ? undefined : this.#styles.get(style.basedOn)
    }
    return null
  }
}

/** Of a w:outlineLvl: 0…5 as 1…6, deeper ones as 6; 0 for the level of body text. */
export function headingOf(element: XmlElement): number {
  const level = Number(element.attribute('w:val'))
  return Number.isInteger(level) && level >= 0 && level <= 8 ? Math.min(6, level + 1) : 0
}

/** Of an element that is a switch: on unless it says off. */
export function isOn(element: XmlElement): boolean {
  return !/^(0|false|off|none)$/i.test(element.attribute('w:val') ?? '')
}
