/** What the palette and the menus of a story page offer, from what the page can do and the role allows. */
import { may } from '../../../shared/roles.ts'
import type { MarkName } from '../../../shared/story/attributes.ts'
import type { OutlineEntry } from '../../../shared/story/counts.ts'
import type { Story } from '../../../shared/wire/api.ts'
import type { TextState } from '../../editor/editor-events.ts'
import type { StoryEditor, WritingMode } from '../../editor/story-editor.ts'
import { keyWords } from '../../panels/keys/key-words.ts'
import { sectionWords } from '../../panels/outline/outline-tree.ts'
import { type PaletteCommand, placeIn } from '../../panels/palette/palette-commands.ts'
import type { PresentPerson } from '../../sync/presence.ts'
import type { PullDownEntry } from '../../ui/pull-down.ts'
import { setTheme, THEMES, theme } from '../../ui/theme.ts'
import { counted } from '../../ui/times.ts'
import { MODES, modesOf } from './modes.ts'
import { changeView, readingView, SIZES, WIDTHS } from './reading-view.ts'

export interface StoryActs {
  story: Story
  stories: readonly Story[]
  editor: StoryEditor
  text: TextState
  mode: WritingMode
  entries: readonly OutlineEntry[]
  people: readonly PresentPerson[]
  followed: string | null
  setMode: (mode: WritingMode) => void
  find: (replacing: boolean) => void
  /** Whether it is to be seen now. */
  outline: boolean
  toggleOutline: () => void
  follow: (id: string | null) => void
  share: () => void
  activity: () => void
  exportFile: () => void
  bringIn: () => void
  rename: () => void
  remove: () => void
  keys: () => void
  download: () => void
  /** Shows the words kept aside; null when there are none. */
  aside: (() => void) | null
  goTo: (path: string) => void
}

const MARK_NAMES: [MarkName, string, string][] = [
  ['bold', 'Bold', 'Mod-B'],
  ['italic', 'Italic', 'Mod-I'],
  ['strike', 'Struck through', 'Mod-Shift-X'],
]

/** Everything, for the palette. */
export function storyCommands(acts: StoryActs): PaletteCommand[] {
  return [
    ...goCommands(acts),
    ...(acts.mode !== 'read' ? selectionCommands(acts) : []),
    ...viewCommands(acts),
    ...fileCommands(acts),
    ...acts.stories
      .filter(({ id }) => id !== acts.story.id)
      .map((other) =>
        command('Stories', `story/${other.id}`, other.title, () => acts.goTo(`/stories/${other.id}`), { quoted: true }),
      ),
    ...acts.people
      .filter(({ self }) => !self)
      .map(({ id, name }) =>
        acts.followed === id
          ? command('People', `follow/${id}`, `Stop following ${name}`, () => acts.follow(null))
          : command('People', `follow/${id}`, `Follow ${name}`, () => acts.follow(id)),
      ),
  ]
}

/** "120" and "40%" as commands. */
export function typedCommands({ editor, text }: Pick<StoryActs, 'editor' | 'text'>, words: string): PaletteCommand[] {
  const line = placeIn(words, text.lines)
  if (line === null) return []
  return [command('Go', 'go/line', `Line ${line} of ${text.lines}`, () => editor.goToLine(line))]
}

export function formatMenu({ editor, text }: StoryActs): PullDownEntry[] {
  const heading = (level: number) => ({
    label: level === 0 ? 'Paragraph' : `Heading ${level}`,
    key: keyWords(`Mod-Alt-${level}`),
    checked: text.heading === level,
    run: () => editor.setHeading(level),
  })
  return [
    ...MARK_NAMES.map(([name, label, keys]) => ({
      label,
      key: keyWords(keys),
      checked: text.marks.includes(name),
      run: () => editor.toggleMark(name),
    })),
    null,
    ...[0, 1, 2, 3, 4, 5, 6].map(heading),
    null,
    { label: 'Scene gap', key: keyWords('Mod-Alt-Enter'), run: () => editor.insertSceneGap() },
    { label: 'Verse lines', run: () => editor.toggleVerse() },
    ...(text.canUndo || text.canRedo ? [null] : []),
    ...(text.canUndo
      ? [{ label: 'Undo', icon: 'undo-2', key: keyWords('Mod-Z'), run: () => editor.undo() } as const]
      : []),
    ...(text.canRedo
      ? [{ label: 'Redo', icon: 'redo-2', key: keyWords('Mod-Shift-Z'), run: () => editor.redo() } as const]
      : []),
  ]
}

