/**
 * In which order the structs of an update can be taken in: each after what it builds on, and after those of its client
 * before it. The sections of an update stand by client id and say nothing of that.
 */
import type { Section, Struct, StructId } from './update-structs.ts'

export interface Step {
  client: number
  struct: Struct
  /** Its first unit that is new: what lies before is known already. */
  from: number
}

/**
 * `steps` leaves out what is known already. `needs`: something is missing that is not in the sections either, or
 * waits for them in turn.
 */
export type Causal = { steps: Step[]; needs: null } | { needs: StructId }

/**
 * `known` is the first clock of a client that is not known. Takes time in proportion to the structs, in whatever order
 * their author made them build on each other.
 */
export function causalOrder(sections: readonly Section[], known: (client: number) => number): Causal {
  const [only] = sections
  if (only && sections.length === 1) return orderOfOne(only, known)
  const reached = new Map<number, number>()
  const end = (client: number) => reached.get(client) ?? known(client)
  for (const { client, clock, end: ends, structs } of sections) {
    if (clock > end(client)) return { needs: { client, clock: clock - 1 } }
    if (structs.some(({ kind }) => kind === 'skip')) return { needs: { client, clock: ends - 1 } }
  }
  const lacking = ({ origin, rightOrigin }: Struct): StructId | null => {
    if (origin && origin.clock >= end(origin.client)) return origin
    return rightOrigin && rightOrigin.clock >= end(rightOrigin.client) ? rightOrigin : null
  }
  const steps: Step[] = []
  const places = sections.map((section): Place => ({ section, next: 0 }))
  const ready = [...places]
  /** Struct → the sections that cannot go on before it. */
  const behind = new Map<Struct, Place[]>()
  for (let place = ready.pop(); place; place = ready.pop()) {
    const { client, structs } = place.section
    for (; place.next < structs.length; place.next++) {
      const struct = structs[place.next] as Struct
      const from = Math.max(struct.clock, end(client))
      if (struct.clock + struct.length > from) {
        const needs = lacking(struct)
        if (needs) {
          const before = structAt(sections, needs)
          if (!before) return { needs }
          const waiting = behind.get(before)
          if (waiting) waiting.push(place)
          else behind.set(before, [place])
          break
        }
        reached.set(client, struct.clock + struct.length)
        steps.push({ client, struct, from })
      }
      for (const freed of behind.get(struct) ?? []) ready.push(freed)
    }
  }
  const stuck = places.find(({ section, next }) => next < section.structs.length)
  return stuck ? { needs: { client: stuck.section.client, clock: stuck.section.end - 1 } } : { steps, needs: null }
}

/** What somebody types is one section, and stands in order or not at all. */
function orderOfOne({ client, clock, end, structs }: Section, known: (client: number) => number): Causal {
  let reached = known(client)
  if (clock > reached) return { needs: { client, clock: clock - 1 } }
  const steps: Step[] = []
  for (const struct of structs) {
    if (struct.kind === 'skip') return { needs: { client, clock: end - 1 } }
    const ends = struct.clock + struct.length
    if (ends <= reached) continue
    const { origin, rightOrigin } = struct
    const lacking =
      origin && origin.clock >= (origin.client === client ? reached : known(origin.client))
        ? origin
        : rightOrigin && rightOrigin.clock >= (rightOrigin.client === client ? reached : known(rightOrigin.client))
          ? rightOrigin
          : null
    if (lacking)
      return { needs: lacking.client === client && lacking.clock < end ? { client, clock: end - 1 } : lacking }
    steps.push({ client, struct, from: Math.max(struct.clock, reached) })
    reached = ends
  }
  return { steps, needs: null }
}

interface Place {
  section: Section
  /** Index of the struct that comes next. */
  next: number
}

/** Sections stand by descending client id. */
function sectionOf(sections: readonly Section[], client: number): Section | undefined {
  let low = 0
  let high = sections.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sections[middle] as Section).client > client) low = middle + 1
    else high = middle
  }
  const section = sections[low]
  return section?.client === client ? section : undefined
}

/** The struct of the sections that holds this id. */
function structAt(sections: readonly Section[], { client, clock }: StructId): Struct | undefined {
  const section = sectionOf(sections, client)
  if (!section || clock < section.clock || clock >= section.end) return undefined
  let low = 0
  let high = section.structs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((section.structs[middle] as Struct).clock <= clock) low = middle
    else high = middle - 1
  }
  return section.structs[low]
}
