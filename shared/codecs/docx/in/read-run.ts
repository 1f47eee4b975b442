/** The looks of one run while its properties are read: those that a story has, and those that it loses. */
import { MARKS, type MarkName, type Marks } from '../../../story/attributes.ts'
import type { XmlElement } from '../../xml/read-xml.ts'
import type { Tracked } from './body.ts'
import { isOn, MARK_ELEMENTS, type Styles } from './read-styles.ts'

export class RunLook {
  readonly #styles: Styles
  readonly #own: Partial<Record<MarkName, boolean>> = {}
  #style: Marks = {}
  hidden = false
  /** It has a look that a story does not have. */
  loses = false

  constructor(styles: Styles) {
    this.#styles = styles
  }

  /** Takes one element of `<w:rPr>`. */
  take(element: XmlElement): void {
    const mark = MARK_ELEMENTS.get(element.name)
    // Both kinds of strike are one mark; the one that is off does not take the other away.
    if (mark) this.#own[mark] = isOn(element) || (this.#own[mark] === true && mark === 'strike')
    else if (element.name === 'w:rStyle') this.#style = this.#styles.marksOf(element.attribute('w:val') ?? '')
    else if (element.name === 'w:vanish') this.hidden = isOn(element)
    else if (LOST.has(element.name)) this.loses ||= isOn(element) && element.attribute('w:val') !== 'baseline'
  }

  get marks(): Marks {
    const marks: Marks = {}
    for (const name of MARKS) if (this.#own[name] ?? this.#style[name]) marks[name] = true
    return marks
  }
}

/** A run and how it looked before somebody changed that. */
export interface RunLooks {
  now: RunLook
  formatted: { by: Tracked; was: RunLook } | null
}

const LOST = new Set([
  'w:u',
  'w:caps',
  'w:smallCaps',
  'w:vertAlign',
  'w:highlight',
  'w:emboss',
  'w:outline',
  'w:shadow',
])
