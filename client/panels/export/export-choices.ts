/** What the export dialog offers: kinds of file, the format of each in each view, and what the choices are called. */
import type { View } from '../../../shared/codecs/edition.ts'
import type { Cleaned, Cleaning } from '../../../shared/codecs/export-options.ts'
import type { FormatName } from '../../../shared/codecs/formats.ts'

export interface Kind {
  id: string
  name: string
  about: string
  /** The format for a view; a view that is not here cannot be had. */
  formats: Readonly<Partial<Record<View, FormatName>>>
  /** The format instead, when its box is ticked; none has the others' views only. */
  variant?: { label: string; formats: Readonly<Partial<Record<View, FormatName>>> }
  /** Shows who wrote what. */
  names: boolean
  /** Can hold notes. */
  notes: boolean
  /** There must be a file that the story came from. */
  needsSource?: boolean
}

export const KINDS: readonly Kind[] = [
  {
    id: 'txt',
    name: 'Text',
    about: 'every byte kept',
    formats: { now: 'txt', accepted: 'txt' },
    names: false,
    notes: false,
  },
  {
    id: 'docx',
    name: 'Word',
    about: 'tracked changes, comments',
    formats: { marked: 'docx', now: 'docx', accepted: 'docx' },
    names: true,
    notes: true,
  },
  {
    id: 'md',
    name: 'Markdown',
    about: 'CriticMarkup if marked up',
    formats: { now: 'md', accepted: 'md', marked: 'critic' },
    names: true,
    notes: true,
  },
  {
    id: 'html',
    name: 'Web page',
    about: 'one file, no script',
    formats: { now: 'html', accepted: 'html', marked: 'html' },
    variant: { label: 'For posting to an archive', formats: { now: 'archive', accepted: 'archive' } },
    names: true,
    notes: true,
  },
  {
    id: 'epub',
    name: 'EPUB',
    about: 'for e-readers',
    formats: { now: 'epub', accepted: 'epub', marked: 'epub' },
    names: true,
    notes: true,
  },
  {
    id: 'patch',
    name: 'Patch',
    about: 'for git apply or patch',
    formats: { now: 'patch', accepted: 'patch' },
    variant: { label: 'One mail per correction', formats: { now: 'mbox', accepted: 'mbox' } },
    names: true,
    notes: false,
    needsSource: true,
  },
  {
    id: 'annotations',
    name: 'Annotations',
    about: 'W3C JSON',
    formats: { now: 'annotations' },
    names: true,
    notes: true,
  },
  {
    id: 'tei',
    name: 'TEI',
    about: 'for scholarly editions',
    formats: { now: 'tei', accepted: 'tei', marked: 'tei' },
    names: true,
    notes: true,
  },
  {
    id: 'record',
    name: 'Record',
    about: 'who corrected what, and why',
    formats: { now: 'record-csv' },
    variant: { label: 'As JSON, for programs', formats: { now: 'record-json' } },
    names: true,
    notes: false,
  },
]

export const VIEW_NAMES: Readonly<Record<View, string>> = {
  now: 'As it stands',
  accepted: 'All accepted',
  marked: 'Marked up',
}

export const CLEANING_NAMES: Readonly<Record<Cleaning, string>> = {
  'scene-breaks': 'Scene breaks',
  quotes: 'Quotation marks',
  dashes: 'Dashes',
  ellipsis: 'Ellipses',
  'trailing-blanks': 'Blanks at line ends',
  'final-newline': 'One line end at the end',
}

/** What a choice of cleaning would do to so many places. The file is not written yet. */
const WOULD: Readonly<Record<Cleaning, [one: string, many: string, done: string]>> = {
  'scene-breaks': ['scene break', 'scene breaks', 'drawn as the story draws them'],
  quotes: ['quotation mark or apostrophe', 'quotation marks and apostrophes', 'drawn as the story draws them'],
  dashes: ['dash', 'dashes', 'drawn as the story draws them'],
  ellipsis: ['ellipsis', 'ellipses', 'drawn as the story draws them'],
  'trailing-blanks': ['line', 'lines', 'freed of blanks at the end'],
  'final-newline': ['line end', 'line ends', 'put in or taken out behind the last line'],
}

/** "2 dashes would be drawn as the story draws them." */
export function wouldWords({ choice, count }: Pick<Cleaned, 'choice' | 'count'>): string {
  const [one, many, done] = WOULD[choice]
  if (count === 1) return `1 ${one} would be ${done.replace(' them', ' it')}.`
  return `${count === 0 ? 'No' : count.toLocaleString('en')} ${many} would be ${done}.`
}

/** What a file that is read but never written over is called, by the ending of its name. */
const PACKED_NAMES = new Map([
  ['docx', 'a Word file'],
  ['md', 'a Markdown file'],
  ['markdown', 'a Markdown file'],
  ['html', 'a web page'],
  ['htm', 'a web page'],
  ['epub', 'an EPUB'],
])

/** "a Word file"; null of plain text, which goes back byte for byte. */
export function packedName(name: string): string | null {
  return PACKED_NAMES.get(name.split('.').at(-1)?.toLowerCase() ?? '') ?? null
}

/** Views of a kind, the usual one first. */
export function viewsOf({ formats, variant }: Kind, varied: boolean): View[] {
  return Object.keys(varied && variant ? variant.formats : formats) as View[]
}

/** The format of a kind in one of its views. */
export function formatOf({ formats, variant }: Kind, view: View, varied: boolean): FormatName | undefined {
  return (varied && variant ? variant.formats : formats)[view]
}