export function storyMenu(acts: StoryActs): PullDownEntry[] {
  const { role } = acts.story
  return [
    ...(may(role, 'rename') ? [{ label: 'Rename…', icon: 'pen-line', run: acts.rename } as const] : []),
    ...(may(role, 'invite') ? [{ label: 'Share…', icon: 'user-plus', run: acts.share } as const] : []),
    ...(may(role, 'activity') ? [{ label: 'Activity…', icon: 'list', run: acts.activity } as const] : []),
    { label: 'Find', icon: 'search', key: keyWords('Mod-F'), run: () => acts.find(false) },
    ...(acts.mode !== 'read'
      ? [{ label: 'Find and replace', icon: 'search', key: keyWords('Mod-H'), run: () => acts.find(true) } as const]
      : []),
    { label: 'Export…', icon: 'file-down', run: acts.exportFile },
    ...(may(role, 'propose') ? [{ label: 'Bring a file in…', icon: 'file-text', run: acts.bringIn } as const] : []),
    { label: 'Download', icon: 'download', run: acts.download },
    ...(acts.aside ? [{ label: 'Words kept aside…', icon: 'file-text', run: acts.aside } as const] : []),
    null,
    { label: 'Outline', key: keyWords('Mod-Alt-O'), checked: acts.outline, run: acts.toggleOutline },
    { label: 'Line numbers', checked: readingView.peek().numbers, run: toggleNumbers },
    { label: 'Spaced paragraphs', checked: readingView.peek().spaced, run: toggleSpaced },
    { label: 'Larger text', run: () => resize(1) },
    { label: 'Smaller text', run: () => resize(-1) },
    { label: `Theme: ${theme.peek()}`, icon: 'sun-moon', run: nextTheme },
    { label: 'Keys', key: '?', icon: 'circle-help', run: acts.keys },
    ...(may(role, 'delete')
      ? ([null, { label: 'Delete', icon: 'trash-2', danger: true, run: acts.remove }] as const)
      : []),
  ]
}

function goCommands({ entries, editor }: StoryActs): PaletteCommand[] {
  return [
    command('Go', 'go/start', 'Start of the story', () => editor.goToLine(1)),
    command('Go', 'go/end', 'End of the story', () => editor.goToLine(Number.MAX_SAFE_INTEGER)),
    ...entries.map((entry) => {
      const { line, label, kind } = entry
      const words = counted(kind === 'scene' ? entry.words : sectionWords(entries, entry), 'word')
      return command('Go', `go/${kind}/${line}`, label || 'Empty line', () => editor.goToLine(line + 1), {
        quoted: true,
        detail: kind === 'scene' ? `scene, ${words}` : words,
      })
    }),
  ]
}

function selectionCommands({ editor, text }: StoryActs): PaletteCommand[] {
  return [
    ...MARK_NAMES.map(([name, label, keys]) =>
      command('This selection', `mark/${name}`, label, () => editor.toggleMark(name), {
        keys: keyWords(keys),
        checked: text.marks.includes(name),
      }),
    ),
    ...[1, 2, 3, 4, 5, 6].map((level) =>
      command('This selection', `heading/${level}`, `Heading ${level}`, () => editor.setHeading(level), {
        keys: keyWords(`Mod-Alt-${level}`),
        checked: text.heading === level,
      }),
    ),
    command('This selection', 'heading/0', 'No heading', () => editor.setHeading(0), { keys: keyWords('Mod-Alt-0') }),
    command('This selection', 'gap', 'Scene gap', () => editor.insertSceneGap(), { keys: keyWords('Mod-Alt-Enter') }),
    command('This selection', 'verse', 'Verse lines', () => editor.toggleVerse()),
  ]
}

