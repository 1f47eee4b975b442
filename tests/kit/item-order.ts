/** The order of a text's units, deleted ones too, as a Y.Doc has it and as the gate's index has it, to be compared. */
import type * as Y from 'yjs'
import type { TextOrder } from '../../server/rooms/text-order.ts'

/** `client:clock` of each unit. */
export function unitsOfDoc(doc: Y.Doc): string[] {
  const units: string[] = []
  for (let item = doc.getText('text')._start; item; item = item.right) {
    const { client, clock } = item.id
    for (let unit = 0; unit < item.length; unit++) units.push(`${client}:${clock + unit}`)
  }
  return units
}

/** `client:clock` of each unit. */
export function unitsOfOrder(order: TextOrder): string[] {
  const units: string[] = []
  for (const [client, clock, length] of order.runs()) {
    for (let unit = 0; unit < length; unit++) units.push(`${client}:${clock + unit}`)
  }
  return units
}
