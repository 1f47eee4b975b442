/**
 * The browser's caret, read before the editor draws. Browsers tell of a moved caret some time after the click or the key
 * that moved it; whatever is drawn meanwhile would put it back to where the editor last knew it.
 */

/** What of ProseMirror's is not public: it reads the selection by itself only when the browser tells of it. */
interface Observed {
  readonly composing: boolean
  readonly domObserver?: { flush(): void; pendingRecords(): readonly unknown[] }
}

/** Reads what was typed and where the caret is; for a key that acts on both. */
export function readSelection(view: object): void {
  const { domObserver } = view as Observed
  domObserver?.flush()
}

/**
 * Reads where the caret is, before something is dispatched that nobody did here. Nothing while a character is composed or
 * something typed is unread: that is read with its caret in its time.
 */
export function readCaret(view: object): void {
  const { composing, domObserver } = view as Observed
  if (!composing && domObserver && domObserver.pendingRecords().length === 0) domObserver.flush()
}
