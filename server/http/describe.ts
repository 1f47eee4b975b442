/** How routes describe themselves for /api/openapi.json, and how what they are given is parsed. One schema, both ends. */
import { describeRoute, resolver, validator } from 'hono-openapi'
import { z } from 'zod'
import { Refusal } from '../../shared/refusals.ts'
import { ErrorAnswer } from '../../shared/wire/api.ts'
import type { WebContext } from './web.ts'

interface Saying {
  /** One line: what the route does. */
  summary: string
  tag: 'session' | 'account' | 'stories' | 'review' | 'people' | 'invites' | 'activity' | 'events' | 'rooms' | 'about'
  /** Status of success. */
  status?: 101 | 200 | 201 | 204 | 302
  /** JSON of success. */
  answer?: z.ZodType
  /** Media types of success that are not JSON. */
  media?: string[]
  /** Takes files as multipart/form-data beside its JSON. */
  files?: { several: boolean; json?: z.ZodType }
  /** The JSON that it takes, where the route parses it itself. */
  body?: z.ZodType
  /** Media types of the text that it takes, where that is no JSON of one schema. */
  text?: string[]
  /** Open to people without a session. */
  open?: boolean
}

const MESSAGES = { 101: 'Switching protocols', 200: 'Done', 201: 'Made', 204: 'Done', 302: 'Goes on elsewhere' }

/** Describes one route. */
export function says({ summary, tag, status = 200, answer, media = [], files, body, text, open = false }: Saying) {
  const content = {
    ...(answer ? { 'application/json': { schema: resolver(answer) } } : {}),
    ...textContent(media),
  }
  return describeRoute({
    summary,
    tags: [tag],
    security: open ? [] : [{ session: [] }, { token: [] }],
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: asGiven(body) } } } } : {}),
    ...(files ? { requestBody: { required: true, content: fileContent(files) } } : {}),
    ...(text ? { requestBody: { required: true, content: textContent(text) } } : {}),
    responses: {
      [status]: { description: MESSAGES[status], ...(Object.keys(content).length > 0 ? { content } : {}) },
      default: { description: 'Refused', content: { 'application/json': { schema: resolver(ErrorAnswer) } } },
    },
  })
}

/** Parses the JSON body; throws `bad-request` naming the first field that is wrong. */
export function takes<Schema extends z.ZodType>(schema: Schema) {
  return validator('json', schema, (result) => {
    if (!result.success) throw wrong(result.error)
  })
}

/** Parses the query string, like `takes`. */
export function asks<Schema extends z.ZodType>(schema: Schema) {
  return validator('query', schema, (result) => {
    if (!result.success) throw wrong(result.error)
  })
}

/** Parses what is no route of its own, like `takes`. */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (!result.success) throw wrong(result.error.issues)
  return result.data
}

/** The body as JSON; throws `bad-request` for anything else. */
export async function jsonOf(c: WebContext): Promise<unknown> {
  try {
    return await c.req.json()
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal('bad-request', 'The request is not JSON.')
    throw error
  }
}

type Issue = { message: string; path?: readonly unknown[] | undefined }

function wrong(issues: readonly Issue[]): Refusal {
  const [first] = issues
  const field = (first?.path ?? []).map((part) => (isSegment(part) ? part.key : part)).join('.')
  const message = first?.message ?? 'The request cannot be read.'
  return new Refusal(
    'bad-request',
    field === '' ? `The request is not as it should be: ${message}` : `${field}: ${message}`,
  )
}

function isSegment(part: unknown): part is { key: PropertyKey } {
  return typeof part === 'object' && part !== null && 'key' in part
}

/** The schema of what is sent, before anything is made of it. */
function asGiven(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}

function textContent(types: readonly string[]) {
  return Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' as const } }]))
}

function fileContent({ several, json }: { several: boolean; json?: z.ZodType }) {
  const file = { type: 'string' as const, format: 'binary' }
  const properties = {
    file: several ? { type: 'array' as const, items: file } : file,
    encoding: { type: 'string' as const, description: 'Overrides what the bytes look like.' },
  }
  return {
    'multipart/form-data': { schema: { type: 'object' as const, properties } },
    ...(json ? { 'application/json': { schema: resolver(json) } } : {}),
  }
}
