/**
 * What the editor's document may hold: lines (paragraphs and headings) of text with three marks, and nothing else.
 * Tiptap's own extensions, without whatever they do to the text by themselves: no input rules, no paste rules, no keys.
 */
import { type AnyExtension, Extension, type Extensions, flattenExtensions, getSchema, Mark } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'
import { lineAttributesOf } from '../../shared/story/delta.ts'
import { PROPOSAL, proposalLook } from './suggesting/token.ts'

/** Attributes of a line node. `level` is there on headings only. */
export interface LineNodeAttributes {
  /** As LineAttributes.gap; null = absent. */
  gap: number | null
  /** As LineAttributes.eol; null = absent. */
  eol: string | null
  level?: number
  /** What one proposes of the line's "\n" oneself, in suggesting mode only; see suggesting/token. Absent = nothing. */
  [PROPOSAL]?: string
}

/** The extensions of a story's document. `usualGap` decides only how a line is drawn, never what it holds. */
export function storyExtensions(usualGap: number): Extensions {
  const kit = StarterKit.configure({
    blockquote: false,
    bulletList: false,
    code: false,
    codeBlock: false,
    gapcursor: false,
    hardBreak: false,
    horizontalRule: false,
    link: false,
    listItem: false,
    listKeymap: false,
    orderedList: false,
    trailingNode: false,
    underline: false,
    undoRedo: false,
    dropcursor: { color: false, class: 'drop-here', width: 2 },
  })
  const parts = flattenExtensions([kit]).filter(({ name }) => name !== kit.name)
  return [...parts.map(withoutHabits), lineAttributes(usualGap), proposalMark()]
}

/** A schema by itself, for tests and for work without a view. */
export function storySchema(usualGap: number): Schema {
  return getSchema(storyExtensions(usualGap))
}

/** The class of a line by its gap: `verse` nearer than usual, `scene` further away, null as usual. */
export function gapClass(gap: number | null, usualGap: number): 'verse' | 'scene' | null {
  if (gap === null || gap === usualGap) return null
  return gap < usualGap ? 'verse' : 'scene'
}

function lineAttributes(usualGap: number): Extension {
  return Extension.create({
    name: 'lineAttributes',
    addGlobalAttributes() {
      return [
        {
          types: ['paragraph', 'heading'],
          attributes: {
            gap: {
              default: null,
              parseHTML: (element) => lineAttributesOf({ gap: Number(element.getAttribute('data-gap')) }).gap ?? null,
              renderHTML: ({ gap }) =>
                gap === null ? {} : { 'data-gap': String(gap), class: gapClass(gap, usualGap) ?? undefined },
            },
            eol: { default: null, rendered: false, parseHTML: () => null },
            [PROPOSAL]: {
              default: '',
              keepOnSplit: false,
              parseHTML: () => '',
              renderHTML: (attrs) => proposalLook(attrs[PROPOSAL])?.attributes ?? {},
            },
          },
        },
      ]
    },
  })
}

/**
 * One's own proposals on characters, in suggesting mode only. Inclusive, or ProseMirror would put a cursor of its own at
 * the edges, which composing does not survive. Nothing that is pasted can carry it.
 */
function proposalMark(): Mark {
  return Mark.create({
    name: PROPOSAL,
    // Outside of the text's own marks.
    priority: 2_000,
    inclusive: true,
    addAttributes: () => ({ token: { default: '', rendered: false } }),
    renderHTML({ mark }) {
      const { tag, attributes } = proposalLook(mark.attrs.token) ?? { tag: 'span', attributes: {} }
      return [tag, attributes, 0]
    },
  })
}

/** What is typed or pasted stays as it is, and the keys are all in keys.ts. */
function withoutHabits(extension: AnyExtension): AnyExtension {
  return extension.extend({ addInputRules: () => [], addPasteRules: () => [], addKeyboardShortcuts: () => ({}) })
}
