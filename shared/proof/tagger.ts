/** What the clause rules ask about word classes. Behind an interface, as the only good one weighs a megabyte. */

/** Universal part-of-speech tags; X is what fits no other. */
export type WordClass =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

export interface Tagger {
  /** One class for each word, in order. Give it whole sentences, punctuation included. */
  tag(words: readonly string[]): readonly WordClass[]
}
