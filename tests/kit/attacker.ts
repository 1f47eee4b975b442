/**
 * What a hostile client could write in a room, as bytes made by hand: no Yjs, and none of our own client. Each attack
 * says what the room answers to an editor; what it answers to a reader follows from that.
 */
import { type Encoder, writeAny, writeVarString, writeVarUint } from 'lib0/encoding'
import { step2, update } from './attacker-frames.ts'
import { format, length, other, type RawStruct, rawUpdate, string, stringBytes } from './raw-update.ts'

/** `held` is refused too, after what it lacks has not come for some seconds; `ignored` changes nothing and is not worth a word. */
export type Outcome = 'refused' | 'held' | 'closed' | 'ignored'

type Id = readonly [number, number]

export interface Attack {
  /** What it does; F… and T… are the entries of docs/threats.md. */
  name: string
  frames(field: Field): Uint8Array[]
  /** Towards an editor. */
  outcome: Outcome
  /** Towards a reader, where it is not: closed stays closed, everything else is refused. */
  toReader?: Outcome
}

/** Where the attack happens: what anybody in the room can see of it. */
export interface Field {
  /** The server's client id; its clock 0 is the line end that opens the story, 1 a letter. */
  server: number
  /** Somebody who types, and the clock of their next letter. */
  victim: { client: number; clock: number }
  /** Somebody who is there and has not written yet. */
  silent: number
  /** The attacker's own client id, never used before. */
  own: number
  /** First half of a character of the story that is two code units long; its clock is the server's too. */
  pair: Id
}

type Make = (field: Field, letter: Id, lead: Id) => Uint8Array

const FAR = 2 ** 40
/** More than anybody types while a test runs, less than a made-up clock. */
const AHEAD = 2 ** 20
/** More than the victim types while the attack is under way, so that some of it is new in any case. */
const LETTERS = 'Z'.repeat(100)

export function one(struct: RawStruct, client: number, clock = 0): Uint8Array {
  return rawUpdate([{ client, clock, structs: [struct] }])
}

export function written(outcome: Outcome, makes: Record<string, Make>, toReader?: Outcome): Attack[] {
  return Object.entries(makes).map(([name, make]) => ({
    name,
    outcome,
    ...(toReader ? { toReader } : {}),
    frames: (field) => [update(make(field, [field.server, 1], [field.server, 0]))],
  }))
}

const content = (makes: Record<string, (letter: Id, lead: Id) => RawStruct>, outcome: Outcome = 'refused'): Attack[] =>
  written(
    outcome,
    Object.fromEntries(
      Object.entries(makes).map(([name, make]): [string, Make] => [
        name,
        (field, letter, lead) => one(make(letter, lead), field.own),
      ]),
    ),
  )

/** Under whose name something is written. */
export const IDENTITIES: Attack[] = [
  ...written('refused', {
    'F4 the next letter of another person': ({ victim }, letter) =>
      one(string(LETTERS, letter), victim.client, victim.clock),
    'F4 the first letter of somebody who has not written yet': ({ silent }, letter) => one(string('Z', letter), silent),
    'F4 a letter of the server': ({ server }, letter) => one(string('Z', letter), server, 100_000),
    'F5 a collected struct that pushes another person’s clock': ({ victim }) =>
      one(length(0, FAR), victim.client, victim.clock),
    'F5 a small collected struct under another person’s id': ({ victim }) =>
      one(length(0, LETTERS.length), victim.client, victim.clock),
    'F5 deleted text that pushes another person’s clock': ({ victim }, letter) =>
      one(length(1, AHEAD, letter), victim.client, victim.clock),
    'F5 a skipped stretch under another person’s id': ({ victim }, letter) =>
      rawUpdate([{ client: victim.client, clock: victim.clock, structs: [length(10, AHEAD), string('Z', letter)] }]),
    'F5 a collected struct of one’s own': ({ own }) => one(length(0, FAR), own),
    'F5 deleted text of 2^40 letters of one’s own': ({ own }, letter) => one(length(1, FAR, letter), own),
    'F13 client id 0': (_, letter) => one(string('Z', letter), 0),
    'F13 a client id beyond 32 bits': (_, letter) => one(string('Z', letter), 2 ** 32),
    'F13 the largest integer as client id': (_, letter) => one(string('Z', letter), Number.MAX_SAFE_INTEGER),
    'F13 a thousand and one new client ids at once': (_, letter) =>
      rawUpdate(
        Array.from({ length: 1001 }, (_, index) => ({
          client: 9_000_000 - index,
          clock: 0,
          structs: [string('Z', letter)],
        })),
      ),
  }),
  ...written('held', {
    'F5 a jump of one’s own clock': ({ own }, letter) => one(string('Z', letter), own, AHEAD),
    'F5 a skipped stretch': ({ own }, letter) =>
      rawUpdate([{ client: own, clock: 0, structs: [length(10, AHEAD), string('Z', letter)] }]),
  }),
]

