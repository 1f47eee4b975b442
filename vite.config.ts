/**
 * One file for everything Vite does here: the client (`vite build`), the server (`vite build --mode server`) and the
 * tests (`vitest run`). The server's dependencies stay outside its bundle.
 */
import { resolve } from 'node:path'
import { defineConfig, type UserConfig } from 'vite'

const here = (path: string) => resolve(import.meta.dirname, path)

/** What StarterKit imports and a story has no use for (a tenth of the script that a story needs to open). */
const LEFT_OUT = /^@tiptap\/extension-(blockquote|code|code-block|hard-break|horizontal-rule|link|list|underline)$/

const client: UserConfig = {
  root: here('client'),
  resolve: { alias: [{ find: LEFT_OUT, replacement: here('client/editor/left-out.ts') }] },
  build: {
    outDir: here('dist/client'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    sourcemap: true,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { index: here('client/index.html'), sw: here('client/sw.ts') },
      // The service worker governs the whole site only from this place, under a name that never changes.
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  worker: { format: 'es' },
}

const server: UserConfig = {
  build: {
    ssr: true,
    outDir: here('dist/server'),
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rollupOptions: {
      input: {
        cli: here('server/cli/cli.ts'),
        'sqlite-thread': here('server/storage/sqlite-thread.ts'),
        'text-thread': here('server/rooms/text-thread.ts'),
        'text-work-thread': here('server/stories/text-work-thread.ts'),
      },
      output: { entryFileNames: '[name].js' },
    },
  },
}

export default defineConfig(({ mode }) => ({
  ...(mode === 'server' ? server : client),
  test: {
    root: here('.'),
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    globalSetup: here('tests/kit/built-threads.ts'),
    // By itself it leaves a core for a watcher; here nobody watches.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
}))
