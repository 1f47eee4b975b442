/** The bargain between the account page and its parts. */

/** What a part of the page may ask of it. */
export interface AccountActs {
  /** Does it, reads the account anew, says `done`, and gives the keyboard to the heading `then` when its place is gone. */
  attempt: (act: () => Promise<void>, done: string, then?: string) => void
  /** Id and title of each story that one may see. */
  stories: () => readonly { id: string; title: string }[]
}
