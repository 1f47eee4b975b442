/** Keys of the margin: single letters act only on a focused card; F2 and F4 anywhere on the page. */
import type { MarginContext, SuggestionKey } from './margin-context.ts'
import type { Entry } from './margin-entries.ts'
import type { NoteCard } from './note-card.ts'

/** What the keys move and open. */
export interface KeyedMargin {
  newNote(): void
  step(kind: 'note' | 'tag', by: 1 | -1): void
}

/** Keys on a card that has the keyboard itself. True when it was one of them. */
export function pressOnCard(
  event: KeyboardEvent,
  card: HTMLElement,
  entry: Entry,
  context: MarginContext,
  act: { move: (by: 1 | -1) => void; open: () => void; suggestionKey: SuggestionKey },
): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return false
  if (event.key === 'j' || event.key === 'ArrowDown') act.move(1)
  else if (event.key === 'k' || event.key === 'ArrowUp') act.move(-1)
  else if (event.key === 'Enter') act.open()
  else if (event.key === 'Escape') context.toWords(entry.id)
  else if (event.key === 'r') answer(card, act.open)
  else if (entry.kind === 'suggestion') return act.suggestionKey(entry.thread, event.key, context)
  else return pressOnNote(event.key, card, entry.id, context, act.open)
  return true
}

function pressOnNote(key: string, card: HTMLElement, id: string, context: MarginContext, open: () => void): boolean {
  const note = card.querySelector<NoteCard>('note-card')
  if (!note) return false
  if (key === 'e') {
    open()
    note.change()
  } else if (key === 'x') {
    // In hand it stays listed until the keyboard has gone on from it.
    open()
    void note.toggleResolved().then((resolved) => {
      if (resolved) context.goOn(id)
    })
  } else if (key === 'z') void context.last.takeBack()
  else return false
  return true
}

/** The field is there once the card is open, and has the keyboard before the next key comes. */
function answer(card: HTMLElement, open: () => void): void {
  open()
  void card.closest('story-margin')?.updateComplete.then(() => card.querySelector('thread-view')?.answer())
}

/** Keys of the margin on the whole page. Letters are matched as they are produced; where Ctrl Alt makes another, that wins. */
export function pressMarginKey(event: KeyboardEvent, margin: KeyedMargin): boolean {
  if (event.isComposing) return false
  const mac = /Mac|iP(hone|ad)/.test(navigator.platform)
  const chord = event.ctrlKey && (mac ? event.metaKey && !event.altKey : event.altKey && !event.metaKey)
  if (chord && event.key.toLowerCase() === 'm') {
    margin.newNote()
    return true
  }
  if (event.ctrlKey || event.altKey || event.metaKey) return false
  if (event.key !== 'F2' && event.key !== 'F4') return false
  margin.step(event.key === 'F4' ? 'tag' : 'note', event.shiftKey ? -1 : 1)
  return true
}
