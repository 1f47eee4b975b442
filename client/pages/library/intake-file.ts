/** One file on its way into the library: looked at first, then kept or refused. The dialog draws it. */
import type { Encoding } from '../../../shared/story/file-form.ts'
import type { IntakeAnswer, TakenIn } from '../../../shared/wire/api.ts'
import { ApiError, sayError } from '../../sync/api.ts'
import { intake, takeIn } from '../../sync/file-api.ts'

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
  /** Share of the bytes sent, 0 to 1. */
  share = 0
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
      this.answer = await intake(this.file, encoding)
      this.become('ready')
    } catch (error) {
      this.refuse(error)
    }
  }

  /** Keeps it. Resolves whatever the answer. */
  async keep(): Promise<void> {
    this.share = 0
    this.become('sending')
    try {
      this.story = await takeIn(this.file, this.encoding, (share) => {
        this.share = share
        this.changed()
      })
      this.become('kept')
    } catch (error) {
      this.refuse(error)
    }
  }

  private refuse(error: unknown): void {
    this.problem = sayError(error)
    this.misread = error instanceof ApiError && error.code === 'not-lossless'
    this.become('refused')
  }

  private become(stage: IntakeStage): void {
    this.stage = stage
    this.changed()
  }
}
