/** Tags that a note or a suggestion may carry: the set a story begins with. Editors change it per story. */

/** A colour is one of the eight person swatches, 1…8. */
export interface Label {
  id: string
  name: string
  description: string
  swatch: number
}

export const FIRST_LABELS: readonly Label[] = [
  { id: 'continuity', name: 'Continuity', description: 'Contradicts another place in the story', swatch: 1 },
  { id: 'character', name: 'Character', description: 'Out of character, or a voice that slips', swatch: 2 },
  { id: 'pacing', name: 'Pacing', description: 'Too fast, too slow, or in the wrong place', swatch: 3 },
  { id: 'fact', name: 'Fact', description: 'To be looked up in the world outside', swatch: 4 },
  { id: 'grammar', name: 'Grammar', description: 'Spelling, punctuation, grammar', swatch: 5 },
  { id: 'style', name: 'Style', description: 'Wording, rhythm, repetition', swatch: 6 },
  { id: 'sensitivity', name: 'Sensitivity', description: 'May hurt or misrepresent somebody', swatch: 7 },
]
