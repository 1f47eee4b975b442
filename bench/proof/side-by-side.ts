/**
 * Galley and its peers on the same texts in the same run: the hand-marked passages, and the novels that are there, broken.
 * One table for each set: what was found, what was corrected, what was made up, and how fast it went.
 */
import { performance } from 'node:perf_hooks'
import type { Tools } from '../../shared/proof/checker.ts'
import { Figures, say } from '../figures.ts'
import type { Flag } from './contestants.ts'
import { corrected, type Mark } from './mark.ts'
import { PASSAGE_SETS, readPassages } from './passages.ts'
import { loadPeers, type Peer } from './peers.ts'
import { type Score, score, together } from './score.ts'

/** A text with its errors, and without them. */
export interface Pair {
  clean: string
  broken: string
  marks: readonly Mark[]
}

export interface PairSet {
  name: string
  pairs: readonly Pair[]
}

/** Each as a story of its own. */
export function passagePairs(): PairSet[] {
  return PASSAGE_SETS.map((set) => ({
    name: `passages, ${set}`,
    pairs: readPassages(set).map(({ text, marks }) => ({ clean: corrected(text, marks), broken: text, marks })),
  }))
}

/** Tables on standard output, progress on standard error. */
export async function benchSideBySide(sets: readonly PairSet[], tools: Tools, quick: boolean): Promise<void> {
  say('loading the peers')
  const peers = await loadPeers(tools)
  // Dictionaries are loaded with the first words; that is not how fast one reads.
  for (const [, peer] of peers) await peer('“Well,” she said, and mispelt a wrod.', true)
  for (const { name, pairs } of sets) {
    const figures = new Figures()
    const words = pairs.reduce((sum, { clean }) => sum + wordsIn(clean), 0)
    for (const [peerName, peer] of peers) {
      say(`${name}: ${peerName} reads ${words} words, clean and broken`)
      await measure(figures, peerName, peer, pairs, words)
    }
    process.stdout.write(
      `\n${name}: ${pairs.length} texts, ${words} words\n\n${figures.table(peers.map(([peer]) => peer))}\n`,
    )
    say(`kept in ${figures.keep(`proof-peers-${name.replaceAll(/\W+/g, '-')}`, { quick })}`)
  }
}

async function measure(
  figures: Figures,
  name: string,
  peer: Peer,
  pairs: readonly Pair[],
  words: number,
): Promise<void> {
  const idle: Flag[] = []
  const start = performance.now()
  for (const { clean } of pairs) idle.push(...(await peer(clean, false)))
  const seconds = (performance.now() - start) / 1000
  const scores: Score[] = []
  for (const { broken, marks } of pairs) scores.push(score(broken, marks, await peer(broken, true)))
  const { all, flags, idle: unmarked } = together(scores)
  figures.set(`errors found, of ${all.marks}`, '%', name, share(all.found, all.marks))
  figures.set('… first correction right, of all errors', '%', name, share(all.exact, all.marks))
  figures.set('flags that lie on an error', '%', name, share(flags - unmarked.length, flags))
  figures.set('flags in 10,000 words of the clean text', '', name, (idle.length * 10_000) / words)
  figures.set('words a second, without corrections', '', name, words / seconds)
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}
