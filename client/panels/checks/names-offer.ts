/** Whether the names of a story are still to be offered: once for each person and story in this browser, never again after an answer. */
import type { LearntName } from '../../../shared/proof/names.ts'
import type { ReviewState } from '../../../shared/review/state.ts'
import type { CheckingHandle } from '../../sync/checking.ts'
import type { ChecksContext } from './checks-context.ts'

/** Fewer are not worth a question. */
const LEAST = 2

const keyOf = ({ review, story }: Asked) => `galley/${review.me}/names-offered/${story.id}`

type Asked = Pick<ChecksContext, 'review' | 'story'>

/** Names that no dictionary has and that nobody has put on the list, or asked to. */
export function unlisted(names: readonly LearntName[], { words }: Pick<ReviewState, 'words'>): LearntName[] {
  return names.filter(({ word, isNew }) => isNew && !words.has(word))
}

export class NamesOffer {
  readonly #changed: () => void
  #asked: CheckingHandle | null = null
  #names: readonly LearntName[] = []

  constructor(changed: () => void) {
    this.#changed = changed
  }

  /** How many may be offered now; null when there is nothing to ask. */
  found(asked: Asked & Pick<ChecksContext, 'checking'>): number | null {
    const { checking, review } = asked
    if (wasOffered(asked)) return null
    if (this.#asked !== checking) {
      this.#asked = checking
      this.#names = []
      void this.#ask(checking)
    }
    const { length } = unlisted(this.#names, review.state.peek())
    return length >= LEAST ? length : null
  }

  /** The person has answered, one way or the other. */
  done(asked: Asked): void {
    try {
      localStorage.setItem(keyOf(asked), 'yes')
    } catch (error) {
      // A full or forbidden store only means that it is asked once more.
      console.warn(error)
    }
    this.#changed()
  }

  async #ask(checking: CheckingHandle): Promise<void> {
    const names = await checking.names()
    if (this.#asked !== checking) return
    this.#names = names
    this.#changed()
  }
}

function wasOffered(asked: Asked): boolean {
  try {
    return localStorage.getItem(keyOf(asked)) !== null
  } catch (error) {
    console.warn(error)
    return true
  }
}