function viewCommands(acts: StoryActs): PaletteCommand[] {
  const view = readingView.peek()
  const on = (checked: boolean, keys = '') => ({ checked, ...(keys !== '' && { keys: keyWords(keys) }) })
  return [
    ...modesOf(acts.story.role).map((mode) =>
      command(
        'View',
        `mode/${mode}`,
        MODES[mode].name,
        () => acts.setMode(mode),
        on(acts.mode === mode, MODES[mode].keys),
      ),
    ),
    command('View', 'outline', 'Outline', acts.toggleOutline, on(acts.outline, 'Mod-Alt-O')),
    command('View', 'numbers', 'Line numbers', toggleNumbers, on(view.numbers)),
    command('View', 'spaced', 'Spaced paragraphs', toggleSpaced, on(view.spaced)),
    command('View', 'size/up', 'Larger text', () => resize(1), { detail: `${view.size} of ${SIZES.most}` }),
    command('View', 'size/down', 'Smaller text', () => resize(-1), { detail: `${view.size}` }),
    command('View', 'size/usual', 'Usual text size', () => changeView({ size: SIZES.usual })),
    ...WIDTHS.map((width) =>
      command('View', `width/${width}`, `Width: ${width}`, () => changeView({ width }), on(view.width === width)),
    ),
    ...THEMES.map((name) =>
      command('View', `theme/${name}`, `Theme: ${name}`, () => setTheme(name), on(theme.peek() === name)),
    ),
  ]
}

function fileCommands(acts: StoryActs): PaletteCommand[] {
  const { role } = acts.story
  return [
    command('Story', 'find', 'Find', () => acts.find(false), { keys: keyWords('Mod-F') }),
    ...(acts.mode !== 'read'
      ? [command('Story', 'replace', 'Find and replace', () => acts.find(true), { keys: keyWords('Mod-H') })]
      : []),
    ...(may(role, 'invite') ? [command('Story', 'share', 'Share', acts.share)] : []),
    ...(may(role, 'activity') ? [command('Story', 'activity', 'Activity: who did what', acts.activity)] : []),
    command('Story', 'export', may(role, 'writeBack') ? 'Export, or write to folder' : 'Export', acts.exportFile),
    ...(may(role, 'propose') ? [command('Story', 'bring-in', 'Bring a file in', acts.bringIn)] : []),
    command('Story', 'download', 'Download as text', acts.download),
    ...(acts.aside ? [command('Story', 'aside', 'Words kept aside', acts.aside)] : []),
    ...(may(role, 'rename') ? [command('Story', 'rename', 'Rename', acts.rename)] : []),
    ...(may(role, 'delete') ? [command('Story', 'delete', 'Delete', acts.remove)] : []),
    command('Story', 'print', 'Print', () => print()),
    command('Story', 'keys', 'Keys', acts.keys, { keys: '?' }),
    command('Stories', 'library', 'All stories', () => acts.goTo('/')),
  ]
}

function command(
  group: PaletteCommand['group'],
  id: string,
  label: string,
  run: () => void,
  more: Partial<PaletteCommand> = {},
): PaletteCommand {
  return { id, group, label, run, ...more }
}

function toggleNumbers(): void {
  changeView({ numbers: !readingView.peek().numbers })
}

function toggleSpaced(): void {
  changeView({ spaced: !readingView.peek().spaced })
}

function resize(by: number): void {
  changeView({ size: readingView.peek().size + by })
}

function nextTheme(): void {
  setTheme(THEMES[(THEMES.indexOf(theme.peek()) + 1) % THEMES.length]!)
}
