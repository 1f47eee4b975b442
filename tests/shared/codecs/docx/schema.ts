/**
 * What the transitional schema of WordprocessingML (ECMA-376 part 4, wml.xsd) allows in the elements that we write: which
 * children, in which order, which attributes. Strict readers refuse a file that keeps to less. Only what we write is in it; an
 * element that is not is an error of its own, so that whoever writes a new one looks it up.
 */
import { XmlReader } from '../../../../shared/codecs/xml/read-xml.ts'

export interface Node {
  name: string
  attribute: (name: string) => string | undefined
  children: Node[]
  parent: Node | null
  text: string
}

const NAMES = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['http://schemas.openxmlformats.org/package/2006/metadata/core-properties', 'cp'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
])

export function parse(bytes: Uint8Array): Node {
  const root: Node = { name: '', attribute: () => undefined, children: [], parent: null, text: '' }
  let at = root
  const reader = new XmlReader(NAMES, {
    opened(element) {
      const node: Node = {
        name: element.name,
        attribute: (name) => element.attribute(name),
        children: [],
        parent: at,
        text: '',
      }
      at.children.push(node)
      at = node
    },
    closed() {
      at = at.parent ?? root
    },
    text(words) {
      at.text += words
    },
  })
  reader.push(bytes)
  reader.end()
  return root.children[0]!
}

export function all({ children, ...node }: Node): Node[] {
  return [{ ...node, children }, ...children.flatMap(all)]
}

/** Children in their order, each once; then, in any order and number, those of `many`. Absent = may hold nothing. */
interface Model {
  first?: string[]
  many?: string[]
  /** Behind those. */
  last?: string[]
  required?: Record<string, RegExp>
}

const DECIMAL = /^-?\d{1,10}$/
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const CHANGE = { 'w:id': DECIMAL, 'w:author': /^.{1,255}$/s, 'w:date': TIME }
const VAL = { 'w:val': /^.+$/s }
const NUMBER = { 'w:val': DECIMAL }
const INLINE = 'w:r w:ins w:del w:commentRangeStart w:commentRangeEnd w:fldSimple'.split(' ')

/** EG_RPrBase, CT_RPr: as far as anybody may come to need it. */
const RUN_PROPERTIES =
  `w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike w:dstrike w:outline w:shadow w:emboss
  w:imprint w:noProof w:snapToGrid w:vanish w:webHidden w:color w:spacing w:w w:kern w:position w:sz w:szCs w:highlight w:u
  w:effect w:bdr w:shd w:fitText w:vertAlign w:rtl w:cs w:em w:lang w:eastAsianLayout w:specVanish w:oMath`.split(/\s+/)
/** CT_PPrBase. */
const PARAGRAPH_PROPERTIES = `w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr
  w:suppressLineNumbers w:pBdr w:shd w:tabs w:suppressAutoHyphens w:kinsoku w:wordWrap w:overflowPunct w:topLinePunct
  w:autoSpaceDE w:autoSpaceDN w:bidi w:adjustRightInd w:snapToGrid w:spacing w:ind w:contextualSpacing w:mirrorIndents
  w:suppressOverlap w:jc w:textDirection w:textAlignment w:textboxTightWrap w:outlineLvl w:divId w:cnfStyle`.split(
  /\s+/,
)

