/** What the page hands to the parts of the checker's panel: the story's review, its checker, and the ways into the text. */
import type { Finding } from '../../../shared/proof/finding.ts'
import type { Role } from '../../../shared/roles.ts'
import type { CheckingHandle } from '../../sync/checking.ts'
import type { ReviewHandle } from '../../sync/review.ts'
import type { Face } from '../../ui/avatar.ts'

export interface ChecksContext {
  review: ReviewHandle
  checking: CheckingHandle
  role: Role
  storyId: string
  title: string
  person: (account: string) => Face
  /** Opens the preview of fixing these, with a tick for each; `title` says what they have in common. */
  showBatch: (findings: readonly Finding[], title: string) => void
}
