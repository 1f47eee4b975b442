/** Pandoc reads our Markdown: the same words and the same emphasis, whatever the words look like. */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Manuscript } from '../../shared/codecs/codec.ts'
import { critic } from '../../shared/codecs/markdown/critic.ts'
import { md } from '../../shared/codecs/markdown/md.ts'
import { decided } from '../kit/critic-reader.ts'
import { ForeignDesk } from '../kit/foreign.ts'
import { charactersIn, inView, markedManuscript } from '../kit/marked-manuscripts.ts'
import { blanksJoined, pandocCharacters } from '../kit/pandoc-characters.ts'

const desk = new ForeignDesk()
afterAll(() => desk.remove())

const CASES = 400
const BETWEEN = 'the-next-manuscript'
const seed = Math.floor(Math.random() * 0x7fffffff)
const manuscripts = fc.sample(markedManuscript, { seed, numRuns: CASES })

/** One run of pandoc for all of them. */
async function expectRead(written: readonly string[], expected: readonly string[][]): Promise<void> {
  desk.put('all.md', written.map((text) => `${text}\n${BETWEEN}\n`).join('\n'))
  const { stdout } = await desk.run('pandoc', ['-f', 'commonmark', '-t', 'json', 'all.md'])
  const ends = new Set(Array.from(BETWEEN, (_, at) => at))
  const read = pandocCharacters(stdout)
  const parts: string[][] = [[]]
  for (let at = 0; at < read.length; at += 1) {
    if (read.slice(at + 1, at + 1 + ends.size).join('') === BETWEEN) {
      at += ends.size
      parts.push([])
    } else parts.at(-1)!.push(read[at]!)
  }
  for (const [index, characters] of expected.entries()) {
    expect(parts[index], `seed ${seed}, manuscript ${index}:\n${written[index]}`).toEqual(blanksJoined(characters))
  }
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test.each(['now', 'accepted'] as const)(
  'pandoc reads the Markdown of random manuscripts as their words: %s',
  async (view) => {
    const plain = manuscripts.map((manuscript): Manuscript => inView(manuscript, view))
    await expectRead(
      plain.map((manuscript) => text(md.write(manuscript).bytes)),
      plain.map((manuscript) => charactersIn(manuscript, 'now')),
    )
  },
)

test.each([
  ['reject', 'now'],
  ['accept', 'accepted'],
] as const)('with all marks of CriticMarkup decided (%s), pandoc reads their words: %s', async (verdict, view) => {
  await expectRead(
    manuscripts.map((manuscript) => decided(text(critic.write(manuscript).bytes), verdict)),
    manuscripts.map((manuscript) => charactersIn(manuscript, view)),
  )
})
