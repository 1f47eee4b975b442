/** Which files can be taken in, for those who need not read them; the readers are in readers.ts. */

/** Endings of plain text, with the dot, in lower case. */
export const PLAIN_ENDINGS: readonly string[] = ['.txt']

/** Endings of files that other programs make. */
export const PACKED_ENDINGS: readonly string[] = ['.docx', '.md', '.markdown', '.html', '.htm', '.epub']
