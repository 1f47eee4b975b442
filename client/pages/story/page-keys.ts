/** The keys of the story page. Those of the text are the editor's. */
import { keyName } from '../../editor/keys.ts'
import type { WritingMode } from '../../editor/story-editor.ts'
import type { ReviewView } from './review-view.ts'
import { nextPart } from './ring.ts'

const MAC = /Mac|iP(hone|ad|od)/.test(navigator.platform)

export interface KeyActs {
  page: HTMLElement
  finding: 'no' | 'find' | 'replace'
  palette: () => void
  find: (replacing: boolean) => void
  setMode: (mode: WritingMode) => void
  toggleOutline: () => void
  review: Pick<ReviewView, 'press'>
  saySaved: () => void
  /** False when there was nothing to close. */
  closeDrawer: () => boolean
  keys: () => void
}

/** True when the key was one of the page's, and was done. */
export function pressKey(event: KeyboardEvent, acts: KeyActs): boolean {
  const inField = event.target instanceof HTMLElement && event.target.closest('find-panel') !== null
  if (acts.review.press(event)) return true
  switch (keyName(event, MAC)) {
    case 'Mod-k':
    case 'F1':
      acts.palette()
      return true
    case 'Mod-f':
    case 'Mod-h':
      // Pressed again in the panel, the key is the browser's own.
      if (inField && (event.key === 'f') === (acts.finding === 'find')) return false
      acts.find(event.key === 'h')
      return true
    case 'Mod-Alt-e':
      acts.setMode('edit')
      return true
    case 'Mod-Alt-s':
      acts.setMode('suggest')
      return true
    case 'Mod-Alt-r':
      acts.setMode('read')
      return true
    case 'Mod-Alt-o':
      acts.toggleOutline()
      return true
    case 'Mod-s':
      acts.saySaved()
      return true
    case 'F6':
      return nextPart(acts.page, false)
    case 'Shift-F6':
      return nextPart(acts.page, true)
    case 'Escape':
      return acts.closeDrawer()
    case '?':
      if (writesIn(event.target)) return false
      acts.keys()
      return true
    default:
      return false
  }
}

function writesIn(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
