/** Words as XML holds them (XML 1.0, fifth edition, production 2), and what it cannot hold. */

/** Controls but tab and line ends, half surrogates, and the two characters that are none. */
const IMPOSSIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** How many characters of a text no XML can hold, not even by number. */
export function countImpossible(text: string): number {
  return text.match(IMPOSSIBLE)?.length ?? 0
}

/** The text without them. */
export function possible(text: string): string {
  return text.replace(IMPOSSIBLE, '')
}

/** For content and for attributes in double quotes; what XML cannot hold is left out. Line ends and tabs come back as they are. */
export function escapeXml(text: string): string {
  return possible(text).replace(/[&<>"\r\n\t]/g, (found) => ESCAPES.get(found)!)
}

const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\r', '&#13;'],
  ['\n', '&#10;'],
  ['\t', '&#9;'],
])
