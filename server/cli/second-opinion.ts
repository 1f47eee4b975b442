/** Harper on the command line: loaded when somebody asks for it, and one line after the other, beside our own findings. */
import type { Checker } from '../../shared/proof/checker.ts'
import type { Finding } from '../../shared/proof/finding.ts'
import { type HarperLinter, prepareHarper, readWithHarper } from '../../shared/proof/harper-reader.ts'
import { learnNames } from '../../shared/proof/names.ts'
import { secondFindings, sieveOf } from '../../shared/proof/second-opinion.ts'
import type { Settings } from '../../shared/proof/settings.ts'
import { Refusal } from '../../shared/refusals.ts'

/** Lines between two words of progress. */
const STEP = 20

/**
 * What Harper says beyond what the checker has found in its story, by line and offset. The names that the story would
 * offer are known to it. `progress` hears how many lines it has read; a hundred thousand words take a minute or two.
 */
export type SecondReader = (
  checker: Checker,
  settings: Settings,
  progress: (read: number, of: number) => void,
) => Promise<Finding[]>

/** Takes about two seconds. Throws a Refusal that says why when Harper cannot be loaded. */
export async function loadSecondOpinion(): Promise<SecondReader> {
  const linter = await loadHarper()
  return async (checker, settings, progress) => {
    const { lines, facts } = checker.story
    const names = [...settings.words, ...learnNames(checker.story)].map(({ word }) => word)
    await prepareHarper(linter, facts.dialect, [...new Set(names)])
    const sieve = sieveOf(settings)
    const findings: Finding[] = []
    for (const [line, { text }] of lines.entries()) {
      if (line % STEP === 0) progress(line, lines.length)
      if (text.trim() === '') continue
      const remarks = await readWithHarper(linter, text)
      findings.push(...secondFindings(line, text, remarks, checker.findingsOf(line), sieve))
    }
    return findings
  }
}

async function loadHarper(): Promise<HarperLinter> {
  try {
    const [{ LocalLinter }, binary] = await Promise.all([import('harper.js'), loadEngine()])
    return new LocalLinter({ binary })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal(
      'unavailable',
      `The second opinion cannot be had: Harper could not be loaded (${why}). Install Galley's packages again, or leave --second-opinion out.`,
    )
  }
}

async function loadEngine() {
  const { slimBinary } = await import('harper.js/slimBinary')
  try {
    await slimBinary.setup()
    return slimBinary
  } catch (error) {
    // It does not find its own file where the path has a space or other letters that an address must escape.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    const { slimBinaryInlined } = await import('harper.js/slimBinaryInlined')
    await slimBinaryInlined.setup()
    return slimBinaryInlined
  }
}
