/** A known error in a text, and what should stand there: the key that a checker is measured against. */

/** As it stands in a key file. */
export interface Mark {
  /** UTF-16 code units of the text. */
  offset: number
  length: number
  replacement: string
  /** Other corrections that are as good. */
  also?: readonly string[]
  /** The kind of error; "error" when the key does not say. */
  family: string
}

/** Throws a TypeError that says what is wrong with a key that is none, or that does not fit its text. */
export function readKey(json: string, text: string): Mark[] {
  const key: unknown = JSON.parse(json)
  if (!Array.isArray(key)) throw new TypeError('A key is an array of {offset, length, replacement}.')
  return key.map((given: unknown, at): Mark => {
    const { offset, length, replacement, also, family } = (given ?? {}) as Partial<Record<keyof Mark, unknown>>
    const fits = Number.isInteger(offset) && Number.isInteger(length) && typeof replacement === 'string'
    if (!fits || Number(offset) < 0 || Number(length) < 0 || Number(offset) + Number(length) > text.length) {
      throw new TypeError(`Entry ${at} of the key is no {offset, length, replacement} within the text.`)
    }
    const others = Array.isArray(also) ? also.filter((other): other is string => typeof other === 'string') : []
    const name = typeof family === 'string' ? family : 'error'
    return { offset: Number(offset), length: Number(length), replacement, also: others, family: name }
  })
}
