/**
 * Who else proofreads, in the same run as Galley: Galley with its second opinion, Harper as it comes and as one would set it
 * up for a story, the spelling libraries, and the prose linters. Names and dialect are known to those that can be told.
 */
import { LocalLinter } from 'harper.js'
import { slimBinary } from 'harper.js/slimBinary'
import { loadSecondOpinion } from '../../server/cli/second-opinion.ts'
import type { Tools } from '../../shared/proof/checker.ts'
import { type HarperLinter, prepareHarper, readWithHarper } from '../../shared/proof/harper-reader.ts'
import { NOT_FOR_FICTION } from '../../shared/proof/harper-rules.ts'
import { type Flag, flagsOf, galley, linesOf, nspellAlone, readStory } from './contestants.ts'

/** As a Contestant; some take their time. */
export type Peer = (text: string, corrections: boolean) => Flag[] | Promise<Flag[]>

/** By name, in the order of the table. The packages of bench/peers must be installed. */
export async function loadPeers(tools: Tools): Promise<[name: string, peer: Peer][]> {
  const [american, british] = await Promise.all([import('dictionary-en'), import('dictionary-en-gb')])
  const { cspell, retextPlugins, writeGoodAsItComes } = await import('../peers/proofreaders.ts')
  const linter = new LocalLinter({ binary: slimBinary })
  await linter.setup()
  return [
    ['Galley', galley(tools)],
    ['Galley + second opinion', await withSecondOpinion(tools)],
    ['Harper as it comes', harperAsItComes(linter)],
    ['Harper + names, 20 rules off', harperForStories(linter, tools)],
    ['nspell + names', nspellAlone(tools, { 'en-US': american.default, 'en-GB': british.default })],
    ['cspell + names', cspellWithNames(cspell, tools)],
    ['write-good', writeGoodAsItComes],
    ['retext', retextPlugins],
  ]
}

async function withSecondOpinion(tools: Tools): Promise<Peer> {
  const read = await loadSecondOpinion()
  return async (text, corrections) => {
    const { checker, settings, starts } = readStory(text, tools)
    const suggest = corrections ? checker.suggest.bind(checker) : undefined
    const own = flagsOf(checker.findings(), starts, suggest)
    return [...own, ...flagsOf(await read(checker, settings, () => undefined), starts)]
  }
}

function harperAsItComes(linter: HarperLinter): Peer {
  return async (text) => {
    await prepareHarper(linter, 'en-US', [], [])
    return linesRead(linter, text)
  }
}

function harperForStories(linter: HarperLinter, tools: Tools): Peer {
  return async (text) => {
    const { checker, names } = readStory(text, tools)
    await prepareHarper(linter, checker.story.facts.dialect, names, NOT_FOR_FICTION)
    return linesRead(linter, text)
  }
}

async function linesRead(linter: HarperLinter, text: string): Promise<Flag[]> {
  const { source, starts } = linesOf(text)
  const flags: Flag[] = []
  for (const [line, { text: words }] of source.entries()) {
    for (const { rule, offset, length, replacements } of await readWithHarper(linter, words)) {
      flags.push({ rule, offset: starts[line]! + offset, length, replacement: replacements[0] ?? null })
    }
  }
  return flags
}

function cspellWithNames(
  cspell: (text: string, dialect: string, names: readonly string[], corrections: boolean) => Promise<Flag[]>,
  tools: Tools,
): Peer {
  return (text, corrections) => {
    const { checker, names } = readStory(text, tools)
    return cspell(text, checker.story.facts.dialect, names, corrections)
  }
}
