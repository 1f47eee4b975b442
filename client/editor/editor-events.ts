/** What the editor tells the page. All bubble. */
import type { MarkName } from '../../shared/story/attributes.ts'
import type { OutlineEntry } from '../../shared/story/counts.ts'

export interface TextState {
  /** Number of the caret's line, from 1. */
  line: number
  lines: number
  /** The marks that the selection has throughout, or that the next letter will get. */
  marks: readonly MarkName[]
  /** Level of the caret's line, 0 for a paragraph. */
  heading: number
  canUndo: boolean
  canRedo: boolean
  /** 0 without a selection. */
  selectedWords: number
}

/** Comes with the first view of a story, and then whenever any of it has changed. */
export class StateChanged extends Event {
  static readonly type = 'state-changed'
  readonly state: TextState

  constructor(state: TextState) {
    super(StateChanged.type, { bubbles: true })
    this.state = state
  }
}

/** Headings, scenes and words; some time after the last edit, never at every key. */
export class OutlineChanged extends Event {
  static readonly type = 'outline-changed'
  readonly entries: readonly OutlineEntry[]
  /** Words of the whole story. */
  readonly words: number

  constructor(entries: readonly OutlineEntry[], words: number) {
    super(OutlineChanged.type, { bubbles: true })
    this.entries = entries
    this.words = words
  }
}

/** The followed person left, or one scrolled, clicked or typed oneself. */
export class FollowEnded extends Event {
  static readonly type = 'follow-ended'

  constructor() {
    super(FollowEnded.type, { bubbles: true })
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'state-changed': StateChanged
    'outline-changed': OutlineChanged
    'follow-ended': FollowEnded
  }
}
