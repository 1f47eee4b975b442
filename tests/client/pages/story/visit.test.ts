import { signal } from '@preact/signals-core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { beginVisit } from '../../../../client/pages/story/visit.ts'
import type { ReviewHandle } from '../../../../client/sync/review.ts'
import { EMPTY_REVIEW, type ReviewState } from '../../../../shared/review/state.ts'

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })

function show(visibilityState: 'visible' | 'hidden'): void {
  page.visibilityState = visibilityState
  page.dispatchEvent(new Event('visibilitychange'))
}

function reviewOf(seenBefore: number, state: ReviewState = { ...EMPTY_REVIEW, seq: 7 }) {
  const seen = vi.fn()
  const told = signal(state)
  const handle = { me: 'june', state: told, seenBefore: signal(seenBefore), ready: Promise.resolve(), seen }
  return { handle: handle as unknown as ReviewHandle, seen, state: told }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', page)
  page.visibilityState = 'visible'
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a visit', () => {
  test('of a newcomer counts with the first event there is', async () => {
    const { handle, seen, state } = reviewOf(0, EMPTY_REVIEW)
    const end = beginVisit(handle)
    await vi.advanceTimersByTimeAsync(0)
    expect(seen).not.toHaveBeenCalled()
    state.value = { ...EMPTY_REVIEW, seq: 1 }
    expect(seen).toHaveBeenCalledTimes(1)
    end()
  })

  test('that was short leaves what is new to be told again', async () => {
    const { handle, seen } = reviewOf(5)
    const end = beginVisit(handle)
    await vi.advanceTimersByTimeAsync(30_000)
    show('hidden')
    end()
    expect(seen).not.toHaveBeenCalled()
  })

  test('counts after a minute in view, up to the moment when one goes', async () => {
    const { handle, seen } = reviewOf(5)
    const end = beginVisit(handle)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(seen).toHaveBeenCalledTimes(1)
    show('hidden')
    expect(seen).toHaveBeenCalledTimes(2)
    end()
    expect(seen).toHaveBeenCalledTimes(3)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(seen).toHaveBeenCalledTimes(3)
  })

  test('of a page that nobody looks at does not count', async () => {
    const { handle, seen } = reviewOf(5)
    page.visibilityState = 'hidden'
    const end = beginVisit(handle)
    await vi.advanceTimersByTimeAsync(600_000)
    end()
    expect(seen).not.toHaveBeenCalled()
  })
})
