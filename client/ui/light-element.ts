/** A Lit element in light DOM: one style sheet for all, and selections and labels that reach across elements. */
import { LitElement } from 'lit'

export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this
  }
}
