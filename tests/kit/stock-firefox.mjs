#!/usr/bin/env node
/**
 * A Firefox as it is installed on a machine, for Playwright, which would have its own build. Started in Firefox's place
 * (OTHER_BROWSER_PATH names the real one), it passes all through, and answers for Firefox those questions of Playwright's
 * that a released Firefox does not know yet; the tests do without them.
 */
import { spawn } from 'node:child_process'
import { WebSocket, WebSocketServer } from 'ws'

/** Dark or light, as the page is told; only Firefox's nightly builds know it. */
const UNKNOWN = new Set(['emulation.setMediaFeaturesOverride'])
const LISTENING = /WebDriver BiDi listening on (ws:\/\/\S+)/

const firefox = spawn(process.env.OTHER_BROWSER_PATH ?? 'firefox', process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
})
let said = ''
firefox.stderr.on('data', (chunk) => {
  said += chunk
  const lines = said.split('\n')
  said = lines.pop() ?? ''
  for (const line of lines) {
    const address = line.match(LISTENING)?.[1]
    if (address) listen(address)
    else process.stderr.write(`${line}\n`)
  }
})
firefox.on('exit', (code) => process.exit(code ?? 1))
firefox.on('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => firefox.kill(signal))

function listen(address) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => {
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}\n`)
  })
  server.on('connection', (near, { url }) => {
    const far = new WebSocket(address + (url === '/' ? '' : url))
    const waiting = []
    near.on('message', (data) => {
      const asked = data.toString()
      const { id, method } = JSON.parse(asked)
      if (UNKNOWN.has(method)) near.send(JSON.stringify({ type: 'success', id, result: {} }))
      else if (far.readyState === WebSocket.OPEN) far.send(asked)
      else waiting.push(asked)
    })
    far.on('open', () => {
      for (const asked of waiting) far.send(asked)
    })
    far.on('message', (data) => near.send(data.toString()))
    far.on('close', () => near.close())
    near.on('close', () => far.close())
    far.on('error', (error) => process.stderr.write(`${error.message}\n`))
  })
}
