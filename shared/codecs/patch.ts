/**
 * The corrections as a unified diff from the file as taken in to the file as it would be written now, which both
 * `git apply` and `patch -p1` take, in the file's own encoding and with its own line ends.
 */
import { Refusal } from '../refusals.ts'
import type { Codec, WriteOptions } from './codec.ts'
import type { View } from './edition.ts'
import { ENCODING_NAMES } from './encodings.ts'
import { type TextManuscript, txt } from './txt.ts'
import { byteString, fromByteString, unifiedDiff } from './unified-diff.ts'

/** Writes no bytes when nothing changed; a new file when there is no source. Refuses UTF-16: to git that is binary. */
export const patch = {
  format: 'patch',
  extension: '.patch',
  views: ['now', 'accepted'] as readonly View[],
  write(manuscript: TextManuscript, options: WriteOptions = {}) {
    const { form, name, source } = manuscript
    refuseWide(manuscript, options)
    const { bytes, losses } = txt.write(manuscript, options)
    return {
      bytes: fromByteString(unifiedDiff(name, source && byteString(source), byteString(bytes))),
      mediaType: `text/x-diff; charset=${options.encoding ?? form.encoding}`,
      losses,
    }
  },
} satisfies Codec

/** Throws Refusal `unsupported` for UTF-16, on either side. */
export function refuseWide({ form, source }: TextManuscript, options: WriteOptions): void {
  const target = options.encoding ?? form.encoding
  for (const encoding of source ? [form.encoding, target] : [target]) {
    if (!encoding.startsWith('utf-16')) continue
    const message = `A patch cannot be made for a ${ENCODING_NAMES[encoding]} file. Export the text itself (txt) instead.`
    throw new Refusal('unsupported', message)
  }
}
