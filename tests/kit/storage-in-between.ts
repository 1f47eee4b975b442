/** A storage whose appends can be held up or made to fail, to see what a room does meanwhile. */
import type { Append, Storage } from '../../server/storage/storage.ts'

export class StorageInBetween {
  /** While set, appends wait for it. */
  gate: Promise<void> | null = null
  /** While true, appends fail as on a full disk. */
  failing = false
  /** While true, appends reach the disk and are reported as failed. */
  lying = false
  appends = 0
  /** Updates in each batch that was stored. */
  batches: number[] = []
  #open: (() => void) | null = null

  hold(): void {
    if (this.gate) return
    this.gate = new Promise((resolve) => {
      this.#open = resolve
    })
  }

  release(): void {
    this.gate = null
    this.#open?.()
  }

  wrap = (storage: Storage): Storage => ({
    rooms: {
      load: (story) => storage.rooms.load(story),
      compact: (...all) => storage.rooms.compact(...all),
      append: async (batch: readonly Append[]) => {
        this.appends++
        await this.gate
        if (this.failing) throw new Error('the disk is full')
        this.batches.push(batch.length)
        const seqs = await storage.rooms.append(batch)
        if (this.lying) throw new Error('the disk did not answer')
        return seqs
      },
    },
    review: storage.review,
    stories: storage.stories,
    origins: storage.origins,
    people: storage.people,
    credentials: storage.credentials,
    activity: storage.activity,
    webhook: storage.webhook,
    version: () => storage.version(),
    backup: (file) => storage.backup(file),
    close: () => storage.close(),
  })
}
