/** GET /api/openapi.json: the API as it describes itself. */
import { openAPIRouteHandler } from 'hono-openapi'
import { VERSION } from '../package-root.ts'
import { says } from './describe.ts'
import type { WebApp } from './web.ts'

export const OPENAPI_PATH = '/api/openapi.json'

/** Serves the description of all routes that `app` has when it is asked. */
export function describeItself(app: WebApp): void {
  app.get(
    OPENAPI_PATH,
    says({ summary: 'This description', tag: 'about', media: ['application/json'], open: true }),
    openAPIRouteHandler(app, {
      excludeStaticFile: false,
      documentation: {
        info: {
          title: 'Galley',
          version: VERSION,
          description: 'Stories that several people correct together. Errors are {error: {code, message}}.',
        },
        components: {
          securitySchemes: {
            session: { type: 'apiKey', in: 'cookie', name: 'galley_session' },
            token: { type: 'http', scheme: 'bearer', description: 'A personal access token, "gly_…".' },
          },
        },
      },
    }),
  )
}
