/**
 * Every expected "no" of Galley: a code that both sides know, and a sentence for a person that says what to do.
 * A refusal is thrown or returned as a value; a broken promise of the program itself is a plain Error.
 */

/** The code decides the HTTP status (server/http/answers.ts) and the exit code; the message is shown as it is. */
export type RefusalCode =
  | 'bad-request'
  | 'signed-out'
  | 'forbidden'
  | 'confirm'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'too-large'
  | 'unsupported'
  | 'not-lossless'
  | 'cannot-encode'
  | 'malformed'
  | 'rate'
  | 'unavailable'

export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode

  constructor(code: RefusalCode, message: string) {
    super(message)
    this.code = code
  }
}
