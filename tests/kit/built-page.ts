/** Modules of the client, built for a page that a test or a bench makes up itself. */
import { build, type Rolldown } from 'vite'

export interface BuiltPage {
  script: string
  style: string
}

/** `entry` is a file, from the project's root. With `global` a plain script that puts what the module exports under that name. */
export async function builtPage(entry: string, global?: string): Promise<BuiltPage> {
  const lib = { entry, fileName: 'page', formats: [global ? ('iife' as const) : ('es' as const)] }
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { decorator: { legacy: true }, assumptions: { setPublicClassFields: true } },
    build: { write: false, cssCodeSplit: false, target: 'es2022', lib: global ? { ...lib, name: global } : lib },
  })
  const [{ output }] = [built].flat() as [Rolldown.RolldownOutput]
  const script = output.find((part) => part.type === 'chunk' && part.isEntry)
  const style = output.find((part) => part.fileName.endsWith('.css'))
  return {
    script: script?.type === 'chunk' ? script.code : '',
    style: style?.type === 'asset' ? String(style.source) : '',
  }
}
