/** Builds the servers under measurement as they would ship: plain JavaScript, run without a loader. */
import { isAbsolute, join } from 'node:path'
import { build, type Plugin } from 'vite'

const here = import.meta.dirname

/** Name of a built file → its source: Galley's server and the threads that it starts. */
export const GALLEY_SERVER: Record<string, string> = {
  'galley-server': join(here, 'galley-server.ts'),
  'sqlite-thread': join(here, '../server/storage/sqlite-thread.ts'),
  'text-thread': join(here, '../server/rooms/text-thread.ts'),
}

/** Into bench/dist and bench/peers/dist: each beside the packages that it is to find. */
export async function buildServers(): Promise<void> {
  await bundle(join(here, 'dist'), GALLEY_SERVER)
  await bundle(join(here, 'peers/dist'), {
    'hocuspocus-server': join(here, 'peers/hocuspocus-server.ts'),
    'y-websocket-server': join(here, 'peers/y-websocket-server.ts'),
  })
}

export async function bundle(outDir: string, input: Record<string, string>, plugins: Plugin[] = []): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins,
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input,
        output: { entryFileNames: '[name].js' },
        external: (id) => !id.startsWith('.') && !isAbsolute(id),
      },
    },
  })
}
