/** Scenes of suggesting mode in a browser page, as tests: what a person does, and what then stands in the editor. */
import { expect, type test as Test } from '@playwright/test'
import type { Draft } from '../../shared/story/draft.ts'
import { SuggestingStage } from './suggesting-stage.ts'

export interface Scene {
  title: string
  lines: string[] | [Draft]
  act(at: SuggestingStage): Promise<void>
  /** As suggesting-desk writes it; "|" is the caret. */
  shows: string
  /** Otherwise the text is what it was, and undo leads back to it. */
  text?: string
  /** Not all of it can be undone and done again. */
  final?: true
}

/** One page for all scenes of a file; returns what makes a list of them into tests. */
export function scenesOn(test: typeof Test): (list: readonly Scene[]) => void {
  let stage: SuggestingStage

  test.beforeAll(async ({ browser }) => {
    stage = await SuggestingStage.open(browser)
  })

  test.afterAll(async () => {
    expect(stage.faults).toEqual([])
    await stage.close()
  })

  return (list) => {
    for (const scene of list) test(scene.title, () => play(stage, scene))
  }
}

async function play(stage: SuggestingStage, { lines, act, shows, text, final }: Scene): Promise<void> {
  await stage.start(...lines)
  const before = await stage.desk('text')
  await act(stage)
  expect(await stage.desk('caret')).toBe(shows)
  expect(await stage.desk('text')).toBe(text ?? before)
  await stage.desk('check')
  if (text !== undefined || final) return
  while (await stage.desk('undo')) await stage.desk('check')
  expect((await stage.desk('caret')).replace('|', '')).toBe(before.replaceAll('\n', '¶'))
  while (await stage.desk('redo')) await stage.desk('check')
  expect((await stage.desk('caret')).replace('|', '')).toBe(shows.replace('|', ''))
}
