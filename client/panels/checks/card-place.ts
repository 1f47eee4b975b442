/** Where the card of a finding lies: below its words or above them, and off the line that is being written in. */

/** CSS pixels. */
const GAP = 6
const EDGE = 8
/** What the page's bars cover. */
const TOP = 56
const FOOT = 36
/** Below this width it lies along the window's foot; the stylesheet puts it there. */
const NARROW = '(max-width: 45rem)'

export interface Box {
  left: number
  top: number
  bottom: number
}

export interface Room {
  width: number
  height: number
}

/** Top left corner of a card of this size, in pixels of the window. */
export function cardPlace(words: Box, caret: Box | null, card: Room, page: Room): { left: number; top: number } {
  const left = Math.max(EDGE, Math.min(words.left - 16, page.width - card.width - EDGE))
  const isFree = (top: number) => caret === null || top >= caret.bottom || top + card.height <= caret.top
  const below = words.bottom + GAP
  const above = words.top - GAP - card.height
  if (below + card.height <= page.height - FOOT && isFree(below)) return { left, top: below }
  if (above >= TOP && isFree(above)) return { left, top: above }
  return { left, top: isFree(below) ? below : Math.max(below, (caret?.bottom ?? 0) + GAP) }
}

/** Puts the card there; hides it while its words are not to be seen as they were found. */
export function placeCard(card: HTMLElement, words: DOMRect | null, caret: DOMRect | null): void {
  card.classList.toggle('away', words === null)
  if (!words || matchMedia(NARROW).matches) {
    card.style.removeProperty('left')
    card.style.removeProperty('top')
    if (words && words.bottom > card.getBoundingClientRect().top) {
      window.scrollBy({ top: words.top - innerHeight / 4, behavior: 'instant' })
    }
    return
  }
  const { left, top } = cardPlace(
    words,
    caret,
    { width: card.offsetWidth, height: card.offsetHeight },
    { width: document.documentElement.clientWidth, height: innerHeight },
  )
  card.style.left = `${left + scrollX}px`
  card.style.top = `${top + scrollY}px`
}
