/** What the editor needs to know of an open story. The page's story handle fits this shape. */
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Person } from '../../shared/wire/people.ts'

export interface EditorHandle {
  readonly doc: Y.Doc
  /** The root text of `doc`. */
  readonly text: Y.Text
  readonly awareness: Awareness
  readonly me: Person
  /** The story's usual gap. */
  readonly gap: number
}
