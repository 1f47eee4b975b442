/** The files that what was learnt is kept in: a table of rows as source, written the way the formatter would. */

/** `about` is the table's comment, a line an entry; a row stands in single quotation marks, unless that would take more escapes. */
export function tableFile(name: string, about: readonly string[], rows: readonly string[]): string {
  return `/**
${about.map((line) => ` * ${line}`).join('\n')}
 */
export const ${name}: readonly string[] = [
${rows.map((row) => `  ${quoted(row)},`).join('\n')}
]
`
}

function quoted(row: string): string {
  const plain = row.replaceAll('\\', '\\\\')
  return row.split("'").length > row.split('"').length
    ? `"${plain.replaceAll('"', '\\"')}"`
    : `'${plain.replaceAll("'", "\\'")}'`
}
