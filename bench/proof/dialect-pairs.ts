/** Words that the two Englishes spell differently, for breaking a text: American, then British. */
export const DIALECT_PAIRS: readonly (readonly [string, string])[] = (
  'color colour|colored coloured|colors colours|favor favour|favorite favourite|honor honour|neighbor neighbour|neighborhood neighbourhood|' +
  'humor humour|harbor harbour|labor labour|odor odour|parlor parlour|behavior behaviour|gray grey|center centre|theater theatre|' +
  'realize realise|realized realised|recognize recognise|recognized recognised|apologize apologise|traveled travelled|traveling travelling|' +
  'marvelous marvellous|jewelry jewellery|pajamas pyjamas|skeptical sceptical|defense defence|offense offence|plow plough|' +
  'mustache moustache|skillful skilful|fulfill fulfil|somber sombre|splendor splendour|vapor vapour|endeavor endeavour|rumor rumour'
)
  .split('|')
  .map((pair) => pair.split(' ') as [string, string])
