/**
 * Words as Markdown that says those words and nothing else (CommonMark 0.31 §2.4, §2.5). Safe for GitHub's and pandoc's
 * additions as well, and for CriticMarkup, whose readers know no backslash: braces beside its signs become entities.
 */

export interface EscapeOptions {
  /** The words may come to stand first in a line. */
  first: boolean
  /** The words may come to stand last in a line. */
  last: boolean
  /** Within CriticMarkup: its signs are hidden wherever they could meet a neighbour's. */
  critic: boolean
}

/** No line ends in `text`. Blanks at the ends of a line become entities, as Markdown trims them. */
export function escapeMarkdown(text: string, { first, last, critic }: EscapeOptions): string {
  let out = text.replace(/[\\`*_[\]<]|~|&(?=[#a-z]|$)|\{(?=[+\-~=>]|$)/gi, (sign) => {
    if (sign === '&') return '&amp;'
    if (sign === '{') return '&#123;'
    if (sign === '~' && critic) return '&#126;'
    return `\\${sign}`
  })
  if (critic) out = out.replace(/[{}]/g, entity).replace(/[+\-=>]$/, entity)
  // A number alone could come to stand before a full stop of its neighbour's, and number a list.
  if (critic && first) out = out.replace(/^\d(?=\d*$)/, entity)
  if (first || critic) out = out.replace(/^(\d*)([#+=>|:-]|(?<=\d)[.)])/, startOfLine)
  if (first) out = out.replace(/^\s+/, entities)
  if (last) out = out.replace(/\s+$/, entities)
  return out
}

function startOfLine(_: string, digits: string, sign: string): string {
  return `${digits}\\${sign}`
}

function entities(blanks: string): string {
  return Array.from(blanks, entity).join('')
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`
}
