import { expect, test } from 'vitest'
import { chapterName } from '../../../../client/panels/checks/style-counts.ts'

test('a chapter is called by its heading, its scenes by number, a story without either as a whole', () => {
  const name = (all: { title: string | null; scene: number }[]) => all.map((chapter) => chapterName(chapter, all))
  expect(name([{ title: null, scene: 1 }])).toEqual(['The whole story'])
  expect(
    name([
      { title: null, scene: 1 },
      { title: 'Low Water', scene: 1 },
    ]),
  ).toEqual(['Beginning', 'Low Water'])
  expect(
    name([
      { title: 'Slack', scene: 1 },
      { title: 'Slack', scene: 2 },
    ]),
  ).toEqual(['Slack, scene 1', 'Slack, scene 2'])
  expect(
    name([
      { title: null, scene: 1 },
      { title: null, scene: 2 },
    ]),
  ).toEqual(['Scene 1', 'Scene 2'])
})
