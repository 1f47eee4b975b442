/**
 * Stands in the page before anything of it runs and takes times there, so that nothing of the way between bench and
 * browser is in them. Milliseconds; `open…` since the navigation began. Sent as source: nothing may be imported.
 */

export interface Clock {
  /** The text can be typed into; null = not yet. */
  openTypable: number | null
  /** Notes are drawn in the text and their cards stand beside it. */
  openNoted: number | null
  /** One's own key until the document shows it and the text has it, and until the frame with it is drawn. */
  keys: number[]
  painted: number[]
  /** A frame of the room until the document shows what it brought. */
  remote: number[]
  /** A key until the keyboard is on another card. */
  steps: number[]
  /** Longest time between two frames since it was set to 0. */
  longestFrame: number
}

export function installClock(): void {
  const clock: Clock = {
    openTypable: null,
    openNoted: null,
    keys: [],
    painted: [],
    remote: [],
    steps: [],
    longestFrame: 0,
  }
  Object.assign(window, { clock })
  let pressed: number | null = null
  let stepped: number | null = null
  let arrived: number | null = null
  let before = performance.now()
  let observed: Element | null = null

  // The editor hears of a letter that the browser has put into the document by an observer too, and takes it in there.
  const shown = new MutationObserver(() => queueMicrotask(told))
  function told(): void {
    const now = performance.now()
    if (pressed !== null) clock.keys.push(now - pressed)
    else if (arrived !== null) clock.remote.push(now - arrived)
    if (pressed !== null) afterFrame(pressed, clock.painted)
    pressed = null
    arrived = null
  }
  function afterFrame(since: number, times: number[]): void {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => times.push(performance.now() - since)
      port2.postMessage(null)
    })
  }
  function frame(now: number): void {
    clock.longestFrame = Math.max(clock.longestFrame, now - before)
    before = now
    const text = document.querySelector('.ProseMirror')
    if (text && text !== observed) {
      observed = text
      shown.disconnect()
      shown.observe(text, { subtree: true, childList: true, characterData: true })
    }
    const typable = text?.getAttribute('contenteditable') === 'true' && text.children.length > 1
    if (typable) clock.openTypable ??= performance.now()
    if (text?.querySelector('mark.note') && document.querySelector('story-margin .card')) {
      clock.openNoted ??= performance.now()
    }
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)

  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key.length === 1) pressed = timeStamp
      if (/^F\d+$/.test(key)) stepped = timeStamp
    },
    { capture: true },
  )
  addEventListener(
    'focusin',
    ({ target }) => {
      if (stepped === null || !(target instanceof Element) || !target.matches('.card')) return
      clock.steps.push(performance.now() - stepped)
      stepped = null
    },
    { capture: true },
  )
  /** Types of the room's frames: an update of the text, alone or with what happened in the review. */
  const isUpdate = ([type, part]: Uint8Array) => type === 0 && part === 2
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('message', ({ data }) => {
        if (data instanceof ArrayBuffer && isUpdate(new Uint8Array(data))) arrived = performance.now()
      })
    }
  }
}
