/** One file on its way into the library: looked at first, then kept or refused. The dialog draws it. */
import type { Encoding } from '../../../shared/story/file-form.ts'
import type { IntakeAnswer, TakenIn } from '../../../shared/wire/api.ts'
import { ApiError, sayError } from '../../sync/api.ts'
import { intake, takeIn } from '../../sync/file-api.ts'
import { isGivenUp, type Progress, type Waiting } from '../../sync/long-work.ts'

export type IntakeStage = 'reading' | 'ready' | 'refused' | 'sending' | 'kept'

export class IntakeFile {
  readonly file: File
  stage: IntakeStage = 'reading'
  /** What it would be read as; null until the server has answered. */
  answer: IntakeAnswer | null = null
  /** The story, once kept. */
  story: TakenIn | null = null
  /** Why it was refused. */
  problem = ''
  /** It was refused for how its bytes are read: another encoding may be the way out. */
  misread = false
  /** How far the server is with it; null while that takes no time worth saying. */
  progress: Progress | null = null
  private work = new AbortController()
  private encoding: Encoding | null = null
  private readonly changed: () => void

  /** `changed` is called whenever anything here is another. */
  constructor(file: File, changed: () => void) {
    this.file = file
    this.changed = changed
  }

  /** Asks what the file would be read as. Resolves whatever the answer. */
  async look(encoding: Encoding | null = null): Promise<void> {
    this.encoding = encoding
    try {
      this.answer = await intake(this.file, encoding, this.waiting())
      this.become('ready')
    } catch (error) {
      if (!isGivenUp(error)) this.refuse(error)
    }
  }

  /** Keeps it. Resolves whatever the answer; what was given up is as it was before. */
  async keep(): Promise<void> {
    this.become('sending')
    try {
      this.story = await takeIn(this.file, this.encoding, this.waiting())
      this.become('kept')
    } catch (error) {
      if (isGivenUp(error)) this.become('ready')
      else this.refuse(error)
    }
  }

  /** Nobody waits for it any more. */
  giveUp(): void {
    this.work.abort()
  }

  private waiting(): Waiting {
    this.work = new AbortController()
    const told = (progress: Progress): void => {
      this.progress = progress
      this.changed()
    }
    return { signal: this.work.signal, told }
  }

  private refuse(error: unknown): void {
    this.problem = sayError(error)
    this.misread = error instanceof ApiError && error.code === 'not-lossless'
    this.become('refused')
  }

  private become(stage: IntakeStage): void {
    this.progress = null
    this.stage = stage
    this.changed()
  }
}
