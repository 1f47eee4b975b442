/** What leaves the displayed document by copying, cutting and dragging: the words as if all was accepted, and no more. */
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { PROPOSAL, tokenOf } from './token.ts'

/** Without struck words; lines that are proposed to be joined are joined. */
export function copied(slice: Slice): Slice {
  const lines: Node[] = []
  slice.content.forEach((node, _, index) => {
    if (node.isText) {
      lines.push(...clean(Fragment.from(node)))
      return
    }
    const opened = index > 0 || slice.openStart === 0
    const content = clean(node.content)
    const last = lines.at(-1)
    if (opened && last && tokenOf(node.attrs[PROPOSAL])?.kind === 'del') {
      lines.splice(-1, 1, last.copy(last.content.append(Fragment.fromArray(content))))
    } else lines.push(node.type.create({ ...node.attrs, [PROPOSAL]: '' }, content))
  })
  return new Slice(Fragment.fromArray(lines), slice.openStart, slice.openEnd)
}

function clean(content: Fragment): Node[] {
  const nodes: Node[] = []
  content.forEach((node) => {
    const proposed = node.marks.find(({ type }) => type.name === PROPOSAL)
    if (tokenOf(proposed?.attrs.token)?.kind !== 'del')
      nodes.push(proposed ? node.mark(proposed.removeFromSet(node.marks)) : node)
  })
  return nodes
}
