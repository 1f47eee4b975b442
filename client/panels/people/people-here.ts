/** Who is in the story now, as avatars for the bar and as a list with their lines. A person is a button: follow them. */
import { html, nothing, type TemplateResult } from 'lit'
import type { PresentPerson } from '../../sync/presence.ts'
import { avatar } from '../../ui/avatar.ts'

export interface PeopleOptions {
  people: readonly PresentPerson[]
  /** Id of the person whose view is followed. */
  followed: string | null
  /** Null ends it. */
  follow: (id: string | null) => void
}

/** At most this many faces stand in the bar. */
const FACES = 5

export function peopleList({ people, followed, follow }: PeopleOptions): TemplateResult {
  const others = people.filter(({ self }) => !self)
  return html`<h2>Here now</h2>
    ${others.length === 0 ? html`<p class="alone small hush">Only you.</p>` : nothing}
    ${others.map((person) => {
      const on = followed === person.id
      return html`<button
        class="person"
        aria-pressed=${on ? 'true' : 'false'}
        title=${on ? `Stop following ${person.name}` : `Follow ${person.name}`}
        @click=${() => follow(on ? null : person.id)}
      >
        ${avatar(person, { small: true })}
        <span class="label" aria-hidden="true">${person.name}</span>
        <span class="small hush num">${on ? 'following' : person.line === null ? '' : `line ${person.line}`}</span>
      </button>`
    })}`
}

/** Everybody but oneself, who has a menu of one's own. */
export function peopleFaces({ people, followed, follow }: PeopleOptions): TemplateResult | typeof nothing {
  const others = people.filter(({ self }) => !self)
  const more = others.length - FACES
  if (others.length === 0) return nothing
  return html`<div class="avatars" role="group" aria-label="Here now">
    ${others.slice(0, FACES).map(
      (person) => html`<button
        class="face"
        aria-pressed=${followed === person.id ? 'true' : 'false'}
        aria-label="Follow ${person.name}"
        title="Follow ${person.name}"
        @click=${() => follow(followed === person.id ? null : person.id)}
      >
        ${avatar(person)}
      </button>`,
    )}
    ${more > 0 ? html`<span class="avatar more" role="img" aria-label="${more} more">+${more}</span>` : nothing}
  </div>`
}
