/**
 * `galley sheet`: a story's style sheet, printed or written to a file, and decided from a file. What is decided is an event of the
 * review, which only one process may write: the server that runs on the data folder is asked over HTTP, and where none runs
 * the command stands in for it.
 */
import { basename, dirname, resolve } from 'node:path'
import { Refusal, type RefusalCode } from '../../shared/refusals.ts'
import { ErrorAnswer } from '../../shared/wire/api.ts'
import { SheetTakenAnswer } from '../../shared/wire/review.ts'
import { ownerOf } from '../auth/accounts.ts'
import { OPERATOR } from '../auth/actor.ts'
import { hashOf } from '../auth/secrets.ts'
import { createToken } from '../auth/tokens.ts'
import { openServerBench, openWorkbench, type Workbench } from '../build.ts'
import { type Config, readConfig } from '../config.ts'
import { type FolderLock, lockFolder } from '../storage/folder-lock.ts'
import type { StoredUser } from '../storage/storage.ts'
import { findStory } from '../stories/find-story.ts'
import { exportSheet, SHEET_FORMATS, takeSheet } from '../stories/style-sheet.ts'
import { writeFileIn } from '../stories/write-file.ts'
import { readGiven } from './read-given.ts'
import { type Given, oneOf, onlyWord, type Terminal, UsageError, type Verb } from './verb.ts'

/** Bytes; what the route takes. */
const MOST_SHEET = 64 * 1024

export const sheetVerb: Verb = {
  name: 'sheet',
  takes: 'STORY',
  summary: 'Prints the style sheet: what was decided about the writing; --set decides it from a file',
  options: {
    format: { value: SHEET_FORMATS.join('|'), hint: 'for people or for programs; md if not given' },
    out: { value: 'FILE', hint: 'writes it there and prints the path' },
    set: { value: 'FILE', hint: "decides what this file says, in the owner's name; what it does not name stays" },
  },
  settings: ['data', 'host', 'port'],
  run: async (given, terminal) => {
    const wanted = onlyWord(given, 'STORY')
    const config = readConfig(given.values, terminal.env, terminal.folder)
    const { set } = given.values
    if (set === undefined) return print(wanted, given, config, terminal)
    if (given.values.format !== undefined || given.values.out !== undefined) {
      throw new UsageError('--set goes without --format and --out.')
    }
    const words = textOf(await readGiven(terminal.folder, set, MOST_SHEET))
    const { decided, same, left } = await take(wanted, words, config, terminal)
    for (const line of decided) terminal.out(line)
    for (const { line, why } of left) terminal.note(`Left out: ${line.trim()}: ${why}`)
    terminal.note(`Decided ${decided.length}; ${same} the same already; ${left.length} left out.`)
    return left.length > 0 ? 1 : 0
  },
}

async function print(wanted: string, given: Given, config: Config, terminal: Terminal): Promise<number> {
  const format = oneOf(given, 'format', SHEET_FORMATS, 'md') ?? 'md'
  const bench = await openWorkbench(config)
  try {
    const { id } = await findStory(bench.desk, wanted)
    const { bytes } = await exportSheet(bench.desk, OPERATOR, id, format)
    if (given.values.out === undefined) terminal.out(new TextDecoder().decode(bytes).trimEnd())
    else {
      const file = resolve(terminal.folder, given.values.out)
      terminal.out((await writeFileIn(dirname(file), basename(file), bytes)).path)
    }
  } finally {
    await bench.close()
  }
  return 0
}

/** Throws `bad-request` for what is no UTF-8. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw new Refusal('bad-request', 'This is no style sheet: it is not text in UTF-8.')
    throw error
  }
}

async function take(wanted: string, words: string, config: Config, terminal: Terminal): Promise<SheetTakenAnswer> {
  const bench = await openWorkbench(config)
  try {
    const { id } = await findStory(bench.desk, wanted)
    const owner = await ownerOf(bench.desk)
    if (!owner)
      throw new Refusal('conflict', "Nobody owns this Galley yet, so nobody decides. Open the owner's link first.")
    const lock = await freeFolder(config.data)
    if (!lock) return await askServer(bench, owner, id, words, config)
    try {
      return await inItsPlace(owner, id, words, config, terminal)
    } finally {
      await lock.release()
    }
  } finally {
    await bench.close()
  }
}

/** Null while a server runs on the folder. */
async function freeFolder(data: string): Promise<FolderLock | null> {
  try {
    return await lockFolder(data)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'conflict') return null
    throw error
  }
}

async function inItsPlace(
  owner: StoredUser,
  story: string,
  words: string,
  config: Config,
  terminal: Terminal,
): Promise<SheetTakenAnswer> {
  const bench = await openServerBench(config, (fault) => terminal.note(fault))
  try {
    return await takeSheet(bench.desk, { user: owner, limit: null }, story, words)
  } finally {
    await bench.close()
  }
}

/** By a token that opens this one story and lives as long as the question. */
async function askServer(
  { desk, storage }: Workbench,
  owner: StoredUser,
  story: string,
  words: string,
  { host, port }: Config,
): Promise<SheetTakenAnswer> {
  const token = await createToken(desk, owner, 'galley sheet', { role: 'editor', story, days: 1 })
  try {
    const answer = await putSheet(`http://${reached(host)}:${port}/api/stories/${story}/sheet`, token, words)
    const body: unknown = await answer.json()
    if (answer.ok) return SheetTakenAnswer.parse(body)
    const { code, message } = ErrorAnswer.parse(body).error
    throw new Refusal(code as RefusalCode, message)
  } finally {
    await storage.people.deleteTicket(hashOf(token))
  }
}

async function putSheet(url: string, token: string, words: string): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain; charset=utf-8' },
      body: words,
    })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const { host } = new URL(url)
    throw new Refusal('unavailable', `A server runs on these data, but not at ${host}; name its --host and --port.`)
  }
}

/** The address to call for one that is listened on. */
function reached(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
