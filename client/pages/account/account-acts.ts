/** The bargain between the account page and its parts. */

import type { ActAgain } from './acts-again.ts'
import type { Confirmed } from './confirm-dialog.ts'

/** What a part of the page may ask of it. */
export interface AccountActs {
  /**
   * Does it, reads the account anew, says `done`, and gives the keyboard to the heading `then` when its place is gone. An
   * act that resolves to false was thought better of: then nothing is said.
   */
  attempt: (act: () => Promise<unknown>, done: string, then?: string) => void
  /** Asks the person first to show that it is they, where the server wants it; then goes on. */
  confirm: (act: ActAgain, goOn: (shown: Confirmed) => Promise<void>) => void
  /** Id and title of each story that one may see. */
  stories: () => readonly { id: string; title: string }[]
}
