/** What the join page and the page of an open address say alike: how long a story is, the way for those who were here. */
import { html, type TemplateResult } from 'lit'
import { icon } from '../../ui/icons.ts'
import { counted } from '../../ui/times.ts'
import { signInPath } from '../account/own-path.ts'

/** Words a minute. */
const READING_PACE = 220

/** "8,668 words, about 40 minutes to read." */
export function lengthWords(words: number): string {
  if (words === 0) return 'Nothing is written in it yet.'
  const minutes = Math.max(1, Math.round(words / READING_PACE))
  return `${counted(words, 'word')}, about ${counted(minutes, 'minute')} to read.`
}

/** To the sign-in page, and from there to `path`, one of our own. */
export function signInInstead(path: string): TemplateResult {
  return html`<p class="small hush">
    Been here before on another device? <a href=${signInPath(path)}>Sign in instead</a>
  </p>`
}

/** A door that does not open: why, what to do, and perhaps a button for it. */
export function closedDoor(title: string, why: unknown, act: unknown): TemplateResult {
  return html`<form @submit=${(event: Event) => event.preventDefault()}>
    <header>
      ${icon('galley', { mark: true })}
      <h1>${title}</h1>
      <p class="hush">${why}</p>
    </header>
    ${act}
  </form>`
}

export function tryAgain(again: () => void): TemplateResult {
  return html`<button type="button" class="btn primary large" @click=${again}>Try again</button>`
}
