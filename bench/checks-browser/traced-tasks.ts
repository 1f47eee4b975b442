/**
 * Tasks of a page's main thread out of a trace, with the processor's time in each: on a machine that does other things as well, the
 * time from a task's beginning to its end says little about the page.
 */
import type { Browser, Page } from '@playwright/test'

export interface TracedTask {
  /** Milliseconds on the page's own clock: since its navigation began. */
  start: number
  /** Milliseconds of the processor. */
  spent: number
}

/** What `performance.mark` is called with in the page to be found again in the trace. */
export const MARK = 'bench: the trace’s clock'

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds. */
  ts: number
  tdur?: number
  args: { data?: { startTime?: number } }
}

export async function startTrace(browser: Browser, page: Page): Promise<void> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', '__metadata'] })
}

/** Ends the trace; the page must have been where it is now when its tasks were run. */
export async function tracedTasks(browser: Browser, page: Page): Promise<TracedTask[]> {
  await page.evaluate((mark) => void performance.mark(mark), MARK)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const mark = traceEvents.find(({ name }) => name === MARK)
  const startTime = mark?.args.data?.startTime
  if (!mark || startTime === undefined) throw new Error('tracedTasks: the page’s mark is not in the trace')
  const origin = mark.ts / 1000 - startTime
  return traceEvents
    .filter(({ name, ph, pid, tid }) => name === TASK && ph === 'X' && pid === mark.pid && tid === mark.tid)
    .map(({ ts, tdur = 0 }) => ({ start: ts / 1000 - origin, spent: tdur / 1000 }))
}

const TASK = 'ThreadControllerImpl::RunTask'
