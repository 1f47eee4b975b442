/** Runs of words, and the few things of a run that are no letters. Counts what could not be written. */
import type { Marks } from '../../../story/attributes.ts'
import { countImpossible, escapeXml } from '../../xml/write-xml.ts'

/** Who changed something, as attributes of the element that says so. */
export interface Signature {
  by: string
  at: string
}

export class WordsWriter {
  /** Characters that no XML can hold, left out so far. */
  left = 0
  #change = 0

  /** Its number is its own in the whole file. */
  signed({ by, at }: Signature): string {
    this.#change += 1
    return `w:id="${this.#change}" w:author="${this.escaped(by)}" w:date="${dateOf(at)}"`
  }

  /** One run with a change of its marks, if there is one; "" where nothing is left to write. */
  run(text: string, marks: Marks, { deleted = false, formatted }: RunOptions = {}): string {
    const words = this.words(text, deleted)
    if (words === '') return ''
    const was = formatted
      ? `<w:rPrChange ${this.signed(formatted.by)}><w:rPr>${marksXml(formatted.was)}</w:rPr></w:rPrChange>`
      : ''
    const look = marksXml(marks) + was
    return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${words}</w:r>`
  }

  /** Tabs and form feeds are elements of their own; a form feed starts a page. */
  words(text: string, deleted = false): string {
    const name = deleted ? 'w:delText' : 'w:t'
    return text
      .split(/([\t\f])/)
      .map((piece) => {
        if (piece === '\t') return '<w:tab/>'
        if (piece === '\f') return '<w:br w:type="page"/>'
        const words = this.escaped(piece)
        return words === '' ? '' : `<${name} xml:space="preserve">${words}</${name}>`
      })
      .join('')
  }

  escaped(text: string): string {
    this.left += countImpossible(text)
    return escapeXml(text)
  }
}

export interface RunOptions {
  deleted?: boolean
  formatted?: { by: Signature; was: Marks }
}

/** Whole seconds, as the trade's programs write them. */
export function dateOf(at: string): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
}

function marksXml({ bold, italic, strike }: Marks): string {
  return `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}${strike ? '<w:strike/>' : ''}`
}
