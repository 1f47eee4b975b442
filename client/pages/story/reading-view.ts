/** How one likes to read: size, width, spacing, line numbers, outline. Remembered in this browser, for all stories. */
import { type ReadonlySignal, signal } from '@preact/signals-core'

export const SIZES = { least: 15, usual: 18, most: 26 } as const
export const WIDTHS = ['narrow', 'normal', 'wide'] as const

export interface ReadingView {
  /** CSS pixels at the browser's usual base size; SIZES.least…SIZES.most. */
  size: number
  width: (typeof WIDTHS)[number]
  /** A gap between paragraphs in place of the book's indent. */
  spaced: boolean
  numbers: boolean
  outline: boolean
}

const USUAL: ReadingView = { size: SIZES.usual, width: 'normal', spaced: false, numbers: false, outline: true }
const KEY = 'galley/view'
const MEASURES = { narrow: 29, normal: 35.5, wide: 46 } as const

const now = signal<ReadingView>(kept())

export const readingView: ReadonlySignal<ReadingView> = now

export function changeView(part: Partial<ReadingView>): void {
  now.value = legalView({ ...now.value, ...part })
  try {
    localStorage.setItem(KEY, JSON.stringify(now.value))
  } catch {
    // A forbidden or full store: the view holds for this visit.
  }
}

/** Reads what was kept; whatever is missing or out of range is as usual. */
export function legalView(value: unknown): ReadingView {
  if (typeof value !== 'object' || value === null) return USUAL
  const { size, width, spaced, numbers, outline } = value as Record<string, unknown>
  const flag = (given: unknown, usual: boolean) => (typeof given === 'boolean' ? given : usual)
  return {
    size:
      typeof size === 'number' && Number.isFinite(size)
        ? Math.min(Math.max(size, SIZES.least), SIZES.most)
        : USUAL.size,
    width: WIDTHS.find((name) => name === width) ?? USUAL.width,
    spaced: flag(spaced, USUAL.spaced),
    numbers: flag(numbers, USUAL.numbers),
    outline: flag(outline, USUAL.outline),
  }
}

/** The custom properties of the sheet; the measure grows with the letters, so that a line keeps its words. */
export function viewStyle({ size, width }: ReadingView): Record<string, string> {
  return {
    '--story-size': `${size / 16}rem`,
    '--story-measure': `${(MEASURES[width] * size) / SIZES.usual}rem`,
  }
}

function kept(): ReadingView {
  try {
    return legalView(JSON.parse(localStorage.getItem(KEY) ?? 'null'))
  } catch {
    // No storage here (tests, a forbidding browser), or spoilt: as usual.
    return USUAL
  }
}
