/** A story as the library and the story page are told about it (shared/wire/api `Story`). */
import type { Role } from '../../shared/roles.ts'
import type { Form, Story } from '../../shared/wire/api.ts'
import type { Person } from '../../shared/wire/people.ts'
import type { StoredStory, StoredUser } from '../storage/storage.ts'
import type { Desk } from './desk.ts'
import { splitName } from './file-names.ts'

/** Everybody by id, as other people see them. */
export type People = ReadonlyMap<string, Person>

/** Writes cards; remembers which stories have a source, since that never changes. */
export class CardWriter {
  readonly #desk: Desk
  readonly #sources = new Map<string, boolean>()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  async people(): Promise<People> {
    return new Map((await this.#desk.storage.people.users()).map((user) => [user.id, personOf(user)]))
  }

  /** `people` may be handed in where many cards are written at once. */
  async card(story: StoredStory, role: Role, people?: People): Promise<Story> {
    const known = people ?? (await this.people())
    const here = this.#desk.live.present(story.id).map((id) => known.get(id))
    return {
      id: story.id,
      name: story.name,
      title: titleNow(story),
      titled: story.title !== null,
      opening: story.opening,
      words: story.words,
      lines: story.lines,
      createdAt: new Date(story.createdAt).toISOString(),
      changedAt: new Date(story.changedAt).toISOString(),
      changedBy: (story.changedBy !== null && known.get(story.changedBy)) || null,
      role,
      here: here.filter((person) => person !== undefined),
      form: formOf(story),
      hasSource: await this.#hasSource(story.id),
    }
  }

  async #hasSource(id: string): Promise<boolean> {
    const known = this.#sources.get(id)
    if (known !== undefined) return known
    const has = await this.#desk.storage.stories.hasSource(id)
    this.#sources.set(id, has)
    return has
  }
}

/** The given title, else the one taken from the text, else the file name without its extension. */
export function titleNow(story: StoredStory): string {
  return story.title ?? (story.derivedTitle || splitName(story.name)[0])
}

/** An account as other people see it. */
export function personOf(user: StoredUser): Person {
  return { id: user.id, name: user.name, swatch: user.swatch }
}

function formOf({ form, encodingGuessed }: StoredStory): Form {
  const { encoding, bom, eol, gap, ending } = form
  return { encoding, guessed: encodingGuessed, bom, eol, gap, ending }
}
