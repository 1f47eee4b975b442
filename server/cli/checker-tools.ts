/** Dictionaries and word classes for the checker, from the packages that the program is installed with. */
import type { Tools } from '../../shared/proof/checker.ts'
import { nspellSpeller } from '../../shared/proof/spelling/nspell-speller.ts'

/** Takes about a second and a half. */
export async function loadTools(): Promise<Tools> {
  const [american, british, { winkTagger }] = await Promise.all([
    import('dictionary-en'),
    import('dictionary-en-gb'),
    import('../../shared/proof/wink-tagger.ts'),
  ])
  return {
    spellers: { 'en-US': spellerOf(american.default), 'en-GB': spellerOf(british.default) },
    tagger: winkTagger(),
  }
}

function spellerOf({ aff, dic }: { aff: Uint8Array; dic: Uint8Array }) {
  const decoder = new TextDecoder()
  return nspellSpeller(decoder.decode(aff), decoder.decode(dic))
}
