/**
 * Takes the place of server/rooms/gate.ts in the server that the gate is measured against: reads an update's clocks,
 * which a room cannot do without, and lets everything pass.
 */
import * as gate from '../../server/rooms/gate.ts'
import { readUpdate } from '../../server/rooms/update-structs.ts'

export const UPDATE_LIMITS: gate.GateLimits = gate.UPDATE_LIMITS
export const STEP2_LIMITS: gate.GateLimits = gate.STEP2_LIMITS

export function judge(bytes: Uint8Array, { clocks, clients }: gate.GateState, { id }: gate.Writer): gate.Verdict {
  const { sections, deletes } = readUpdate(bytes, Number.POSITIVE_INFINITY)
  const newClients: number[] = []
  for (const { client, end } of sections) {
    if (end > (clocks.get(client) ?? 0)) clocks.set(client, end)
    if (clients.has(client)) continue
    clients.set(client, id)
    newClients.push(client)
  }
  return { kind: 'pass', update: sections.length === 0 && deletes.length === 0 ? null : bytes, newClients }
}
