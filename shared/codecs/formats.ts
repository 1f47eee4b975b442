/** The formats a story can be written in, by the name used in `?format=` and `--format`. */
import type { Codec } from './codec.ts'
import { patch } from './patch.ts'
import { txt } from './txt.ts'

export type FormatName = 'txt' | 'patch'

export const FORMATS: Record<FormatName, Codec> = { txt, patch }
