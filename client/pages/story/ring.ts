/** The ring of F6: the parts of the page in order, and out to the browser after the last. */

const PARTS = ['.topbar', '.outline', '.type', '.side', '.margin', '.strip']
/** In the margin one lands on the card in hand. */
const CARD = '.card[tabindex="0"]'
const REACHABLE = 'a[href], button:not([tabindex="-1"]), input, select, [tabindex="0"], [contenteditable="true"]'

/**
 * Moves the focus to the next part that has something to stand on (an empty outline has not); false after the last one,
 * so that the browser takes the key.
 */
export function nextPart(page: HTMLElement, back: boolean): boolean {
  const parts = PARTS.flatMap((name) => page.querySelector<HTMLElement>(name) ?? []).flatMap((part) => {
    const target = part.matches(REACHABLE)
      ? part
      : (part.querySelector<HTMLElement>(CARD) ?? part.querySelector<HTMLElement>(REACHABLE))
    return target && part.checkVisibility() ? { part, target } : []
  })
  const at = parts.findIndex(({ part }) => part.contains(document.activeElement))
  const to = parts[at < 0 ? (back ? parts.length - 1 : 0) : at + (back ? -1 : 1)]
  to?.target.focus()
  return to !== undefined
}
