/** A word as it is misspelt: by the hand (neighbour keys, letters swapped, lost or doubled) or by the ear. */
import type { Dice } from '../review/dice.ts'

/** Null where nothing comes to mind that is no word. */
export function misspelt(
  word: string,
  how: 'keys' | 'sound',
  pick: Dice,
  isWord: (word: string) => boolean,
): string | null {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const wrong = how === 'keys' ? byKeys(word, pick) : bySound(word, pick)
    if (wrong !== null && wrong !== word && !isWord(wrong)) return wrong
  }
  return null
}

function byKeys(word: string, pick: Dice): string {
  const at = 1 + pick(word.length - 2)
  const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)]
  switch (pick(4)) {
    case 0:
      return before + after.slice(0, 1) + letter + after.slice(1)
    case 1:
      return before + after
    case 2:
      return before + letter + letter + after
    default: {
      const near = NEIGHBOURS[letter] ?? letter
      return before + near[pick(near.length)] + after
    }
  }
}

function bySound(word: string, pick: Dice): string | null {
  const fitting = SOUNDS.filter(([right]) => word.slice(1).includes(right))
  const sound = fitting[pick(fitting.length)]
  return sound ? word.slice(0, 1) + word.slice(1).replace(sound[0], sound[1]) : null
}

const SOUNDS: readonly (readonly [string, string])[] = (
  'ie ei|ei ie|ence ance|ance ence|ent ant|ant ent|ible able|able ible|cc c|mm m|ll l|ss s|rr r|tt t|pp p|nn n|sc s|ough uff|ary ery|ery ary|ate ite|' +
  'eed ead|ui i|cqu qu|gh g|ious ous|tion sion|ph f|ea ee|ory ery|ur er|ely ly|eau ou|kn n|our or|igh i|se ce|ai ia|ite ate'
)
  .split('|')
  .map((pair) => pair.split(' ') as [string, string])

/** On the same row and the next. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 'sqz',
  b: 'vgn',
  c: 'xdv',
  d: 'sfe',
  e: 'wrd',
  f: 'dgr',
  g: 'fht',
  h: 'gjy',
  i: 'uok',
  j: 'hku',
  k: 'jli',
  l: 'ko',
  m: 'n',
  n: 'bm',
  o: 'ipl',
  p: 'o',
  q: 'wa',
  r: 'etf',
  s: 'adw',
  t: 'ryg',
  u: 'yij',
  v: 'cb',
  w: 'qes',
  x: 'zc',
  y: 'tuh',
  z: 'x',
}
