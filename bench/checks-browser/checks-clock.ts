/**
 * Stands in the page before anything of it runs and takes times there: long tasks, how far the first reading is, and the way
 * from a blank to the thread under the word before it. Milliseconds since the navigation began. Sent as source: nothing may be imported.
 */

export interface ChecksClock {
  /** Tasks of the main thread over 50 ms. */
  tasks: { start: number; duration: number }[]
  /** The text can be typed into; null = not yet. */
  typable: number | null
  /** The checker's first script was asked for. */
  begun: number | null
  /** Threads lay in the text for the first time, and all findings stood for the last time. */
  threads: number | null
  read: number | null
  /** The blank behind a misspelt word until the frame with its thread is drawn. */
  underlines: number[]
  /** The word whose thread is awaited, and when its blank was pressed. */
  awaited: { word: string; since: number | null } | null
}

export function installChecksClock(): void {
  const clock: ChecksClock = {
    tasks: [],
    typable: null,
    begun: null,
    threads: null,
    read: null,
    underlines: [],
    awaited: null,
  }
  Object.assign(window, { checksClock: clock })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) clock.tasks.push({ start: startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (/\/checks-parts-[^/]*\.js$/.test(name)) clock.begun ??= startTime
    }
  }).observe({ type: 'resource', buffered: true })

  /** The callbacks of a frame run now: what they put into the document is in it. */
  let inFrame = false
  let reading = true
  let observed: Element | null = null
  const shown = new MutationObserver(() => {
    const { awaited } = clock
    if (!awaited || awaited.since === null) return
    const { word, since } = awaited
    const threads = [...document.querySelectorAll('.ProseMirror .find')]
    if (!threads.some(({ textContent }) => textContent === word)) return
    clock.awaited = null
    const told = (): void => afterTask(() => clock.underlines.push(performance.now() - since))
    if (inFrame) told()
    else requestAnimationFrame(told)
  })
  function afterTask(run: () => void): void {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = run
    port2.postMessage(null)
  }
  function frame(): void {
    inFrame = true
    afterTask(() => {
      inFrame = false
    })
    const text = document.querySelector('.ProseMirror')
    if (text && text !== observed) {
      observed = text
      shown.disconnect()
      shown.observe(text, { subtree: true, childList: true, attributes: true })
    }
    if (text?.getAttribute('contenteditable') === 'true' && text.children.length > 1)
      clock.typable ??= performance.now()
    if (clock.threads === null && text?.querySelector('.find')) clock.threads = performance.now()
    const count = document.querySelector('checks-count')?.textContent ?? ''
    const stands = /\d findings?$/.test(count.trim())
    if (stands && reading) clock.read = performance.now()
    reading = !stands
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)

  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key === ' ' && clock.awaited) clock.awaited.since = timeStamp
    },
    { capture: true },
  )
}
