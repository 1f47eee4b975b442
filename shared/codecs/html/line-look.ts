/** How a line is proposed to stand, as pages of our own say it in the attributes of an element without words. */
import { MAX_GAP } from '../../story/attributes.ts'
import type { HtmlLook } from './html-sink.ts'
import { LOOK_BLOCK, LOOK_GAP } from './own-marks.ts'

/** Null where nothing is said that can be, or nobody knows by which suggestion. */
export function lookOf(value: (name: string) => string | null): HtmlLook | null {
  const key = value('data-suggestion') ?? ''
  const attributes = { ...said(value, 'block', LOOK_BLOCK, 6), ...said(value, 'gap', LOOK_GAP, MAX_GAP) }
  if (key === '' || Object.keys(attributes).length === 0) return null
  return { at: value('datetime'), by: value('title') ?? '', key, attributes }
}

/** "" takes it away; what is no number of that kind says nothing. */
function said(
  value: (name: string) => string | null,
  name: 'block' | 'gap',
  attribute: string,
  most: number,
): HtmlLook['attributes'] {
  const words = value(attribute)
  if (words === null) return {}
  if (words === '') return { [name]: null }
  const number = Number(words)
  return Number.isInteger(number) && number >= 1 && number <= most ? { [name]: number } : {}
}
