/** Comes before all schemas: else zod tries whether it may evaluate, which the content policy reports. */
import { z } from 'zod'

z.config({ jitless: true })
