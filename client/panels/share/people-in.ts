/** The people who may come into a story: how they came in, whether they are here now, their role, and Remove. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Role } from '../../../shared/roles.ts'
import type { PeopleAnswer, WayIn } from '../../../shared/wire/people.ts'
import type { PresentPerson } from '../../sync/presence.ts'
import { avatar } from '../../ui/avatar.ts'
import { icon } from '../../ui/icons.ts'
import { roleSelect } from './role-select.ts'
import { roleName } from './role-words.ts'

export type PersonIn = PeopleAnswer['people'][number]

export interface PeopleInOptions {
  people: readonly PersonIn[]
  here: readonly PresentPerson[]
  /** Id of who looks. */
  me: string
  /** Ids of those for whom something is on its way. */
  busy: ReadonlySet<string>
  choose: (person: PersonIn, role: Role) => void
  remove: (person: PersonIn) => void
}

const WAYS: Record<WayIn, string> = {
  owner: 'Owner of this Galley',
  library: 'By a role in the whole library',
  invited: 'Invited',
  address: 'By the story’s address',
}

export function peopleIn({ people, here, me, busy, choose, remove }: PeopleInOptions): TemplateResult {
  return html`<ul class="members people">
    ${people.map((person) => {
      const there = here.find(({ id }) => id === person.id)
      const own = person.id === me
      return html`<li data-id=${person.id}>
        ${avatar(person, { away: !there })}
        <div>
          ${person.name} ${own ? html`<span class="hush">(you)</span>` : nothing}<br />
          <span class="small hush">${WAYS[person.way]}. ${placeWords(there)}</span>
        </div>
        ${
          changes(person)
            ? roleSelect({
                label: `${person.name}: role`,
                role: person.role,
                busy: busy.has(person.id),
                choose: (role) => role && choose(person, role),
              })
            : html`<span class="static" title=${whyFixed(person.way)}>${person.way === 'owner' ? 'Owner' : roleName(person.role)}</span>`
        }
        ${
          person.way === 'invited'
            ? html`<button class="btn icon-only quiet" aria-label=${own ? 'Leave the story' : `Remove ${person.name}`} title=${own ? 'Leave the story' : `Remove ${person.name}`} @click=${() => remove(person)}>${icon('x', { small: true })}</button>`
            : html`<span class="no-remove"></span>`
        }
      </li>`
    })}
  </ul>`
}

/** A role on the whole library is changed where the library's people are; the owner's nowhere. */
function changes({ way }: PersonIn): boolean {
  return way === 'invited' || way === 'address'
}

function whyFixed(way: WayIn): string {
  return way === 'owner' ? 'The owner may do everything.' : 'The owner changes this on the page of all people.'
}

function placeWords(there: PresentPerson | undefined): string {
  if (!there) return 'Not here now'
  return there.line === null ? 'Here now' : `Here now, line ${there.line.toLocaleString('en')}`
}
