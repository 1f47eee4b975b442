/**
 * What this browser keeps of a story's review, as an interface: the server's events as they came, and this person's
 * commands that are not on the server. Several tabs share it. Every promise that resolves to a write means: it is kept.
 */
import type { CommandGiven } from '../../shared/review/commands.ts'
import type { ReviewEvent } from '../../shared/review/events.ts'

export interface OutboxRow {
  /** The command's. */
  id: string
  command: CommandGiven
  /** Milliseconds since 1970; grows with every command of one tab, and gives the order. */
  at: number
  /** Null = it is to be sent. */
  refused: { code: string; message: string } | null
}

export interface KeptReview {
  /** By sequence number. */
  events(): Promise<ReviewEvent[]>
  /**
   * Events that follow on number `after` (0 = on nothing). False, and nothing is kept, when what `after` stands for is
   * not here: somebody has emptied the store since, and a hole would stay for good.
   */
  append(after: number, events: readonly ReviewEvent[]): Promise<boolean>
  forgetEvents(): Promise<void>
  /** In the order in which they were asked. */
  outbox(): Promise<OutboxRow[]>
  /** All of them or none. */
  put(rows: readonly OutboxRow[]): Promise<void>
  /** Those that are not there are passed over. */
  remove(ids: readonly string[]): Promise<void>
  close(): void
}
