/** One person on the owner's page: last seen, the stories they are in, their role in the whole library, Remove. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Role } from '../../../shared/roles.ts'
import type { LibraryPeopleAnswer } from '../../../shared/wire/people.ts'
import { roleSelect } from '../../panels/share/role-select.ts'
import { roleName } from '../../panels/share/role-words.ts'
import { storyPath } from '../../router.ts'
import { avatar } from '../../ui/avatar.ts'
import { icon } from '../../ui/icons.ts'
import { exactTime, timeAgo } from '../../ui/times.ts'

export type LibraryPerson = LibraryPeopleAnswer['people'][number]

/** Stories named before the rest fold away. */
const FEW = 4

export interface PersonActs {
  busy: boolean
  choose: (role: Role | null) => void
  remove: () => void
}

/** `now` in milliseconds since 1970. */
export function personInLibrary(person: LibraryPerson, me: string, now: number, acts: PersonActs): TemplateResult {
  const { name, owner, role, createdAt, stories } = person
  return html`<li data-id=${person.id}>
    ${avatar(person)}
    <div class="who">
      <p class="name">${name} ${person.id === me ? html`<span class="hush">(you)</span>` : nothing}</p>
      <p class="small hush">${seen(person, me, now)} Came <time datetime=${createdAt} title=${exactTime(createdAt)}>${agoWords(createdAt, now)}</time>.</p>
      ${owner ? nothing : html`<p class="small in">${storiesOf(stories)}</p>`}
    </div>
    ${
      owner
        ? html`<span class="static">Owner</span><span class="no-remove"></span>`
        : html`${roleSelect({ label: `${name}: role in the whole library`, role, none: 'Single stories only', busy: acts.busy, choose: acts.choose })}
            <button class="btn icon-only quiet" aria-label="Remove ${name} from the library" title="Remove ${name} from the library" @click=${acts.remove}>${icon('x', { small: true })}</button>`
    }
  </li>`
}

function seen({ id, seenAt }: LibraryPerson, me: string, now: number): TemplateResult {
  if (id === me) return html`Here now.`
  if (seenAt === null) return html`Not seen yet.`
  return html`Seen <time datetime=${seenAt} title=${exactTime(seenAt)}>${agoWords(seenAt, now)}</time>.`
}

/** Within a sentence. */
function agoWords(iso: string, now: number): string {
  const words = timeAgo(iso, now)
  if (words === 'now') return 'just now'
  return /^(\d+ (min|h) ago)$/.test(words) ? words : `on ${words}`
}

function storiesOf(stories: LibraryPerson['stories']): TemplateResult {
  if (stories.length === 0) return html`<span class="hush">In no single story.</span>`
  const few = stories.slice(0, FEW)
  const rest = stories.slice(FEW)
  return html`${few.map(storyIn)}${
    rest.length > 0 ? html`<details><summary>${rest.length} more</summary>${rest.map(storyIn)}</details>` : nothing
  }`
}

function storyIn({ id, title, role }: LibraryPerson['stories'][number]): TemplateResult {
  return html`<span class="story-in"><a class="serif" href=${storyPath(id)}>${title || 'Untitled'}</a> <span class="hush">${roleName(role)}</span></span>`
}
