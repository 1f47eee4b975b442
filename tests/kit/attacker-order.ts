/** What a hostile editor could write about the order of the text, and about characters of two code units, as bytes. */
import { type Attack, one, written } from './attacker.ts'
import { format, length, rawUpdate, string } from './raw-update.ts'

/** Neighbours that never stood side by side. Browsers with letters on their way would disagree about all of it for ever. */
export const NEIGHBOURS: Attack[] = written('refused', {
  'a right neighbour to the left of the left one': ({ own, server }) => one(string('Z', [server, 5], [server, 2]), own),
  'a right neighbour that is the left one': ({ own, server }) => one(string('Z', [server, 3], [server, 3]), own),
  'the line end that opens the story as right neighbour': ({ own }, letter, lead) =>
    one(string('Z', letter, lead), own),
  'neighbours with half the story between them': ({ own, server }, letter) =>
    one(string('Z', letter, [server, 100]), own),
  'the beginning and something far away': ({ own, server }) => one(string('Z', undefined, [server, 100]), own),
  'neighbours around what one wrote before': ({ own, server }, letter) =>
    rawUpdate([
      { client: own, clock: 0, structs: [string('Y', letter, [server, 2]), string('Z', letter, [server, 2])] },
    ]),
  'neighbours around what one’s neighbour builds on': ({ own, server }, letter) =>
    rawUpdate([
      { client: own + 1, clock: 0, structs: [string('Y', [own, 0], [server, 2]), string('Z', letter, [own + 1, 0])] },
      { client: own, clock: 0, structs: [string('X', letter, [server, 2])] },
    ]),
  'a mark around half the story': ({ own, server }, letter) => one(format('bold', 'true', letter, [server, 100]), own),
  'deleted text to the left of its left neighbour': ({ own, server }) =>
    one({ ...length(1, 3), origin: [server, 5], right: [server, 2] }, own),
  'a thousand letters in order, and one that is not': ({ own, server }, letter) =>
    rawUpdate([
      {
        client: own,
        clock: 0,
        structs: [
          ...Array.from({ length: 1000 }, (_, clock) =>
            string('Z', clock === 0 ? letter : [own, clock - 1], [server, 2]),
          ),
          string('Z', [server, 9], [server, 2]),
        ],
      },
    ]),
  'a letter whose neighbours are turned round by the next': ({ own, server }, letter) =>
    rawUpdate([
      { client: own, clock: 0, structs: [string('Z', letter, [server, 2]), string('Z', [server, 2], [own, 0])] },
    ]),
})

const INSERTED: Attack[] = written('refused', {
  'F11 a letter between the halves of a character': ({ own, pair: [client, clock] }) =>
    one(string('Z', [client, clock], [client, clock + 1]), own),
  'F11 a letter behind half a character': ({ own, pair }) => one(string('Z', pair), own),
  'F11 a letter before half a character': ({ own, pair: [client, clock] }) =>
    one(string('Z', [client, clock - 1], [client, clock + 1]), own),
  'F11 a mark that begins inside a character': ({ own, pair: [client, clock] }) =>
    one(format('bold', 'true', [client, clock], [client, clock + 1]), own),
  'F11 deleted text inside a character': ({ own, pair }) => one(length(1, 2, pair), own),
  'F11 a letter inside a character that comes with it': ({ own, server }, letter) =>
    rawUpdate([
      { client: own, clock: 0, structs: [string('\u{1f4a3}', letter, [server, 2]), string('Z', [own, 0], [own, 1])] },
    ]),
  'F11 a thousand characters, of which one is halved again': ({ own, server }, letter) =>
    rawUpdate(
      [{ client: own, clock: 0, structs: [string('\u{1f4a3}'.repeat(1000), letter, [server, 2])] }],
      [[own, 1000, 1]],
    ),
})

const DELETED: Attack[] = written(
  'refused',
  {
    'F11 the first half of a character': ({ pair: [client, clock] }) => rawUpdate([], [[client, clock, 1]]),
    'F11 the second half of a character': ({ pair: [client, clock] }) => rawUpdate([], [[client, clock + 1, 1]]),
    'F11 what is before a character, and its first half': ({ pair: [client, clock] }) =>
      rawUpdate([], [[client, clock - 2, 3]]),
    'F11 the second half of a character, and what is behind it': ({ pair: [client, clock] }) =>
      rawUpdate([], [[client, clock + 1, 3]]),
  },
  'ignored',
)

/** Cuts through a character of two code units: Yjs would put two U+FFFD in its place. */
export const HALVES: Attack[] = [...INSERTED, ...DELETED]
