/** All frames in which one word stands for another. Each table has its own file; `frames.ts` says how they are read. */
import { CONTRACTIONS } from './confusions/contractions.ts'
import { EAR_SLIPS } from './confusions/ear-slips.ts'
import { EVERYDAY_SLIPS } from './confusions/everyday-slips.ts'
import { HEARD_PHRASES } from './confusions/heard-phrases.ts'
import { LOOK_ALIKES } from './confusions/look-alikes.ts'
import { PLAIN_SLIPS } from './confusions/plain-slips.ts'
import { POSSESSIVES } from './confusions/possessives.ts'
import { LETTER_SLIPS, SOUND_SLIPS } from './confusions/rare-slips.ts'
import { SAID_ALIKE } from './confusions/said-alike.ts'
import { SET_PHRASES } from './confusions/set-phrases.ts'
import { SOUND_ALIKES } from './confusions/sound-alikes.ts'
import { type FrameTable, frameTable } from './frames.ts'

export const CONFUSIONS: FrameTable = frameTable([
  ...CONTRACTIONS,
  ...POSSESSIVES,
  ...LOOK_ALIKES,
  ...SOUND_ALIKES,
  ...SET_PHRASES,
  ...HEARD_PHRASES,
  ...EAR_SLIPS,
  ...PLAIN_SLIPS,
  ...LETTER_SLIPS,
  ...SOUND_SLIPS,
  ...SAID_ALIKE,
  ...EVERYDAY_SLIPS,
])
