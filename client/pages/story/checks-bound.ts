/** What of the story page the checker works on. */
import type { ReadonlySignal } from '@preact/signals-core'
import type { StoryEditor, WritingMode } from '../../editor/story-editor.ts'
import type { StoryHandle } from '../../sync/open-story.ts'
import type { OwnSuggestions } from './own-suggestions.ts'

/** One story with the editor that shows it. */
export interface ChecksBound {
  handle: StoryHandle
  editor: StoryEditor
  mode: ReadonlySignal<WritingMode>
  /** What one suggests with; null unless one suggests just now. */
  own: () => OwnSuggestions | null
  nameOf: (account: string) => string
  /** Changes when people are called otherwise. */
  named: ReadonlySignal<unknown>
  /** Whether something of the page's own stands in the margin's place, over whatever else does. */
  covered: () => boolean
  /** Takes it away. */
  uncover: () => void
}
