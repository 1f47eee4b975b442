/**
 * <visit-page>: a story's address in a browser that nobody is signed in at. When the address alone opens the story it
 * takes a name and a colour; else it says how one comes in. The story itself is shown by galley-app afterwards.
 */
import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { DoorAnswer } from '../../../shared/wire/people.ts'
import { storyPath } from '../../router.ts'
import { ApiError, sayError } from '../../sync/api.ts'
import { keepsStory } from '../../sync/kept-database.ts'
import { enterByAddress, getDoor } from '../../sync/people-api.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { loadSession } from '../session.ts'
import { closedDoor, lengthWords, signInInstead, tryAgain } from './at-the-door.ts'
import { doorFrame, type ProfileDraft, profileFields } from './door-frame.ts'
import { roleList } from './role-list.ts'
import './signed-out-page.ts'

@customElement('visit-page')
export class VisitPage extends LightElement {
  @property() storyId = ''
  /** False while nobody has opened the owner's link. */
  @property({ type: Boolean }) owned = false

  @state() private door: DoorAnswer | null = null
  @state() private stage: 'asking' | 'open' | 'shut' | 'unknown' = 'asking'
  @state() private draft: ProfileDraft = { name: '', swatch: 1 }
  @state() private busy = false
  @state() private problem = ''

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('storyId')) return
    void this.ask()
    void bringWords(this.storyId)
  }

  protected override render() {
    // Whose session ended may have words here that were never saved; the element is there once something is kept.
    const words = html`<lost-words .storyId=${this.storyId}></lost-words>`
    if (this.stage === 'shut') return html`<signed-out-page .owned=${this.owned}></signed-out-page>${words}`
    if (this.stage === 'unknown') {
      return doorFrame(
        closedDoor(
          'Galley does not answer',
          this.problem,
          tryAgain(() => void this.ask()),
        ),
      )
    }
    return doorFrame(this.door ? this.form(this.door) : html`<form aria-busy="true"></form>`)
  }

  private form({ title, words, role }: DoorAnswer) {
    return html`
      <form @submit=${this.enter}>
        <header>
          ${icon('galley', { mark: true })}
          <h1><i>${title || 'Untitled'}</i> is open to you</h1>
          <p class="hush">Anybody who has this address may ${role === 'reader' ? 'read it' : 'come in'}, as ${role}. ${lengthWords(words)}</p>
        </header>
        ${roleList(role)}
        ${profileFields(
          this.draft,
          'The others inside see it. No mail address, no password; this browser will know you.',
          (draft) => {
            this.draft = draft
            this.problem = ''
          },
          this.problem,
        )}
        <button class="btn primary large" aria-busy=${this.busy ? 'true' : 'false'}>
          ${this.busy ? icon('loader-circle') : nothing}Start reading
        </button>
        ${signInInstead(storyPath(this.storyId))}
      </form>
    `
  }

  private async ask(): Promise<void> {
    const id = this.storyId
    this.stage = 'asking'
    this.door = null
    this.problem = ''
    document.title = 'Galley'
    try {
      const door = await getDoor(id)
      if (id !== this.storyId) return
      this.door = door
      this.draft = { ...this.draft, swatch: door.swatch }
      this.stage = 'open'
      document.title = `${door.title || 'Untitled'} · Galley`
    } catch (error) {
      if (id !== this.storyId) return
      this.problem = sayError(error)
      this.stage = error instanceof ApiError && error.code === 'not-found' ? 'shut' : 'unknown'
    }
  }

  private async enter(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy || !this.door) return
    this.busy = true
    try {
      await enterByAddress(this.storyId, this.draft)
      await loadSession()
    } catch (error) {
      // Closed meanwhile.
      if (error instanceof ApiError && error.code === 'not-found') this.stage = 'shut'
      else this.problem = sayError(error)
    } finally {
      this.busy = false
    }
  }
}

/** Loads <lost-words> only for a browser that has something to show in it: reading words takes the whole of Yjs. */
async function bringWords(story: string): Promise<void> {
  try {
    if (await keepsStory(story)) await import('../story/lost-words.ts')
  } catch (error) {
    // Not reached, or storage is forbidden here: the door opens without.
    console.warn(error)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'visit-page': VisitPage
  }
}
