/** A known error in a text, and what should stand there: the key that a checker is measured against. */

/** Certain: any copy editor would change it. Style: a matter of taste, fine to say and fine to leave. */
export type Certainty = 'certain' | 'style'

/** As it stands in a key file. */
export interface Mark {
  /** UTF-16 code units of the text. */
  offset: number
  length: number
  /** The wrong words themselves, so that a text that was changed under its key is noticed. */
  words?: string
  replacement: string
  /** Other corrections that are as good. */
  also?: readonly string[]
  /** The kind of error; "error" when the key does not say. */
  family: string
  /** "certain" when the key does not say. */
  certainty?: Certainty
}

/** Throws a TypeError that says what is wrong with a key that is none, or that does not fit its text. */
export function readKey(json: string, text: string): Mark[] {
  const key: unknown = JSON.parse(json)
  if (!Array.isArray(key)) throw new TypeError('A key is an array of {offset, length, replacement}.')
  return key.map((given: unknown, at): Mark => {
    const { offset, length, words, replacement, also, family, certainty } = (given ?? {}) as Partial<
      Record<keyof Mark, unknown>
    >
    const fits = Number.isInteger(offset) && Number.isInteger(length) && typeof replacement === 'string'
    if (!fits || Number(offset) < 0 || Number(length) < 0 || Number(offset) + Number(length) > text.length) {
      throw new TypeError(`Entry ${at} of the key is no {offset, length, replacement} within the text.`)
    }
    const there = text.slice(Number(offset), Number(offset) + Number(length))
    if (words !== undefined && words !== there) {
      throw new TypeError(`Entry ${at} of the key is for "${String(words)}", but "${there}" stands there.`)
    }
    if (certainty !== undefined && certainty !== 'certain' && certainty !== 'style') {
      throw new TypeError(`Entry ${at} of the key is neither "certain" nor "style".`)
    }
    const others = Array.isArray(also) ? also.filter((other): other is string => typeof other === 'string') : []
    return {
      offset: Number(offset),
      length: Number(length),
      words: there,
      replacement,
      also: others,
      family: typeof family === 'string' ? family : 'error',
      certainty: certainty ?? 'certain',
    }
  })
}

/** Whether it counts as an error that has to be found. */
export function isCertain({ certainty }: Mark): boolean {
  return certainty !== 'style'
}

/** The text with every certain error put right; what is a matter of style stays. The marks may not overlap. */
export function corrected(text: string, marks: readonly Mark[]): string {
  let clean = ''
  let done = 0
  for (const { offset, length, replacement } of marks
    .filter(isCertain)
    .sort((one, other) => one.offset - other.offset)) {
    if (offset < done) throw new RangeError(`corrected: two marks overlap at ${offset}`)
    clean += text.slice(done, offset) + replacement
    done = offset + length
  }
  return clean + text.slice(done)
}
