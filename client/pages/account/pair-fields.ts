/** The two fields of a new pair to sign in with: a name and a password, whose length is said while it is typed. */
import { html, type TemplateResult } from 'lit'
import { lengthWords, PASSWORD_LEAST } from './way-back.ts'
import './password-field.ts'

export interface Pair {
  login: string
  password: string
}

/** `change` is called with each edit; `focus` puts the keyboard into the first field of a dialog. */
export function pairFields(pair: Pair, change: (pair: Pair) => void, focus = false): TemplateResult {
  const typed = (event: Event) => (event.target as HTMLInputElement).value
  return html`
    <label class="field">
      <span>Name to sign in with</span>
      <input
        class="input"
        name="login"
        required
        minlength="3"
        maxlength="100"
        autocomplete="username"
        autocapitalize="none"
        spellcheck="false"
        ?autofocus=${focus}
        aria-describedby="login-hint"
        .value=${pair.login}
        @input=${(event: Event) => change({ ...pair, login: typed(event) })}
      />
      <small id="login-hint">A name or a mail address, yours alone here. Nobody else sees it, and nothing is sent there.</small>
    </label>
    <div class="stack tight">
      <password-field
        label="New password"
        name="new-password"
        autofill="new-password"
        hint=${lengthWords(pair.password)}
        .value=${pair.password}
        @input=${(event: Event) => change({ ...pair, password: typed(event) })}
      ></password-field>
      <progress class="bar" aria-hidden="true" max=${PASSWORD_LEAST} .value=${Math.min(pair.password.length, PASSWORD_LEAST)}></progress>
    </div>
  `
}
