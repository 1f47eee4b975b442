/** The one place that speaks to screen readers unasked: sentences that come within two seconds are said together. */

const GATHER_MS = 300

let waiting: string[] = []
let timer: ReturnType<typeof setTimeout> | undefined

/** Says the sentence politely, once. */
export function announce(sentence: string): void {
  if (!waiting.includes(sentence)) waiting.push(sentence)
  clearTimeout(timer)
  timer = setTimeout(() => {
    region().textContent = waiting.join(' ')
    waiting = []
  }, GATHER_MS)
}

/** Within an open modal dialog, which hides everything outside itself from screen readers too. */
function region(): HTMLElement {
  const place = document.getElementById('live-region') ?? document.createElement('p')
  place.id = 'live-region'
  place.className = 'unseen'
  place.setAttribute('role', 'status')
  place.setAttribute('aria-live', 'polite')
  const home = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body
  if (place.parentElement !== home) home.append(place)
  return place
}
