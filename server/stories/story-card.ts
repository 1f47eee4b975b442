/** A story as the library and the story page are told about it (shared/wire/api `Story`). */
import type { Role } from '../../shared/roles.ts'
import type { Form, Story } from '../../shared/wire/api.ts'
import type { Person } from '../../shared/wire/people.ts'
import type { ReviewFigures, StoredStory, StoredUser } from '../storage/storage.ts'
import type { Desk } from './desk.ts'
import { splitName } from './file-names.ts'

/** By id, as other people see them. */
type People = ReadonlyMap<string, Person>

/** A story, and what the one who is told of it may do there. */
export interface CardRow {
  story: StoredStory
  role: Role
}

/** So many people are asked for one by one. */
const FEW = 8

const NO_FIGURES: ReviewFigures = { notes: 0, suggestions: 0, fresh: 0, seenAt: null }

/** Writes cards; remembers which stories have a source, since that never changes. */
export class CardWriter {
  readonly #desk: Desk
  readonly #sources = new Map<string, boolean>()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** One for each, in order, as the account `reader` is told of it ("" = nobody in particular). Reads no text and no events. */
  async cards(rows: readonly CardRow[], reader: string): Promise<Story[]> {
    const { review } = this.#desk.storage
    const [people, figures] = await Promise.all([
      this.#people(rows),
      review.figures(rows.map(({ story }) => ({ story: story.id, reader }))),
    ])
    return Promise.all(rows.map((row, index) => this.#write(row, people, figures[index] ?? NO_FIGURES)))
  }

  async card(row: CardRow, reader: string): Promise<Story> {
    const [card] = await this.cards([row], reader)
    if (!card) throw new Error(`CardWriter.card: no card for story ${row.story.id}`)
    return card
  }

  async #write({ story, role }: CardRow, people: People, figures: ReviewFigures): Promise<Story> {
    const here = this.#desk.live.present(story.id).map((id) => people.get(id))
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
      changedBy: (story.changedBy !== null && people.get(story.changedBy)) || null,
      role,
      here: here.filter((person) => person !== undefined),
      form: formOf(story),
      hasSource: await this.#hasSource(story.id),
      review: reviewOf(figures),
    }
  }

  /** Those who are named in the cards: a few by themselves, many out of all there are. */
  async #people(rows: readonly CardRow[]): Promise<People> {
    const { people } = this.#desk.storage
    const named = new Set(
      rows.flatMap(({ story }) => [
        ...this.#desk.live.present(story.id),
        ...(story.changedBy ? [story.changedBy] : []),
      ]),
    )
    const users = named.size > FEW ? await people.users() : await Promise.all([...named].map((id) => people.user(id)))
    return new Map(users.flatMap((user) => (user ? [[user.id, personOf(user)]] : [])))
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

function reviewOf({ seenAt, ...figures }: ReviewFigures): Story['review'] {
  return { ...figures, seenAt: seenAt === null ? null : new Date(seenAt).toISOString() }
}

function formOf({ form, encodingGuessed }: StoredStory): Form {
  const { encoding, bom, eol, gap, ending } = form
  return { encoding, guessed: encodingGuessed, bom, eol, gap, ending }
}
