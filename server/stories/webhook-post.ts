/**
 * One delivery to the webhook: signed as the Standard Webhooks specification 1.0 has it, posted, and judged by its status
 * alone. When to deliver what is webhook.ts' affair.
 */
import { createHmac } from 'node:crypto'

export interface WebhookSettings {
  url: URL
  /** Key of the signatures. */
  secret: Uint8Array
}

/** It was not taken. The message says why, without address or words. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken'
  /** The receiver heard it and would not have it; else it cannot be reached, or is not well. */
  readonly refused: boolean

  constructor(message: string, refused: boolean) {
    super(message)
    this.refused = refused
  }
}

/** Statuses below 500 that say nothing about what was sent. */
const NOT_NOW = new Set([408, 425, 429])

/** `id` tells deliveries apart, `at` is in milliseconds since 1970. */
export function signedHeaders(secret: Uint8Array, id: string, at: number, body: string): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000))
  const mac = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${mac}` }
}

/**
 * Resolves once the receiver has answered 2xx; its answer is not read. Goes nowhere else, whatever it is told. Throws
 * NotTaken for everything else, also when `stop` ended it or it took longer than `timeout` milliseconds.
 */
export async function postSigned(
  { url, secret }: WebhookSettings,
  delivery: { id: string; at: number; body: string },
  timeout: number,
  stop: AbortSignal,
): Promise<void> {
  const { id, at, body } = delivery
  let answer: Response
  try {
    answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Galley', ...signedHeaders(secret, id, at, body) },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([stop, AbortSignal.timeout(timeout)]),
    })
    await answer.body?.cancel()
  } catch (error) {
    throw new NotTaken(reasonOf(error, timeout), false)
  }
  const { status, ok } = answer
  if (ok) return
  throw new NotTaken(`it answered ${status}`, status < 500 && !NOT_NOW.has(status))
}

function reasonOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return 'it cannot be reached'
  if (error.name === 'TimeoutError') return `it did not answer within ${timeout / 1000} s`
  const { cause } = error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : error.name
  return `it cannot be reached (${code})`
}
