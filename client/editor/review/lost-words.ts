/**
 * Threads whose words were taken out of the text here, and where the same words come back: by one's own undo or redo, by
 * pasting what was cut, by dragging. The characters are others then, so the anchor has to be set anew. Only onto exactly the
 * words that were lost, and only where there is one such place or its surroundings tell it apart.
 */
import type { Place, Quote } from '../../../shared/review/anchor.ts'
import type { ChangeOp } from '../event-to-steps.ts'
import { likeness, occurrences } from './re-attach.ts'

/** A thread whose words were cut or copied: where they begin in what the clipboard holds. */
export interface HeldThread {
  id: string
  /** "\n" stands between lines. UTF-16 code units. */
  offset: number
  words: string
}

/** What the clipboard's own type carries. */
export const CLIPBOARD_TYPE = 'application/x-galley-threads'

/** Threads in a clipboard; none when it was written by something else. */
export function readHeld(json: string): HeldThread[] {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    // Any page may write this type; what cannot be read holds nothing.
    return []
  }
  return Array.isArray(value) ? value.filter(isHeld) : []
}

/** What has come into the text by a change, in indexes of the text after it. */
export function arrived(delta: readonly ChangeOp[]): Place[] {
  const places: Place[] = []
  let at = 0
  for (const { retain, insert } of delta) {
    if (retain !== undefined) at += retain
    if (insert === undefined) continue
    const length = typeof insert === 'string' ? insert.length : 1
    places.push({ from: at, to: at + length })
    at += length
  }
  return places
}

/** The one place of these words that has something in it of what arrived; null for none, and for two of equal right. */
export function cameBack(text: string, quote: Quote, places: readonly Place[]): Place | null {
  const { words } = quote
  if (words.trim() === '') return null
  const begins = new Set<number>()
  for (const { from, to } of places) {
    for (const at of occurrences(text, words, Math.max(0, from - words.length + 1), to)) begins.add(at)
  }
  const found = [...begins].map((from) => {
    const place = { from, to: from + words.length }
    return { place, score: likeness(text, place, quote) }
  })
  found.sort((one, other) => other.score - one.score)
  const [best, next] = found
  return best && best.score !== next?.score ? best.place : null
}

/** Where a held thread's words stand in what was pasted; null when they are not these words. */
export function pastedPlace(text: string, { offset, words }: HeldThread, places: readonly Place[]): Place | null {
  for (const { from, to } of places) {
    const place = { from: from + offset, to: from + offset + words.length }
    if (place.to <= to && text.slice(place.from, place.to) === words) return place
  }
  return cameBack(text, { words, before: '', after: '' }, places)
}

function isHeld(value: unknown): value is HeldThread {
  if (typeof value !== 'object' || value === null) return false
  const { id, offset, words } = value as Partial<HeldThread>
  return (
    typeof id === 'string' && Number.isSafeInteger(offset) && offset! >= 0 && typeof words === 'string' && words !== ''
  )
}
