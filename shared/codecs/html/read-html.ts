/**
 * Reads HTML files: text blocks as lines, emphasis as marks, `ins` and `del` as suggestions, and the notes of pages of our own.
 * Addresses are never followed and scripts never read; notes that other programs keep in HTML are not known here.
 */
import { Refusal } from '../../refusals.ts'
import type { Encoding } from '../../story/file-form.ts'
import type { Reader } from '../codec.ts'
import { sourceText } from '../source-text.ts'
import { htmlLosses, readHtmlLines } from './html-lines.ts'
import { MarkedLines } from './marked-lines.ts'
import { SaidReader } from './read-said.ts'

export const readHtml: Reader = {
  extensions: ['.html', '.htm'],
  read(bytes, options) {
    const source = sourceText(bytes, options.encoding ?? declaredEncoding(bytes))
    const lines = new MarkedLines(options)
    const lost = new Map<string, number>()
    const said = new SaidReader()
    const title = readHtmlLines(source.text, lines, { xhtml: false, lost, said })
    const { form, guessed } = source
    return { ...lines.finish(said.threads), form, guessed, title, losses: htmlLosses(lost) }
  },
}

/**
 * What the first 1024 bytes declare (HTML Standard, "prescan"), where they are ASCII so far; undefined where they say
 * nothing, or what the bytes themselves tell better. Throws Refusal `unsupported` for an encoding that is not read here.
 */
function declaredEncoding(bytes: Uint8Array): Encoding | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 1024))
  const name = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1]?.toLowerCase()
  if (name === undefined || start.startsWith('\u00ef\u00bb\u00bf') || name.startsWith('utf-')) return undefined
  if (['windows-1252', 'cp1252', 'iso-8859-1', 'iso8859-1', 'latin1', 'us-ascii', 'ascii'].includes(name))
    return 'windows-1252'
  if (name === 'utf8') return undefined
  throw new Refusal('unsupported', `This page is written in ${name}. Save it as UTF-8 first.`)
}