/** Deletions. A reader's are dropped without a word: Yjs makes honest readers send some. */
export const DELETIONS: Attack[] = [
  ...written(
    'refused',
    {
      'F6 the line end that opens the story': ({ server }) => rawUpdate([], [[server, 0, 1]]),
      'F6 everything of the server’s text': ({ server }) => rawUpdate([], [[server, 0, 20]]),
      'F6 a range of 2^50 over another person’s text': ({ victim }) => rawUpdate([], [[victim.client, 0, 2 ** 50]]),
    },
    'ignored',
  ),
  ...written(
    'held',
    {
      'F6 text that another person has not written yet': ({ victim }) =>
        rawUpdate([], [[victim.client, victim.clock, AHEAD]]),
      'F6 text of nobody': () => rawUpdate([], [[123_456, 0, 5]]),
      'F7 20,000 ranges of nobody': () =>
        rawUpdate(
          [],
          Array.from({ length: 20_000 }, (_, index): [number, number, number] => [123_456, 2 * index, 1]),
        ),
    },
    'ignored',
  ),
  ...written('closed', {
    'F1 an empty range': ({ server }) => rawUpdate([], [[server, 1, 0]]),
    'F1 a range beyond what a number holds': ({ server }) => rawUpdate([], [[server, 5, Number.MAX_SAFE_INTEGER]]),
  }),
]

/** What the update builds on. */
export const PLACES: Attack[] = [
  ...written('refused', {
    'F8 text before the first line': ({ own }, _, lead) => one(string('Z', undefined, lead), own),
    'F8 text that names the story as its parent': ({ own }) => one(string('Z'), own),
    'F8 text beside a format before the first line': ({ own }, _, lead) =>
      rawUpdate([
        { client: own, clock: 0, structs: [format('block', '1', undefined, lead), string('Z', [own, 0], lead)] },
      ]),
    'F8 another root': ({ own }) => one({ ...string('Z'), parent: 'hidden' }, own),
    'F8 ten thousand other roots': ({ own }) =>
      rawUpdate([
        {
          client: own,
          clock: 0,
          structs: Array.from({ length: 10_000 }, (_, index) => ({ ...string('Z'), parent: `r${index}` })),
        },
      ]),
    'F8 a child of a letter': ({ own }, letter) => one({ ...string('Z'), parent: letter }, own),
    'F9 a key __proto__ of the story': ({ own }) => one({ ...string('Z'), key: '__proto__' }, own),
    'F9 a root called __proto__': ({ own }) => one({ ...string('Z'), parent: '__proto__', key: 'polluted' }, own),
    'formats before the first line that build on each other 20,000 times, and a letter': front,
  }),
  ...written('held', {
    'F7 a neighbour that does not exist': ({ own }, letter) => one(string('Z', letter, [123_456, 0]), own),
    'F7 a letter that is its own neighbour': ({ own }) => one(string('Z', [own, 0]), own),
    'F7 two clients that wait for each other': ({ own }) =>
      rawUpdate([
        { client: own + 1, clock: 0, structs: [string('Z', [own, 0])] },
        { client: own, clock: 0, structs: [string('Z', [own + 1, 0])] },
      ]),
    'F7 nine hundred clients that wait for two that wait for each other 20,000 times': crowd,
  }),
]

