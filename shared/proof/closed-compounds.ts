/** Nouns that dictionaries write as one word, written apart: window sill, shoe maker, eye lashes, table cloth. */
import { isFunctionWord } from './function-words.ts'
import type { Speller } from './speller.ts'

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** What such a noun ends with; none that is a verb as well in "the snow falls", "his hand led". */
const SECONDS = set(
  'maker makers sill sills shelf shelves case cases room rooms yard yards boat boats board boards book books box boxes bag bags ball balls bell bells bone bones brow brows ' +
    'cake cakes cap caps cloth cloths coat coats craft cup cups field fields fish flake flakes flower flowers glass glasses gown gowns gun guns hole holes keeper keepers ' +
    'lash lashes lid lids light lights lock locks maid maids mail master masters mate mates meal mill nail nails pan pans paper papers path paths piece pieces pin pins pipe pipes ' +
    'plate plates pole poles pot pots prints proof rack racks robe robes rope ropes scape shade shed sheds shell shells shirt shirts shoe shoes shop shops shore side skin skins ' +
    'smith smiths spoon spoons stair stairs stick sticks stone stones storm storms string strings suit suits table tables tail tails tip tips top tops tub tubs wall walls ' +
    'ware way ways wife wives wood woods work worker workers worm worms',
)

/** With these as the first part the words stand apart in other senses as well: a high way, a work side, the barber shop. */
const APART = set(
  'black blue green white red grey gray brown high hot cold dark short long big great grand free fair sweet dead loud half small large old new young good bad back front out over under down up ' +
    'wild dry wet hard soft strong thick thin broad wide close near far left right main mid inner outer upper lower open common safe quick slow still square round straight clear clean flat sharp ' +
    'rough rich poor plain mad sick ill well best first last second third other same live dumb blind deaf bold bare bright low loose double single false true evil holy silver gold golden summer ' +
    'winter business working salt fresh barber stone coffee bean school house lace life hack money master guest copy gas river rain snow farm class fancy bath pool stock custom letter soap bread ' +
    'side camp fire copper brass iron pasture lumber notice surf deck part whole such both one two three four more less just then that hand head foot cross pass play work show',
)

/** And these pairs: the second is another word's there, or good writers part them. */
const PAIRS: ReadonlySet<string> = new Set(
  (
    'finger print,finger prints,desk top,corn flakes,waste paper,tree top,tree tops,mountain top,mountain tops,cliff top,cliff tops,story book,story books,book shop,' +
    'book shops,book cases,book case,court room,court rooms,pine woods,cannon ball,cannon balls,' +
    'street light,street lights,hour glass,heart strings,field work,door side,water side,water way,' +
    'water ways,water pipe,water pipes,night stick,table top,table tops,coat tails,tail coat,hell hole,' +
    'land side,sea shell,sea shells,tea shop,tea shops,bed side,' +
    // Open in Merriam-Webster, or in American books of the last eighty years as often as not.
    'space suit,space suits,space craft,air lock,air locks,rest room,rest rooms,lunch room,elbow room,guard room,wine glass,wine glasses,tea bag,tea bags,' +
    'field worker,field workers,policy maker,policy makers,grist mill,swim suit,swim suits,sea wall,sea walls,ice cap,ice caps,flash gun,flash guns,' +
    'tool box,tool boxes,tail pipe,tail pipes,stove pipe,stove pipes,hip bone,night light,night lights,tin plate,tow rope,ground cloth,set table,' +
    'oil field,oil fields,chess board,chess boards,sand storm,sand storms,loin cloth,loin cloths,shirt tail,shirt tails,bolt hole,bolt holes,' +
    'hammer lock,hammer locks,mountain side,grave stone,grave stones,' +
    // Two words in books of a hundred years ago, when the things were new.
    'ferry boat,ferry boats,row boat,row boats,motor boat,motor boats,sail boat,sail boats,steam boat,steam boats,house boat,house boats,' +
    'ice box,ice boxes,letter box,letter boxes,lamp light,lamp lights,drive way,drive ways,sign board,sign boards,' +
    'dress suit,dress suits,law suit,law suits,wash room,wash rooms,store room,store rooms,play room,show room,show rooms,check room'
  ).split(','),
)

/** The word that the two should be, null where they may stand apart. Both in lower case; both dictionaries have to know it. */
export function closedCompound(first: string, second: string, spellers: readonly Speller[]): string | null {
  if (!SECONDS.has(second) || first.length < 3 || APART.has(first) || isFunctionWord(first)) return null
  if (PAIRS.has(`${first} ${second}`)) return null
  // "the working man's boots", "painting room": of what is done there, dictionaries know too few.
  if (/(?:ing|ed|ly|'s|s')$/.test(first)) return null
  const closed = first + second
  return spellers.length > 0 && spellers.every((speller) => speller.correct(closed)) ? closed : null
}
