/** What was done to a note of this margin last, so that it can be taken back: from the message about it, or by Z on any note's card. */
import { announce } from '../../ui/live-region.ts'
import { showToast } from '../../ui/toast.ts'

export class LastNoteAct {
  #undo: (() => Promise<boolean>) | null = null

  /** `undo` resolves to false when it was refused, which has been told then. */
  done(said: string, undo: () => Promise<boolean>): void {
    this.#undo = undo
    showToast(said, { run: () => void this.takeBack() })
  }

  /** Once; an act before the last is not remembered. */
  async takeBack(): Promise<void> {
    const undo = this.#undo
    this.#undo = null
    if (!undo) announce('There is nothing to take back.')
    else if (await undo()) showToast('Taken back.')
  }
}
