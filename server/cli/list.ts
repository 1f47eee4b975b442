/** `galley list`: the stories, as lines for people or as JSON for programs. */
import { OPERATOR } from '../auth/actor.ts'
import { openWorkbench } from '../build.ts'
import { readConfig } from '../config.ts'
import { listStories } from '../stories/list-stories.ts'
import { CardWriter } from '../stories/story-card.ts'
import { oneOf, UsageError, type Verb } from './verb.ts'

export const listVerb: Verb = {
  name: 'list',
  takes: '',
  summary: 'Lists the stories, last changed first',
  options: { format: { value: 'text|json', hint: 'lines with tabs (id, file name, words, title), or JSON' } },
  settings: ['data'],
  run: async (given, terminal) => {
    if (given.words.length > 0) throw new UsageError(`"list" takes no ${given.words[0]}.`)
    const format = oneOf(given, 'format', ['text', 'json'], 'text')
    const bench = await openWorkbench(readConfig(given.values, terminal.env, terminal.folder))
    try {
      const cards = await new CardWriter(bench.desk).cards(await listStories(bench.desk, OPERATOR), '')
      if (format === 'json') {
        // Role, presence and what is new are the asker's and the moment's; they say nothing here.
        const rows = cards.map(({ role, here, review: { notes, suggestions }, ...card }) => ({
          ...card,
          review: { notes, suggestions },
        }))
        terminal.out(JSON.stringify(rows, null, 2))
      } else {
        for (const { id, name, words, title } of cards) terminal.out([id, name, words, title].join('\t'))
      }
    } finally {
      await bench.close()
    }
    return 0
  },
}