/** Two clients whose formats stand on each other's, one each in turn; the last thing is text, which may not stand there. */
function front({ own }: Field, _: Id, lead: Id): Uint8Array {
  const [one, two]: [RawStruct[], RawStruct[]] = [[], []]
  for (let index = 0; index < 20_000; index++) {
    one.push(format('bold', 'true', index === 0 ? undefined : [own, index - 1], lead))
    two.push(format('bold', 'null', [own + 1, index], lead))
  }
  two.push(string('Z', [own, 19_999], lead))
  return rawUpdate([
    { client: own + 1, clock: 0, structs: one },
    { client: own, clock: 0, structs: two },
  ])
}

function crowd({ own }: Field, letter: Id): Uint8Array {
  const [one, two]: [RawStruct[], RawStruct[]] = [[], []]
  for (let index = 0; index < 20_000; index++) {
    one.push(string('y', index === 0 ? letter : [own, index - 1]))
    two.push(string('z', [own + 1, index]))
  }
  two.push(string('Z', [123_456, 0]))
  const sections = [
    { client: own + 1, clock: 0, structs: one },
    { client: own, clock: 0, structs: two },
  ]
  for (let client = own - 1; client > own - 900; client--) {
    sections.push({ client, clock: 0, structs: [string('Z', [own, 19_999])] })
  }
  return rawUpdate(sections)
}

/** What stands in the text. */
export const CONTENTS: Attack[] = [
  ...content({
    'F8 JSON': (at) => other(2, (e) => [writeVarUint(e, 1), writeVarString(e, '{"a":1}')], at),
    'F8 binary': (at) => other(3, (e) => writeVarString(e, 'x'), at),
    'F8 an embed with a script': (at) => other(5, (e) => writeVarString(e, '{"image":"javascript:alert(1)"}'), at),
    'F8 a nested map': (at) => other(7, (e) => writeVarUint(e, 1), at),
    'F8 a nested XML element': (at) => other(7, (e) => [writeVarUint(e, 3), writeVarString(e, 'script')], at),
    'F8 an object that inherits': (at) =>
      other(8, (e) => [writeVarUint(e, 1), writeAny(e, JSON.parse('{"__proto__":{"owner":true}}'))], at),
    'F8 an array 2,000 deep': (at) => other(8, deep, at),
    'F8 a subdocument': (at) => other(9, (e) => [writeVarString(e, 'guid'), writeAny(e, {})], at),
    'a carriage return': (at) => string('a\rb', at),
    'a NUL': (at) => string('a\0b', at),
    'F9 an attribute __proto__': (at) => format('__proto__', '{"polluted":1}', at),
    'F9 an attribute constructor': (at) => format('constructor', 'true', at),
    'an attribute with a link': (at) => format('link', '"javascript:alert(1)"', at),
    'an attribute author': (at) => format('author', '"ann"', at),
    'a mark that is no mark': (at) => format('bold', '"<img src=x onerror=alert(1)>"', at),
    'a mark that is false': (at) => format('italic', 'false', at),
    'a mark that is not JSON': (at) => format('bold', 'true}', at),
    'a gap of a million lines': (at) => format('gap', '1000000', at),
    'a gap that is negative': (at) => format('gap', '-1', at),
    'a line end of a thousand letters': (at) => format('eol', `"${'n'.repeat(5000)}"`, at),
    'a heading of level 7': (at) => format('block', '7', at),
    'an attribute name of 100 kB': (at) => format('x'.repeat(100_000), 'true', at),
  }),
  ...content(
    {
      'F11 half of a pair of surrogates': (at) => stringBytes([0xed, 0xa0, 0xbd], at),
      'an overlong NUL': (at) => stringBytes([0xc0, 0x80], at),
      'a character cut short': (at) => stringBytes([0xe2, 0x80], at),
      'F1 content of an unknown kind': (at) => other(11, () => undefined, at),
      'F1 an empty text': (at) => string('', at),
    },
    'closed',
  ),
]

