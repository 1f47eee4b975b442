/**
 * How stories stand to the files that they came from. What was found is remembered by what decides it (the last update of
 * the text; which file it is, its size and times; what was last read or written), so that a look at a library
 * exports no story that nobody has changed.
 */
import { lstat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Refusal } from '../../shared/refusals.ts'
import { may } from '../../shared/roles.ts'
import type { OriginAnswer, OriginFileAnswer, OriginsAnswer } from '../../shared/wire/api.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import type { Desk } from './desk.ts'
import { readAsFile } from './export-story.ts'
import { listStories } from './list-stories.ts'
import { undecidedFrom } from './origin.ts'
import { bytesAt, isSame, stampOf } from './replace-file.ts'
import { isSystemError } from './write-file.ts'

interface Known<State> {
  /** What decides it. */
  by: string
  state: State
}

/** What is remembered of one story. */
interface Memory {
  story: Known<OriginAnswer['story']> | null
  file: Known<OriginAnswer['file']> | null
  undecided: Known<number> | null
}

interface Mark {
  path: string
  mark: string
}

/** A file that was written so few milliseconds ago may be written again without its times telling. */
const SETTLED_MS = 2_000

export class OriginStates {
  readonly #desk: Desk
  readonly #memories = new Map<string, Memory>()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** Throws as `readAsFile`: words that the file's encoding cannot hold differ from any file. */
  async of(actor: Actor, id: string): Promise<OriginAnswer> {
    const about = await this.file(actor, id)
    if (about.name === null) return { ...about, story: 'same' }
    const mark = (await this.#desk.storage.origins.marks()).get(id)
    return { ...about, story: mark ? await this.#story(actor, id, mark) : 'same' }
  }

  /** What concerns the file alone; reads no text. */
  async file(actor: Actor, id: string): Promise<OriginFileAnswer> {
    const { story } = await authorise(this.#desk, actor, 'writeBack', { story: id })
    const mark = (await this.#desk.storage.origins.marks()).get(story.id)
    if (!mark) return { name: null, file: 'gone', undecided: 0 }
    const name = basename(mark.path)
    return { name, file: await this.#file(story.id, mark), undecided: await this.#undecided(story.id, name) }
  }

  /** Of all stories that the actor may write back. One whose words its file cannot hold differs from it. */
  async list(actor: Actor): Promise<OriginsAnswer['origins']> {
    const [stories, marks] = await Promise.all([listStories(this.#desk, actor), this.#desk.storage.origins.marks()])
    const found: OriginsAnswer['origins'] = []
    for (const { story, role } of stories) {
      const mark = marks.get(story.id)
      if (!mark || !may(role, 'writeBack')) continue
      const { id } = story
      const file = await this.#file(id, mark)
      found.push({ id, name: basename(mark.path), file, story: await this.#fits(actor, id, mark) })
    }
    return found
  }

  async #fits(actor: Actor, id: string, mark: Mark): Promise<OriginAnswer['story']> {
    try {
      return await this.#story(actor, id, mark)
    } catch (error) {
      if (error instanceof Refusal && error.code === 'cannot-encode') return 'differs'
      throw error
    }
  }

  async #story(actor: Actor, id: string, { mark }: Mark): Promise<OriginAnswer['story']> {
    const memory = this.#memory(id)
    // Asked before the text is read: what is written meanwhile is looked at again.
    const by = `${await this.#desk.storage.stories.textHead(id)} ${mark}`
    if (memory.story?.by === by) return memory.story.state
    const [{ bytes }, origin] = await Promise.all([
      readAsFile(this.#desk, actor, id, 'txt'),
      this.#desk.storage.origins.get(id),
    ])
    const state = origin && isSame(bytes, origin.known) ? 'same' : 'differs'
    memory.story = { by, state }
    return state
  }

  async #file(id: string, { path, mark }: Mark): Promise<OriginAnswer['file']> {
    const memory = this.#memory(id)
    const stats = await statsOf(path)
    const by = stats ? `${stampOf(stats)} ${mark}` : null
    if (by !== null && memory.file?.by === by) return memory.file.state
    const [present, origin] = await Promise.all([bytesAt(path), this.#desk.storage.origins.get(id)])
    if (present === null) return 'gone'
    const state = origin && isSame(present, origin.known) ? 'same' : 'changed'
    const settled = stats && this.#desk.now() - Number(stats.ctimeNs / 1_000_000n) > SETTLED_MS
    memory.file = by !== null && settled ? { by, state } : null
    return state
  }

  async #undecided(id: string, name: string): Promise<number> {
    const memory = this.#memory(id)
    const by = String(await this.#desk.storage.review.head(id))
    if (memory.undecided?.by === by) return memory.undecided.state
    const state = await undecidedFrom(this.#desk, id, name)
    memory.undecided = { by, state }
    return state
  }

  #memory(id: string): Memory {
    const memory = this.#memories.get(id) ?? { story: null, file: null, undecided: null }
    this.#memories.set(id, memory)
    return memory
  }
}

async function statsOf(path: string) {
  try {
    return await lstat(path, { bigint: true })
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return null
    throw error
  }
}
