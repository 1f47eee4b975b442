/** What did not come along, on the way out or in. */
/** Something the written file could not carry, or that was left out of one that was read; shown to the person. */
export interface Loss {
  /** A stable word: "marks", "headings". */
  kind: string
  count: number
  /** One sentence for a person. */
  message: string
}
