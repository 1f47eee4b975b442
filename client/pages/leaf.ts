/** The leaf of paper beside the doors: what correcting together looks like, in a few lines of our own. */
import { html, type TemplateResult } from 'lit'

export function leaf(): TemplateResult {
  return html`<section class="proof" aria-hidden="true">
    <div class="leaf">
      <p>
        Hanne wiped the pencil on her sleeve. She had not had a letter from anyone since the winter the ferry stopped,
        and she was not sure she wanted one now.
      </p>
      <p>It was not a long letter. Her brother had never learned to use more words than a thing required.</p>
    </div>
  </section>`
}
