/** A tool that takes deliveries of the webhook: checks each signature, keeps what came, and can be down, slow or rude. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WebhookSettings } from '../../server/stories/webhook-post.ts'
import type { ReviewEvent } from '../../shared/review/events.ts'

export interface Delivery {
  story: { id: string; name: string; title: string }
  people: { id: string; name: string; swatch: number }[]
  events: ReviewEvent[]
}

export class WebhookReceiver {
  readonly secret = Buffer.from('a key of thirty-two bytes, or so')
  /** Those whose signature was good, as they came, answered well or not. */
  readonly heard: { headers: IncomingHttpHeaders; body: string; delivery: Delivery }[] = []
  /** How many came with a signature that is not that of their bytes. */
  forged = 0
  /** Answers instead of "204"; throws nothing. */
  answer: (response: ServerResponse, delivery: Delivery) => void = (response) => void response.writeHead(204).end()
  #server: Server | null = null
  #port = 0

  async open(): Promise<void> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString()
        const { headers } = request
        const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
        const good = `v1,${createHmac('sha256', this.secret).update(signed).digest('base64')}`
        if (headers['webhook-signature'] !== good) {
          this.forged++
          response.writeHead(401).end()
          return
        }
        const delivery = JSON.parse(body) as Delivery
        this.heard.push({ headers, body, delivery })
        this.answer(response, delivery)
      })
    })
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (server.address() as AddressInfo).port
    this.#server = server
  }

  /** Nobody listens at its address any more. */
  async shut(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (!server) return
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }

  get settings(): WebhookSettings {
    return { url: new URL(`http://127.0.0.1:${this.#port}/in?from=galley`), secret: this.secret }
  }

  /** Numbers of the events of a story, as they came, doubled ones too. */
  seqs(story: string): number[] {
    return this.heard.flatMap(({ delivery }) =>
      delivery.story.id === story ? delivery.events.map(({ seq }) => seq) : [],
    )
  }
}
