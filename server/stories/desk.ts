/**
 * What the use cases work with. A running server and a command beside it put different parts on the desk; the use cases
 * do not know which.
 */
import { Refusal } from '../../shared/refusals.ts'
import type { Command } from '../../shared/review/commands.ts'
import type { Origin } from '../../shared/review/events.ts'
import type { Reviewer } from '../../shared/review/judge.ts'
import type { Role } from '../../shared/roles.ts'
import type { Person } from '../../shared/wire/people.ts'
import type { AuthDesk } from '../auth/desk.ts'
import type { Taken } from '../rooms/ledger.ts'
import type { TextWork } from './text-worker.ts'

/** The live side: who is inside, and how people are put out, renamed or given another role. */
export interface Live {
  /** Account ids, each once. */
  present(story: string): string[]
  /** Account and story of everybody who is inside, each pair once; of one story or one person if given. */
  inside(filter: { story?: string | undefined; user?: string | undefined }): { story: string; user: string }[]
  /** Closes the sockets that match, with a code of shared/wire/frames; `why` is a sentence for the person. */
  drop(filter: { story?: string; user?: string }, code: number, why: string): void
  updatePerson(person: Person): void
  /** Holds from the next message on; null puts the person out. `by`: name of who decided, "" = the terminal. */
  setRole(story: string, user: string, role: Role | null, by: string): void
  /**
   * A command for a story's review; the role has just been asked. `origin`: whose words they are, where a file brought them.
   * Throws a Refusal for what is not to be done.
   */
  review(story: string, by: Reviewer, command: Command, origin?: Origin): Promise<Taken>
}

export interface Desk extends AuthDesk {
  /** Works on whole texts, away from the event loop. */
  readonly texts: TextWork
  readonly live: Live
  /** The export folder, absolute; made when first written to. */
  readonly exports: string
  /** Folder in which files that were written over are kept, absolute; made when first needed. */
  readonly replaced: string
  /** Called after a story (null = perhaps any) came, went, was renamed or opened to somebody, so that libraries on screen follow. */
  readonly told: (story: string | null) => void
}

/** For commands: nobody is inside, and nobody listens. A running server notices by `Storage.version`. */
export const NOBODY_LIVE: Live = {
  present: () => [],
  inside: () => [],
  drop: () => undefined,
  updatePerson: () => undefined,
  setRole: () => undefined,
  review: () => Promise.reject(new Refusal('unavailable', 'The review is changed through a running server.')),
}
