/** `galley serve`: the server, in the foreground, until it is told to stop. */
import { networkInterfaces } from 'node:os'
import { readConfig } from '../config.ts'
import { type RunningServer, startServer } from '../http/start-server.ts'
import { type Terminal, UsageError, type Verb } from './verb.ts'

/** How long people and disk get at the end, milliseconds. */
const PATIENCE = 5000

export const serveVerb: Verb = {
  name: 'serve',
  takes: '',
  summary: 'Serves the stories to browsers',
  options: {},
  settings: [
    'port',
    'host',
    'data',
    'stories',
    'exports',
    'url',
    'proxies',
    'oidc-issuer',
    'oidc-client',
    'oidc-name',
    'oidc-role',
    'webhook',
  ],
  run: async (given, terminal) => {
    if (given.words.length > 0) throw new UsageError(`"serve" takes no ${given.words[0]}.`)
    const config = readConfig(given.values, terminal.env, terminal.folder)
    // Heard from the first moment on, so that a stop while stories are taken in is a clean one too.
    const stop = stopSignal()
    const server = await startServer(config, {
      log: (fault) => terminal.note(fault),
      taken: ({ name, fault, at, of }) => {
        if (fault) terminal.note(`Not taken in: ${name}: ${fault}`)
        else terminal.progress(`Taking in ${at} of ${of}: ${name}`)
      },
    })
    await greet(server, config.data, config.host, terminal)
    await stop
    terminal.note('Stopping; everything that was saved is kept.')
    const late = setTimeout(() => {
      terminal.note('Some connections did not close in time; ended them.')
      process.exit(0)
    }, PATIENCE)
    late.unref()
    await server.close()
    clearTimeout(late)
    return 0
  },
}

function stopSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
  })
}

async function greet(server: RunningServer, data: string, host: string, terminal: Terminal): Promise<void> {
  const { length } = await server.storage.stories.list()
  const lines = ['', `  Galley is open at ${server.address}`, '']
  if (host === '0.0.0.0' || host === '::') lines.push(...neighbours(server.port), '')
  if (server.ownerLink) {
    lines.push('  Open this link once, in your browser, to be the owner:', '', `    ${server.ownerLink}`, '')
  }
  lines.push(`  ${length === 1 ? '1 story' : `${length} stories`}, kept in ${data}`, '  Stop with Ctrl+C.', '')
  terminal.out(lines.join('\n'))
}

/** Where others in the same network find it. */
function neighbours(port: number): string[] {
  return Object.values(networkInterfaces())
    .flat()
    .filter((one) => one?.family === 'IPv4' && !one.internal)
    .map((one) => `  In this network: http://${one?.address}:${port}`)
}
