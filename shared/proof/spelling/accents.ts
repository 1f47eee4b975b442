/** café as cafe: words are looked up without their accents, as some writers leave them out. */

export function withoutAccents(word: string): string {
  return ACCENTED.test(word)
    ? word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('ø', 'o')
    : word
}

const ACCENTED = /[^ -~]/
