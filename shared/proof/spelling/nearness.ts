/** How far a misspelling lies from a word, by the slips that people make: keys side by side, sounds alike, letters doubled. */

const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const NEIGHBOURS = new Set<string>()
for (const [row, keys] of KEYS.entries()) {
  for (const [at, key] of [...keys].entries()) {
    for (const near of [keys[at - 1], KEYS[row + 1]?.[at], KEYS[row + 1]?.[at - 1]]) {
      if (near) NEIGHBOURS.add(key + near).add(near + key)
    }
  }
}

const ALIKE = new Set('ck kc cs sc sz zs gj jg iy yi fv vf mn nm td dt kq qk xz zx bp pb ij ji uw wu'.split(' '))
const VOWELS = 'aeiouy'

/** Room to reckon in, as this is asked for thousands of words at a time. */
const ROWS: readonly number[][] = [[], [], []]
/** By column, the cost of leaving that letter out. */
const MISSING: number[] = []

/**
 * 0 for equal words; about 1 for a plain slip, less for a likely one, more for one in the first letter. Infinity beyond
 * `most`. Lower case both.
 */
export function nearness(wrong: string, right: string, most: number): number {
  const rows = wrong.length
  const columns = right.length
  if (Math.abs(rows - columns) * 0.3 > most) return Number.POSITIVE_INFINITY
  let [before, last, now] = [ROWS[0]!, ROWS[1]!, ROWS[2]!]
  for (const row of ROWS) while (row.length <= columns) row.push(0)
  while (MISSING.length <= columns) MISSING.push(0)
  let leastBefore = 0
  last[0] = 0
  for (let column = 1; column <= columns; column += 1) {
    const cost = missing(right, column - 1)
    MISSING[column] = cost
    last[column] = last[column - 1]! + cost
  }
  for (let row = 1; row <= rows; row += 1) {
    const more = extra(wrong, row - 1)
    now[0] = last[0]! + more
    let least = now[0]!
    const letter = wrong[row - 1]!
    for (let column = 1; column <= columns; column += 1) {
      const wanted = right[column - 1]!
      let cost =
        last[column - 1]! +
        (letter === wanted ? 0 : swapped(wrong, row - 1, right, column - 1) + (row === 1 && column === 1 ? 0.5 : 0))
      cost = Math.min(cost, last[column]! + more, now[column - 1]! + MISSING[column]!)
      if (row > 1 && column > 1 && letter === right[column - 2] && wanted === wrong[row - 2]) {
        cost = Math.min(cost, before[column - 2]! + (isTurned(letter, wanted) ? 0.3 : row === 2 ? 0.9 : 0.65))
      }
      now[column] = cost
      if (cost < least) least = cost
    }
    if (Math.min(least, leastBefore) > most) return Number.POSITIVE_INFINITY
    const free = before
    before = last
    last = now
    now = free
    leastBefore = least
  }
  const cost = last[columns]!
  return cost <= most ? cost : Number.POSITIVE_INFINITY
}

/** Equal for words that sound alike: consonants only, spelled one way, after the first sound. */
export function soundOf(word: string): string {
  return word
    .replace(/[^a-z]/g, '')
    .replace(/^(?:kn|gn|pn)/, 'n')
    .replace(/^wr/, 'r')
    .replace(/^ps/, 's')
    .replace(/tch/g, 'C')
    .replace(/ch/g, 'C')
    .replace(/sh|[ts]i(?=[oa])|ci(?=[oa])|sci(?=o)|xi(?=o)/g, 'S')
    .replace(/ph|(?<=[aou])gh(?=$|t)/g, (found) => (found === 'ph' ? 'f' : ''))
    .replace(/gh/g, '')
    .replace(/dg(?=[eiy])|g(?=[eiy])/g, 'j')
    .replace(/sc(?=[eiy])|c(?=[eiy])/g, 's')
    .replace(/ck|c|q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/z/g, 's')
    .replace(/mb$/, 'm')
    .replace(/th/g, 'T')
    .replace(/(?!^)[aeiouwhy]+/g, '')
    .replace(/^[aeiouy]/, 'a')
    .replace(/(.)\1+/g, '$1')
}

/** The costs of one letter for another, by both: asked a thousand times for each misspelling. */
const swaps = new Float32Array(26 * 26)
for (let one = 0; one < 26; one += 1) {
  for (let other = 0; other < 26; other += 1) {
    swaps[one * 26 + other] = swapOf(String.fromCharCode(97 + one), String.fromCharCode(97 + other))
  }
}

function swapped(wrong: string, row: number, right: string, column: number): number {
  const one = wrong.charCodeAt(row) - 97
  const other = right.charCodeAt(column) - 97
  return one >= 0 && one < 26 && other >= 0 && other < 26 ? swaps[one * 26 + other]! : 1.1
}

function swapOf(one: string, other: string): number {
  const pair = one + other
  if (VOWELS.includes(one) && VOWELS.includes(other)) return 0.6
  if (ALIKE.has(pair)) return 0.65
  return NEIGHBOURS.has(pair) ? 0.85 : 1.1
}

/** ie for ei, the commonest turn of two letters. */
function isTurned(one: string, other: string): boolean {
  return (one === 'i' && other === 'e') || (one === 'e' && other === 'i')
}

/** The cost of a letter of `right` that was left out. */
function missing(right: string, at: number): number {
  const letter = right[at]!
  if (letter === "'") return 0.25
  if (letter === right[at - 1] || letter === right[at + 1]) return 0.45
  if (at === 0) return 1.3
  if (letter === 'e' || (letter === 'h' && 'wtcgrs'.includes(right[at - 1]!))) return 0.7
  return VOWELS.includes(letter) ? 0.8 : 0.95
}

/** The cost of a letter of `wrong` that does not belong. */
function extra(wrong: string, at: number): number {
  const letter = wrong[at]!
  if (letter === "'") return 0.25
  if (letter === wrong[at - 1] || letter === wrong[at + 1]) return 0.45
  if (at === 0) return 1.4
  return letter === 'e' ? 0.75 : VOWELS.includes(letter) ? 0.85 : 1
}