/** By name, or by parent and name where that says more. */
const MODELS: Record<string, Model> = {
  'w:document': { first: ['w:background', 'w:body'] },
  'w:body': { many: ['w:p'], last: ['w:sectPr'] },
  'w:p': { first: ['w:pPr'], many: INLINE },
  'w:pPr': { first: [...PARAGRAPH_PROPERTIES, 'w:rPr', 'w:sectPr', 'w:pPrChange'] },
  'w:pPrChange/w:pPr': { first: PARAGRAPH_PROPERTIES },
  'w:style/w:pPr': { first: PARAGRAPH_PROPERTIES },
  'w:rPr': { first: [...RUN_PROPERTIES, 'w:rPrChange'] },
  'w:pPr/w:rPr': { first: ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', ...RUN_PROPERTIES, 'w:rPrChange'] },
  'w:rPrChange/w:rPr': { first: RUN_PROPERTIES },
  'w:style/w:rPr': { first: RUN_PROPERTIES },
  'w:rPrDefault/w:rPr': { first: RUN_PROPERTIES },
  'w:pPrChange': { first: ['w:pPr'], required: CHANGE },
  'w:rPrChange': { first: ['w:rPr'], required: CHANGE },
  'w:r': { first: ['w:rPr'], many: ['w:t', 'w:tab', 'w:br', 'w:commentReference'] },
  'w:del/w:r': { first: ['w:rPr'], many: ['w:delText', 'w:tab', 'w:br'] },
  'w:ins': { many: ['w:r'], required: CHANGE },
  'w:del': { many: ['w:r'], required: CHANGE },
  'w:rPr/w:ins': { required: CHANGE },
  'w:rPr/w:del': { required: CHANGE },
  'w:commentRangeStart': { required: { 'w:id': DECIMAL } },
  'w:commentRangeEnd': { required: { 'w:id': DECIMAL } },
  'w:commentReference': { required: { 'w:id': DECIMAL } },
  'w:t': { required: { 'xml:space': /^preserve$/ } },
  'w:delText': { required: { 'xml:space': /^preserve$/ } },
  'w:tab': {},
  'w:br': { required: { 'w:type': /^(page|column|textWrapping)$/ } },
  'w:fldSimple': { many: INLINE, required: { 'w:instr': /./ } },
  'w:sectPr': {
    first: ['w:headerReference', 'w:footerReference', 'w:footnotePr', 'w:endnotePr', 'w:type', 'w:pgSz', 'w:pgMar'],
  },
  'w:footerReference': { required: { 'r:id': /^rId\d+$/, 'w:type': /^(even|default|first)$/ } },
  'w:pgSz': { required: { 'w:w': DECIMAL, 'w:h': DECIMAL } },
  'w:pgMar': {
    required: Object.fromEntries(
      ['top', 'right', 'bottom', 'left', 'header', 'footer', 'gutter'].map((side) => [`w:${side}`, DECIMAL]),
    ),
  },
  'w:ftr': { many: ['w:p'] },
  'w:comments': { many: ['w:comment'] },
  // Word takes nine characters of initials at most.
  'w:comment': { many: ['w:p'], required: { ...CHANGE, 'w:initials': /^.{1,9}$/su } },
  'w:settings': { first: ['w:view', 'w:zoom', 'w:trackRevisions', 'w:defaultTabStop', 'w:compat', 'w:rsids'] },
  'w:compat': { many: ['w:compatSetting'] },
  'w:compatSetting': { required: { 'w:name': /./, 'w:uri': /./, 'w:val': /./ } },
  'w:styles': { first: ['w:docDefaults', 'w:latentStyles'], many: ['w:style'] },
  'w:docDefaults': { first: ['w:rPrDefault', 'w:pPrDefault'] },
  'w:rPrDefault': { first: ['w:rPr'] },
  'w:pPrDefault': { first: ['w:pPr'] },
  'w:style': {
    first: `w:name w:aliases w:basedOn w:next w:link w:autoRedefine w:hidden w:uiPriority w:semiHidden w:unhideWhenUsed
      w:qFormat w:locked w:personal w:personalCompose w:personalReply w:rsid w:pPr w:rPr`.split(/\s+/),
    required: { 'w:type': /^(paragraph|character|table|numbering)$/, 'w:styleId': /^\w+$/ },
  },
  'w15:commentsEx': { many: ['w15:commentEx'] },
  'w15:commentEx': { required: { 'w15:paraId': /^[0-7][0-9A-F]{7}$/, 'w15:done': /^[01]$/ } },
  'w15:people': { many: ['w15:person'] },
  'w15:person': { first: ['w15:presenceInfo'], required: { 'w15:author': /./s } },
  'w15:presenceInfo': { required: { 'w15:providerId': /./, 'w15:userId': /./s } },
  ...Object.fromEntries(
    'w:pStyle w:rStyle w:name w:basedOn w:next w:jc w:lang'.split(' ').map((name) => [name, { required: VAL }]),
  ),
  ...Object.fromEntries(
    'w:sz w:szCs w:outlineLvl w:defaultTabStop'.split(' ').map((name) => [name, { required: NUMBER }]),
  ),
  ...Object.fromEntries(
    'w:b w:bCs w:i w:strike w:keepNext w:widowControl w:contextualSpacing w:spacing w:ind w:qFormat w:rFonts w:trackRevisions'
      .split(' ')
      .map((name) => [name, {}]),
  ),
}

/** A sentence for each element that the schema would not have so; [] for a part as it must be. */
export function wrongIn(root: Node): string[] {
  return all(root).flatMap((node) => {
    const model = MODELS[`${node.parent?.name ?? ''}/${node.name}`] ?? MODELS[node.name]
    if (!model) return [`${node.name} is not in the table`]
    const { first = [], many = [], last = [], required = {} } = model
    const found: string[] = []
    let at = -1
    for (const { name } of node.children) {
      const order = [...first, ...many.map(() => '*'), ...last]
      const place = many.includes(name) ? first.length : order.indexOf(name)
      if (place < 0) found.push(`${node.name} holds no ${name}`)
      else if (place < at || (place === at && !many.includes(name)))
        found.push(`${name} stands too late in ${node.name}`)
      at = Math.max(at, place)
    }
    for (const [name, pattern] of Object.entries(required)) {
      const value = node.attribute(name)
      if (value === undefined || !pattern.test(value)) found.push(`${node.name} has ${name}="${value}"`)
    }
    if (node.text !== '' && !['w:t', 'w:delText'].includes(node.name)) found.push(`${node.name} holds words`)
    return found
  })
}
