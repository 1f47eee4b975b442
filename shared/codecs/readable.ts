/** Which files can be taken in, for those who need not read them; the readers are in readers.ts. */

/** Endings of plain text, with the dot, in lower case. */
export const PLAIN_ENDINGS: readonly string[] = ['.txt']

/** Endings of files that other programs make. */
export const PACKED_ENDINGS: readonly string[] = ['.docx', '.md', '.markdown', '.html', '.htm', '.epub']

/** True of a file that is not read as it is, by its name. */
export function isPacked(name: string): boolean {
  return PACKED_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending))
}

/** Endings of files that hold a review alone, for a story that is there. */
export const REVIEW_ENDINGS: readonly string[] = ['.jsonld', '.json']

/** True of a file of annotations, by its name. */
export function isAnnotations(name: string): boolean {
  return REVIEW_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending))
}
