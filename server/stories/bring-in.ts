/** Brings a file into a story that is there: what it says otherwise becomes suggestions, what it holds notes and suggestions. */
import { Refusal } from '../../shared/refusals.ts'
import { CommandSchema } from '../../shared/review/commands.ts'
import type { Suggestion } from '../../shared/review/state.ts'
import { may, type Role } from '../../shared/roles.ts'
import type { PlacedReview } from '../../shared/story/place-review.ts'
import type { BroughtInAnswer } from '../../shared/wire/api.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import { newId } from '../auth/secrets.ts'
import type { Taken } from '../rooms/ledger.ts'
import { type BroughtBody, broughtBodies, replyBody } from './brought-events.ts'
import type { Desk } from './desk.ts'
import { everybodysReview } from './everybodys-review.ts'
import { safeName } from './file-names.ts'
import { newOnly } from './known-already.ts'
import { keptText } from './read-log.ts'
import { checkSize, type FileGiven } from './take-in.ts'
import { givenUp, type JobWatch } from './text-queue.ts'
import type { WorkStage } from './text-work.ts'
import type { VersionBase } from './version-in.ts'

export interface BringWatch extends Pick<JobWatch, 'signal'> {
  told?: ((stage: WorkStage | 'keeping', done: number, all: number) => void) | undefined
}

/**
 * The differences are the bringer's own suggestions; what others wrote in the file stands under the names it gives. Throws what
 * the file's reader throws, `conflict` for another text and for annotations of one unless they are wanted `anyway`, `forbidden` for who may not suggest,
 * `unavailable` without a running server or when it is given up before the first of it is kept; then nothing came in. `watch` hears of that as `keeping`: from there on it is not given up.
 */
export async function bringIn(
  desk: Desk,
  actor: Actor,
  id: string,
  file: FileGiven & { base: VersionBase; anyway?: boolean | undefined },
  watch: BringWatch = {},
): Promise<BroughtInAnswer> {
  const { story, role } = await authorise(desk, actor, 'propose', { story: id })
  if (!actor.user) throw new Refusal('unavailable', 'A file is brought into a story through a running server.')
  checkSize(file)
  const name = safeName(file.name)
  const { bytes, encoding, base, anyway } = file
  const given = { name, bytes, encoding }
  const ask = { ...(await keptText(desk, story)), given, base, anyway }
  const version = await desk.texts.run('readVersion', ask, watch)
  const { review } = await everybodysReview(desk, story.id)
  const [fresh, { review: held, replies, known }] = [newOnly(review, version.changes), newOnly(review, version.held)]
  const by = { id: actor.user.id, role }
  const makeId = () => newId(desk.random)
  // Told apart before anything is stored: too many of either are refused whole.
  const ofBringer = { name: null, at: null, file: name }
  const changes = broughtBodies(fromFile(fresh.review, name), makeId).map((own) => ({ ...own, origin: ofBringer }))
  const others = broughtBodies(held, makeId).filter((body) => allowed(body, role))
  const answers = replies.map(({ thread, said }) => replyBody(thread, said, makeId))
  if (watch.signal?.aborted) throw givenUp()
  const taken: Taken[] = []
  const bodies = [...changes, ...others, ...answers] as BroughtBody[]
  for (const { origin, ...command } of bodies) {
    watch.told?.('keeping', taken.length, bodies.length)
    taken.push(await desk.live.review(story.id, by, CommandSchema.parse(command), origin))
  }
  for (const { stored } of taken)
    if (!(await stored)) throw new Refusal('unavailable', 'The server stopped before all was saved.')
  await record(desk, actor, { act: 'brought-in', story: story.id, detail: { file: name } })
  return {
    name,
    suggestions: fresh.review.suggestions.length,
    conflicts: version.conflicts,
    notes: held.notes.length,
    tracked: held.suggestions.length,
    replies: replies.length,
    known: fresh.known + known,
    unplaced: held.notes.filter(({ anchor }) => anchor === null).length,
    losses: version.losses,
  }
}

/** How the reason of each suggestion begins, at first, that says what a file of this name says otherwise. */
function fromFileWords(name: string): string {
  return `From ${name}.`
}

/** Whether a suggestion says what a file of this name says otherwise. Those of before suggestions knew that say it as their reason. */
export function isFromFile({ file, reason }: Pick<Suggestion, 'file' | 'reason'>, name: string): boolean {
  return file === undefined ? `${reason} `.startsWith(`${fromFileWords(name)} `) : file === name
}

function fromFile({ notes, suggestions }: PlacedReview, name: string): PlacedReview {
  return {
    notes,
    suggestions: suggestions.map((one) => ({ ...one, reason: [fromFileWords(name), one.reason].join(' ').trim() })),
  }
}

/** Who may not resolve other people's notes brings them in open. */
function allowed({ type }: BroughtBody, role: Role): boolean {
  return type !== 'resolve' || may(role, 'decide')
}
