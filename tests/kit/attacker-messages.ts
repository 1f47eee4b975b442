/** Hostile messages around the text, as bytes made by hand: of every type there is and some that are not, and presence. */
import { createEncoder, type Encoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { type Attack, type Field, one } from './attacker.ts'
import { awareness, type Presence, step1, syncMessage, update } from './attacker-frames.ts'
import { string } from './raw-update.ts'

const FAR = 2 ** 40

const pairs = (count: number, clock: number) => {
  const encoder = createEncoder()
  writeVarUint(encoder, count)
  for (let client = count; client > 0; client--) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, clock)
  }
  return toUint8Array(encoder)
}

const raw =
  (...bytes: number[]) =>
  () => [Uint8Array.from(bytes)]

/** Whole messages, of every type there is and some that are not. */
export const MESSAGES: Attack[] = [
  ...Object.entries({
    'an empty message': raw(),
    'a message of type 2, which is the server’s': raw(2, 1, 65),
    'a message of type 4': raw(4, 0),
    'a message of type 99': raw(99, 1, 2, 3),
    'a message of type 100, which is the server’s': raw(100, 127),
    'a message of type 101, which is the server’s': raw(101, 2, 123, 125),
    'a message of type 2^50': () => [toUint8Array(withUint(2 ** 50))],
    'a message whose type never ends': () => [new Uint8Array(64).fill(0xff)],
    'a sync message of an unknown kind': () => [syncMessage(7, new Uint8Array(2))],
    'a sync message that ends too early': raw(0, 2, 100, 1),
    'a sync message with bytes left over': raw(0, 2, 2, 0, 0, 9),
    'F12 a state vector of 4 MB': () => [step1(pairs(600_000, 1))],
    'F12 a state vector that promises more than it holds': () => [step1(toUint8Array(withUint(FAR)))],
    'F12 a state vector with bytes left over': () => [step1(Uint8Array.of(0, 1))],
    'two thousand questions who is here': () => Array.from({ length: 2000 }, () => Uint8Array.of(3)),
    'F12 two hundred sync step 1': () => Array.from({ length: 200 }, () => step1(Uint8Array.of(0))),
    'F7 1,200 letters of which the first is missing': ({ own, server }: Field) =>
      Array.from({ length: 1200 }, (_, index) => update(one(string('Z', [server, 1]), own, 1 + index))),
    'F10 presence that is not JSON': ({ own }: Field) => [awareness([{ client: own, clock: 1, json: '{"cursor":' }])],
    'F10 presence that ends too early': () => [Uint8Array.of(1, 3, 9, 1, 1)],
    'F10 presence of 2 MB': ({ own }: Field) => [
      awareness([{ client: own, clock: 1, json: JSON.stringify({ name: 'x'.repeat(2 << 20) }) }]),
    ],
  }).map(([name, frames]): Attack => ({ name, outcome: 'closed', frames })),
  ...Object.entries({
    'F12 a state vector of clocks that nobody has': ({ server }: Field) => [
      step1(Uint8Array.from([1, ...toUint8Array(withUint(server)), ...toUint8Array(withUint(2 ** 50))])),
    ],
  }).map(([name, frames]): Attack => ({ name, outcome: 'ignored', frames })),
]

function withUint(value: number): Encoder {
  const encoder = createEncoder()
  writeVarUint(encoder, value)
  return encoder
}

const EVIL = {
  user: {
    id: 'ann',
    name: '<img src=x onerror=alert(1)>',
    color: 'red;background:url(//evil.example)',
    swatch: 99,
    owner: true,
  },
  cursor: null,
}

/** Presence. None but a flood is worth closing a connection for; all of it has no effect on anybody else. */
export const SPOOFS: Attack[] = Object.entries({
  'F10 another person’s presence, at clock 2^52': ({ victim }: Field): Presence[] => [
    { client: victim.client, clock: 2 ** 52, json: JSON.stringify(EVIL) },
  ],
  'F10 the end of another person’s presence': ({ victim, silent }: Field): Presence[] => [
    { client: victim.client, clock: 2 ** 52, json: 'null' },
    { client: silent, clock: 2 ** 52, json: 'null' },
  ],
  'F10 presence of the server': ({ server }: Field): Presence[] => [
    { client: server, clock: 1, json: JSON.stringify(EVIL) },
  ],
  'F10 100,000 people': ({ own }: Field): Presence[] =>
    Array.from({ length: 100_000 }, (_, index) => ({ client: own + index, clock: 1, json: '{}' })),
  'T11 one’s own, under another name, colour and id': ({ own }: Field): Presence[] => [
    { client: own, clock: 1, json: JSON.stringify(EVIL) },
  ],
  'T10 one’s own, with keys of the prototype': ({ own }: Field): Presence[] => [
    { client: own, clock: 1, json: '{"__proto__":{"owner":true},"cursor":{"__proto__":{"anchor":{},"head":{}}}}' },
  ],
  'T11 one’s own, too long': ({ own }: Field): Presence[] => [
    { client: own, clock: 1, json: JSON.stringify({ user: { name: 'x'.repeat(500_000) } }) },
  ],
  'T11 one’s own, at a place far away': ({ own }: Field): Presence[] => [
    {
      client: own,
      clock: 1,
      json: JSON.stringify({ view: { line: 1e308 }, cursor: { anchor: { item: { client: -1, clock: 2 ** 60 } } } }),
    },
  ],
}).map(([name, make]): Attack => ({ name, outcome: 'ignored', frames: (field) => [awareness(make(field))] }))

SPOOFS.push({
  name: 'T11 one’s own, three thousand times',
  outcome: 'closed',
  frames: ({ own }) =>
    Array.from({ length: 3000 }, (_, line) =>
      awareness([{ client: own, clock: line, json: JSON.stringify({ view: { line } }) }]),
    ),
})
