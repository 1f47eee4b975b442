/**
 * The comments of a file: word/comments.xml with what is said, commentsExtended.xml with who answers whom and what is done
 * ([MS-DOCX] 2.5.4), people.xml with who speaks. A paragraph's id is all that ties the first two together.
 */
import { escapeXml } from '../../xml/write-xml.ts'
import { MC, W, W14, W15 } from '../names.ts'
import type { Said, Thread } from './threads.ts'
import { dateOf, WordsWriter } from './write-words.ts'

export interface CommentParts {
  comments: string
  extended: string
  people: string
  /** Characters that could not be written. */
  left: number
}

/** Comments are numbered from 0 in the order given, each followed by its replies. */
export function writeComments(threads: readonly Thread[]): CommentParts {
  const words = new WordsWriter()
  const comments: string[] = []
  const extended: string[] = []
  const people = new Set<string>()
  for (const { said, done } of threads) {
    const root = paragraphId(comments.length)
    for (const one of said) {
      const id = paragraphId(comments.length)
      const parent = id === root ? '' : ` w15:paraIdParent="${root}"`
      extended.push(`<w15:commentEx w15:paraId="${id}"${parent} w15:done="${done ? 1 : 0}"/>`)
      comments.push(comment(one, comments.length, id, words))
      people.add(escapeXml(one.by))
    }
  }
  const person = (name: string) =>
    `<w15:person w15:author="${name}"><w15:presenceInfo w15:providerId="None" w15:userId="${name}"/></w15:person>`
  return {
    comments: `<w:comments xmlns:w="${W}" xmlns:mc="${MC}" xmlns:w14="${W14}" mc:Ignorable="w14">${comments.join('')}</w:comments>`,
    extended: `<w15:commentsEx xmlns:w15="${W15}">${extended.join('')}</w15:commentsEx>`,
    people: `<w15:people xmlns:w15="${W15}">${[...people].map(person).join('')}</w15:people>`,
    left: words.left,
  }
}

/** The id belongs to the last paragraph of the comment. */
function comment({ by, at, body }: Said, number: number, id: string, words: WordsWriter): string {
  const paragraphs = body.split('\n')
  const written = paragraphs.map((text, nth) => {
    const tied = nth === paragraphs.length - 1 ? ` w14:paraId="${id}"` : ''
    return `<w:p${tied}><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${words.run(text, {})}</w:p>`
  })
  const author = words.escaped(by)
  const signs = `w:id="${number}" w:author="${author}" w:date="${dateOf(at)}" w:initials="${escapeXml(initials(by))}"`
  return `<w:comment ${signs}>${written.join('')}</w:comment>`
}

/** Eight hexadecimal digits under 0x80000000; others are counted anew by word processors, and threads fall apart. */
function paragraphId(number: number): string {
  return (0x10000000 + number).toString(16).toUpperCase()
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  return words
    .slice(0, 3)
    .map((word) => String.fromCodePoint(word.codePointAt(0)!))
    .join('')
}
