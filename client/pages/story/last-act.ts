/**
 * What Ctrl Z takes back besides typing: one's last act, for as long as one has written nothing since. Then it is the
 * editor's again.
 */
const MAC = /Mac|iP(hone|ad|od)/.test(navigator.platform)
/** Keys that write without being a letter. */
const WRITES = new Set(['Enter', 'Backspace', 'Delete', 'Tab'])
/** Ways to write without a key. */
const WRITING = ['beforeinput', 'paste', 'cut', 'drop'] as const

class LastAct {
  private undo: (() => void) | null = null
  private over: () => void = () => {}

  constructor() {
    // Before the editor, which takes the key whether it has anything to undo or not.
    addEventListener('keydown', this.press, { capture: true })
    for (const writing of WRITING) addEventListener(writing, this.forget, { capture: true })
  }

  /** `over` is called when it is not the last act any more. */
  set(undo: () => void, over: () => void = () => {}): void {
    this.forget()
    this.undo = undo
    this.over = over
  }

  readonly forget = (): void => {
    const { undo, over } = this
    this.undo = null
    this.over = () => {}
    if (undo) over()
  }

  private readonly press = (event: KeyboardEvent): void => {
    const { undo } = this
    if (!undo || event.isComposing) return
    // A field has an undo of its own.
    if (event.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return
    if (isUndo(event)) {
      event.preventDefault()
      event.stopPropagation()
      this.forget()
      undo()
    } else if (isInText(event.target) && WRITES.has(event.key)) this.forget()
  }
}

/** One for the page: an act makes every earlier one the last but one. */
export const lastAct = new LastAct()

function isInText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.isContentEditable
}

/** By the letter produced; by the key's place only where the layout has no such letters. */
function isUndo({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  const letter = /^[ -~]$/.test(key) ? key.toLowerCase() : code === 'KeyZ' ? 'z' : ''
  return letter === 'z' && (MAC ? metaKey && !ctrlKey : ctrlKey && !metaKey) && !altKey && !shiftKey
}
