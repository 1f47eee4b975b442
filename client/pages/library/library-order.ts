/** Which stories the library shows, and in which order. Pure. */
import type { Story } from '../../../shared/wire/api.ts'

export const ORDERS = ['changed', 'fresh', 'title', 'length'] as const

export type Order = (typeof ORDERS)[number]

export const ORDER_NAMES: Record<Order, string> = {
  changed: 'Last changed',
  fresh: 'New for you',
  title: 'Title',
  length: 'Length',
}

const TITLES = new Intl.Collator('en', { sensitivity: 'base', numeric: true, ignorePunctuation: true })

/**
 * The stories in which every word of `search` occurs: in title, opening words, file name or the name of who changed it
 * last; case and accents make no difference. Newest first, most news first, A to Z, or longest first; equals by title, then
 * by id.
 */
export function arranged(stories: readonly Story[], search: string, order: Order): Story[] {
  const words = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '')
  const found = stories.filter((story) => {
    const text = plain([story.title, story.opening, story.name, story.changedBy?.name ?? ''].join(' '))
    return words.every((word) => text.includes(word))
  })
  return found.sort((a, b) => before(a, b, order) || TITLES.compare(a.title, b.title) || (a.id < b.id ? -1 : 1))
}

function before(a: Story, b: Story, order: Order): number {
  if (order === 'fresh' && a.review.fresh !== b.review.fresh) return b.review.fresh - a.review.fresh
  if (order === 'changed' || order === 'fresh') return b.changedAt.localeCompare(a.changedAt)
  if (order === 'length') return b.words - a.words
  return 0
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
