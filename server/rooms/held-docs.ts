/**
 * Stories as Y.Docs that are kept for a while after a decision, because the next one mostly follows soon and building a
 * long story takes longer than deciding. Lives in the text thread.
 */
import * as Y from 'yjs'

/** Kept at once, and for how long after the last use, milliseconds. */
const MOST = 2
const KEPT_FOR = 60_000

export class HeldDocs {
  /** Story → its document, the one that was used last at the end. */
  readonly #docs = new Map<string, { doc: Y.Doc; timer: NodeJS.Timeout }>()

  /** The document of a story; undefined when it is not here (any more). */
  get(story: string): Y.Doc | undefined {
    const held = this.#docs.get(story)
    if (held) this.#keep(story, held.doc)
    return held?.doc
  }

  /** Takes the place of what was held of that story. */
  set(story: string, doc: Y.Doc): void {
    if (this.#docs.get(story)?.doc !== doc) this.drop(story)
    this.#keep(story, doc)
    for (const oldest of this.#docs.keys()) {
      if (this.#docs.size <= MOST) break
      this.drop(oldest)
    }
  }

  drop(story: string): void {
    const held = this.#docs.get(story)
    if (!held) return
    clearTimeout(held.timer)
    held.doc.destroy()
    this.#docs.delete(story)
  }

  #keep(story: string, doc: Y.Doc): void {
    clearTimeout(this.#docs.get(story)?.timer)
    this.#docs.delete(story)
    this.#docs.set(story, { doc, timer: setTimeout(() => this.drop(story), KEPT_FOR).unref() })
  }
}

/**
 * A document of these updates, in log order. It holds what they say and no more: by itself Yjs would tidy up redundant
 * marks of a text that others change, and then differ from everybody's log. Throws where one of them is missing.
 */
export function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false
  })
  takeIn(doc, updates)
  return doc
}

/** Further updates, as one transaction. Throws where one builds on what is missing. */
export function takeIn(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('the log of this story has a gap')
}
