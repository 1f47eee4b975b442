/**
 * Forms that people speak and no dictionary has: right where somebody speaks, slips where the author tells. Unlike broad
 * spellings (wot, sez), which count as marks of dialect for what stands beside them, these are plain words. Lower case.
 */

export const SPOKEN_WORDS: ReadonlySet<string> = new Set(
  (
    'afeared afeard brung knowed growed throwed blowed drawed seed catched teached drownded attackted heerd heared hurted bursted busted et clumb holp fotched ' +
    'somewheres anywheres nowheres everywheres somewhen nohow noways someways anyways hisself theirselves theirself themself ourself yourn hisn hern ourn theirn ' +
    'onct oncet twicet acrost yander yonder ary nary vittles victuals skeered skeert riled ornery orneriest dadgum doggone doggoned tarnation consarn ' +
    'uns lil outa autymobile autymobiles youngun younguns littluns biguns sumbitch sumbitches helluva whaddya whatcher whatchamacallit thingamajig thingummy whatsisname whatsername wassup ' +
    'betcha getcha gotcha wantcha dontcha cmere gwan gerroff gerrout geddit gedoff hafta oughter musta mighta coulda shoulda woulda ' +
    'lor lawks crikey cripes blimey gorblimey strewth crumbs golly gosh gorsh jeepers sheesh gawd gawds lawd lawdy lordy damme dammee egad ' +
    'sonny sonnie johnnie missis missus mister guvner guv squire luv ducks duckie dearie lovey laddie lassie chile chillun mammy pappy ' +
    'pore purty perty pritty bein tryna finna imma lemme dunnae cannae wasnae isnae shouldnae havnae hadnae didnae wouldnae doesnae willnae aboot doon oot hame hoose ' +
    'owt nowt summat nuff sho suh yessuh nossuh nosir yessiree nossiree yup yuppers nah naw nope uhuh dunno'
  ).split(' '),
)
