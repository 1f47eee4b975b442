/** The refusal of who asks too often: it knows when asking again makes sense. */
import { Refusal } from '../../shared/refusals.ts'

export class TooOften extends Refusal {
  /** Whole seconds until the next try is let in; what `Retry-After` says. */
  readonly seconds: number

  /** `what` is a sentence without the advice to wait, which is added. */
  constructor(what: string, seconds: number) {
    const wait = Math.max(1, Math.ceil(seconds))
    super('rate', `${what} Wait ${inWords(wait)}, then try again.`)
    this.seconds = wait
  }
}

function inWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? 'a second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}
