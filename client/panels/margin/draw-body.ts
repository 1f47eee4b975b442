/** The tree of a note's body on the page. */
import { html, type TemplateResult } from 'lit'
import { type Block, type Inline, type Named, parseBody } from './note-body.ts'

export function drawBody(body: string, people: readonly Named[]): TemplateResult[] {
  return parseBody(body, people).map(drawBlock)
}

function drawBlock({ kind, inside }: Block): TemplateResult {
  const words = inside.map(drawInline)
  return kind === 'quote' ? html`<blockquote>${words}</blockquote>` : html`<p>${words}</p>`
}

function drawInline(node: Inline): TemplateResult | string {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'break':
      return html`<br />`
    case 'strong':
      return html`<strong>${node.inside.map(drawInline)}</strong>`
    case 'em':
      return html`<em>${node.inside.map(drawInline)}</em>`
    case 'mention':
      return html`<span class="mention">@${node.name}</span>`
    case 'link':
      return html`<a href=${node.href} target="_blank" rel="noopener noreferrer nofollow">${node.inside.map(drawInline)}</a>`
  }
}