function deep(encoder: Encoder): void {
  writeVarUint(encoder, 1)
  let value: unknown[] = []
  for (let level = 0; level < 2000; level++) value = [value]
  writeAny(encoder, value as never)
}

/** Made by Yjs's second encoding from "hello" under client id 77. */
const V2 = Buffer.from('0000028d01000001040c097465787468656c6c6f04050101000001010000', 'hex')
/** Known of Yjs (#687): merging it never ends. */
const BOMB = Buffer.from('00010000000001000100010200001602000001fdffffffff7f0000', 'hex')

/** What is no update at all. */
export const MALFORMED: Attack[] = [
  ...written('closed', {
    'F2 an update of the second version': () => V2,
    'F3 the bomb for those who merge': () => BOMB,
    'F1 nothing': () => new Uint8Array(),
    'F2 bytes left over': ({ own }, letter) =>
      rawUpdate([{ client: own, clock: 0, structs: [string('Z', letter)] }], [], [0]),
    'F1 2^40 structs announced': ({ own }, letter) =>
      rawUpdate([{ client: own, clock: 0, structs: [string('Z', letter)], count: FAR }]),
    'F1 a client listed twice': ({ own }, letter) =>
      rawUpdate([
        { client: own, clock: 0, structs: [string('Y', letter)] },
        { client: own, clock: 0, structs: [string('Z', letter)] },
      ]),
    'F1 an integer without end': () => new Uint8Array(40).fill(0xff),
    'F1 more structs than one change may hold': ({ own }) =>
      rawUpdate([{ client: own, clock: 0, structs: Array.from({ length: 100_001 }, () => string('Z', [own, 0])) }]),
  }),
  ...[1, 2, 3, 5, 8, 11].map(
    (cut): Attack => ({
      name: `F1 an update without its last bytes (${cut})`,
      outcome: 'closed',
      frames: ({ own, server }) => {
        const whole = rawUpdate([{ client: own, clock: 0, structs: [string('ZZZZ', [server, 1])] }], [[server, 1, 1]])
        return [update(whole.subarray(0, whole.length - cut))]
      },
    }),
  ),
  {
    name: 'more than one change may hold',
    outcome: 'refused',
    frames: ({ own, server }) => [update(one(string('Z'.repeat(1 << 20), [server, 1]), own))],
  },
  {
    name: 'a sync step 2 of 17 MB',
    outcome: 'closed',
    frames: ({ own, server }) => [step2(one(string('Z'.repeat(17 << 20), [server, 1]), own))],
  },
]

/** Honest for an editor, and so for readers only: [T3]. */
export const WRITING: Attack[] = [
  {
    name: 'T3 a letter',
    outcome: 'refused',
    frames: ({ own, server }) => [update(one(string('Z', [server, 1]), own))],
  },
  {
    name: 'T3 a letter in a sync step 2',
    outcome: 'refused',
    frames: ({ own, server }) => [step2(one(string('Z', [server, 1]), own))],
  },
  {
    name: 'T3 a mark',
    outcome: 'refused',
    frames: ({ own, server }) => [update(one(format('bold', 'true', [server, 1]), own))],
  },
  {
    name: 'T3 nothing but a deletion',
    outcome: 'refused',
    toReader: 'ignored',
    frames: ({ server, victim }) => [
      update(
        rawUpdate(
          [],
          [
            [server, 1, 3],
            [victim.client, 0, 2],
          ],
        ),
      ),
    ],
  },
  {
    name: 'T3 nothing but a deletion, in a sync step 2',
    outcome: 'refused',
    toReader: 'ignored',
    frames: ({ server }) => [step2(rawUpdate([], [[server, 1, 3]]))],
  },
]
