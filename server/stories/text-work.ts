/**
 * What is computed over a whole text because somebody asked for it: reading a file, making a story of it, writing it
 * back, comparing it. Pure and slow; a running Galley does it in server/stories/text-work-thread.ts.
 */
import type { Loss } from '../../shared/codecs/loss.ts'
import { readTxt, txt } from '../../shared/codecs/txt.ts'
import { writeZip, type ZipPart } from '../../shared/codecs/zip/write-zip.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Anchor } from '../../shared/review/anchor.ts'
import { type AnchoredLine, anchoredLines } from '../../shared/story/anchored-lines.ts'
import { changes } from '../../shared/story/changes.ts'
import type { Draft } from '../../shared/story/draft.ts'
import { decodeStory } from '../../shared/story/story-doc.ts'
import type { ChangesAnswer } from '../../shared/wire/api.ts'
import type { KeptText } from './kept-text.ts'
import { type GivenFile, type ReadStage, readInto, recognise, type TakenText } from './read-into.ts'
import { readVersion, type VersionGiven, type VersionRead } from './version-in.ts'
import { type WriteAsk, type WriteStage, type WrittenStory, writeStory } from './write-story.ts'

/** What a long piece of work is at. */
export type WorkStage = ReadStage | WriteStage

/** Hears how far a piece of work is: `done` of `all`, 0 of 0 where nothing is counted, and `all` 0 where nobody knows how many there are. */
export type WorkTold = (stage: WorkStage, done: number, all: number) => void

/** Each kind of work: what is asked and what is answered. Everything in it can be sent to a thread. */
export interface TextJobs {
  recognise: { ask: GivenFile; answer: ReturnType<typeof recognise> }
  takeIn: { ask: Parameters<typeof readInto>[0]; answer: TakenText }
  /** Throws what the codec throws, and `bad-request` for what the format does not offer. */
  write: { ask: WriteAsk; answer: WrittenStory }
  readVersion: { ask: VersionGiven; answer: VersionRead }
  /** Files as one zip. */
  pack: { ask: { parts: ZipPart[] }; answer: { bytes: Uint8Array } }
  /** The text now against the source, by words. Words that the file cannot hold are among the losses. */
  compare: { ask: KeptText; answer: ChangesAnswer }
  /** The lines in which anchors stand, by the keys that they come with; those whose words are gone are left out. */
  locate: { ask: KeptText & { anchors: [string, Anchor][] }; answer: [string, AnchoredLine][] }
}

export type JobName = keyof TextJobs

/** Does the work here and now; `told` hears how far it is, of work that says so. */
export function perform<Name extends JobName>(
  name: Name,
  ask: TextJobs[Name]['ask'],
  told: WorkTold = () => undefined,
): TextJobs[Name]['answer'] {
  return JOBS[name](ask, told)
}

type Perform<Name extends JobName> = (ask: TextJobs[Name]['ask'], told: WorkTold) => TextJobs[Name]['answer']

const JOBS: { [Name in JobName]: Perform<Name> } = {
  recognise,
  takeIn: readInto,
  readVersion,
  write: (ask, told) => writeStory(ask, (stage) => told(stage, 0, 0)),
  pack: ({ parts }) => ({ bytes: writeZip(parts) }),
  compare({ updates, form, name, source }) {
    const draft = decodeStory(updates)
    const was = source ? readTxt(source, { encoding: form.encoding }).draft : NOTHING
    const { bytes, losses } = writtenTxt({ draft, form, name, source })
    const identical = source !== null && bytes !== null && Buffer.compare(bytes, source) === 0
    return { ...changes(was, form, draft), identical, losses }
  },
  locate({ updates, anchors }) {
    return [...anchoredLines(updates, new Map(anchors))]
  },
}

const NOTHING: Draft = { lines: [{ spans: [] }] }

function writtenTxt(manuscript: Omit<KeptText, 'updates'> & { draft: Draft }): {
  bytes: Uint8Array | null
  losses: Loss[]
} {
  try {
    return txt.write(manuscript)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { bytes: null, losses: [{ kind: error.code, count: 1, message: error.message }] }
  }
}
