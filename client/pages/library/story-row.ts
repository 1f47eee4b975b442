/** One story in the library: the whole row is its link; its people and its menu lie above it. */
import { html, nothing, type TemplateResult } from 'lit'
import { may, type Role } from '../../../shared/roles.ts'
import type { Story } from '../../../shared/wire/api.ts'
import { storyPath } from '../../router.ts'
import { avatar } from '../../ui/avatar.ts'
import { icon } from '../../ui/icons.ts'
import type { PullDownEntry } from '../../ui/pull-down.ts'
import { counted, dayWords, exactTime, firstName, timeAgo } from '../../ui/times.ts'
import { withPart } from '../story/late-part.ts'

/** What those who may not write in it are there for. */
const TO_DO: Partial<Record<Role, string>> = {
  reader: 'To read',
  commenter: 'To comment on',
  proofreader: 'To proofread',
}

/** Faces shown before the rest become a number. */
const MOST_FACES = 4

export interface RowActs {
  changed: (story: Story) => void
  deleted: (id: string) => void
}

/** `me` is the id of who looks, `now` milliseconds since 1970. */
export function storyRow(story: Story, me: string, now: number, acts: RowActs): TemplateResult {
  return html`<li>
    <div>
      <h2><a href=${storyPath(story.id)} aria-describedby="since-${story.id} tally-${story.id}">${story.title || 'Untitled'}</a></h2>
      <p class="first">${story.opening || (story.words === 0 ? 'Nothing is written yet.' : '')}</p>
      <div class="row small hush">
        ${since(story, now)}
        ${TO_DO[story.role] ? html`<span class="chip">${TO_DO[story.role]}</span>` : nothing}
        <span class="num">${counted(story.words, 'word')}</span>
        <span>${story.hasSource ? story.name : 'Started here'}</span>
        ${may(story.role, 'writeBack') && story.hasSource ? html`<origin-chip story=${story.id} changed=${story.changedAt}></origin-chip>` : nothing}
      </div>
    </div>
    <div class="tally" id="tally-${story.id}">
      ${figure(story.review.notes, 'open note')}
      ${figure(story.review.suggestions, 'suggestion')}
    </div>
    <div class="end">
      ${faces(story)}
      <time class="small hush" datetime=${story.changedAt} title=${exactTime(story.changedAt)}>${changed(story, me, now)}</time>
    </div>
    <pull-down
      class="row-menu"
      .label=${`More for ${story.title}`}
      .face=${icon('ellipsis')}
      .items=${rowMenu(story, acts)}
    ></pull-down>
  </li>`
}

/** What came since one looked; nothing for who never did. */
function since({ id, review: { fresh, seenAt } }: Story, now: number) {
  if (fresh === 0 || seenAt === null) return nothing
  return html`<span class="chip accent" id="since-${id}" title="Since you looked, ${exactTime(seenAt)}">
    ${icon('bell-dot', { small: true })}<span>${fresh.toLocaleString('en')} new since ${dayWords(seenAt, now)}</span>
  </span>`
}

function figure(count: number, name: string): TemplateResult {
  return html`<span class=${count === 0 ? 'none' : ''}><b>${count.toLocaleString('en')}</b> ${count === 1 ? name : `${name}s`}</span>`
}

function faces({ here }: Story) {
  if (here.length === 0) return nothing
  const shown = here.slice(0, MOST_FACES)
  return html`<div class="avatars" role="group" aria-label="Here now: ${here.map(({ name }) => name).join(', ')}">
    ${shown.map((person) => avatar(person))}${here.length > shown.length ? html`<span class="avatar more">+${here.length - shown.length}</span>` : nothing}
  </div>`
}

function changed({ changedBy, changedAt }: Story, me: string, now: number): string {
  const when = timeAgo(changedAt, now)
  if (!changedBy) return when
  return `${changedBy.id === me ? 'You' : firstName(changedBy.name)}, ${when}`
}

function rowMenu(story: Story, acts: RowActs): PullDownEntry[] {
  const { id, role } = story
  /** What can be done to a story is loaded when it is to be done. */
  const act = (run: (part: typeof import('../story-acts.ts')) => unknown) => () =>
    withPart(import('../story-acts.ts'), run)
  const entries: PullDownEntry[] = []
  if (may(role, 'rename')) {
    const run = act(({ renameWithAsking }) => renameWithAsking(story, acts.changed))
    entries.push({ label: 'Rename…', icon: 'pen-line', run })
  }
  if (may(role, 'propose')) {
    const run = act(({ bringIntoStory }) => bringIntoStory(story))
    entries.push({ label: 'Bring a file in…', icon: 'file-text', run })
  }
  entries.push({ label: 'Download as text', icon: 'download', run: act(({ downloadStory }) => downloadStory(id)) })
  if (may(role, 'writeBack')) {
    const run = act(({ writeStory }) => writeStory(id))
    entries.push({ label: 'Write to the export folder', icon: 'folder-sync', run })
  }
  if (may(role, 'delete')) {
    const run = act(async ({ deleteWithUndo }) => {
      if (await deleteWithUndo(story, acts.changed)) acts.deleted(id)
    })
    entries.push(null, { label: `Delete, ${counted(story.words, 'word')}`, icon: 'trash-2', danger: true, run })
  }
  return entries
}
