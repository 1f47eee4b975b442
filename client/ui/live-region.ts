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

function region(): HTMLElement {
  const there = document.getElementById('live-region')
  if (there) return there
  const made = document.createElement('p')
  made.id = 'live-region'
  made.className = 'unseen'
  made.setAttribute('role', 'status')
  made.setAttribute('aria-live', 'polite')
  document.body.append(made)
  return made
}
