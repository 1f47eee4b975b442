/**
 * Names of files: what a name from outside becomes before it is kept, and which name each story has in a folder that
 * holds them all. No name here ever holds a path.
 */
import { isPacked } from '../../shared/codecs/readable.ts'
import type { StoredStory } from '../storage/storage.ts'

/** File systems take 255 bytes; room is left for " (2)" and the temporary ending. */
const MOST_BYTES = 200

/** Control characters, halves of surrogate pairs, and characters that turn the direction of a line. */
const UNFIT = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu

/**
 * The last part of whatever was given ("../x/chapter 1.txt", "C:\\x\\chapter 1.txt" → "chapter 1.txt"), without
 * characters that no file name should hold. Never "", "." or "..": those become "story.txt".
 */
export function safeName(given: string): string {
  const last = given.replace(/\\/g, '/').split('/').at(-1) ?? ''
  const clean = shortened(last.replace(UNFIT, '').trim())
  return /^\.*$/.test(clean) ? 'story.txt' : clean
}

/** A file name for a story that was started here under a name that a person gave: ends in ".txt". */
export function nameForNew(given: string): string {
  const name = safeName(given.replace(/[/\\]/g, '-'))
  return /\.txt$/i.test(name) ? name : `${name}.txt`
}

/** Name and extension with its dot: "a.b.txt" → ["a.b", ".txt"]; a leading dot begins no extension. */
export function splitName(name: string): [stem: string, extension: string] {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)]
}

/** What a story's text file is called: as the file it came from, or like that one where another program had packed it ("letter.docx" → "letter.txt"). */
export function textName({ name }: Pick<StoredStory, 'name'>): string {
  return isPacked(name) ? `${splitName(name)[0]}.txt` : name
}

/**
 * The name of each story's file in one folder, by id. Older stories (then smaller ids) keep their name; a later one
 * of the same name, whatever its case, becomes "name (2).txt". `named` gives the wished name; no story has a `reserved` one.
 */
export function folderNames(
  stories: readonly StoredStory[],
  named: (story: StoredStory) => string = textName,
  reserved: readonly string[] = [],
): Map<string, string> {
  const byAge = [...stories].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  const taken = new Set(reserved.map(folded))
  const names = new Map<string, string>()
  for (const story of byAge) {
    const wished = safeName(named(story))
    const [stem, extension] = splitName(wished)
    let name = wished
    for (let count = 2; taken.has(folded(name)); count += 1) name = `${stem} (${count})${extension}`
    taken.add(folded(name))
    names.set(story.id, name)
  }
  return names
}

/** A name that can be unpacked anywhere: without what Windows does not take (its "Naming Files, Paths, and Namespaces"). */
export function portableName(given: string): string {
  const name = safeName(given)
    .replace(/[<>:"|?*]/g, '_')
    .replace(/[. ]+$/, '_')
  return DEVICE.test(name) ? `_${name}` : name
}

const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** Equal for names that some file system takes for the same. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function shortened(name: string): string {
  const [stem, extension] = splitName(name)
  const room = MOST_BYTES - Math.min(Buffer.byteLength(extension), 50)
  let kept = ''
  let bytes = 0
  for (const character of stem) {
    bytes += Buffer.byteLength(character)
    if (bytes > room) break
    kept += character
  }
  return kept === stem ? name : kept.trimEnd() + [...extension].slice(0, 12).join('')
}
