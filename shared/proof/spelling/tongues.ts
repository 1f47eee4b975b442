/**
 * Dialects and languages that English stories are coloured with. A word that could only be theirs is right anywhere; one
 * that looks like a slip of a common word (oot, gan, tia) is right in their company: its line or its story has others.
 * Lower case, without accents.
 */
import type { StoryFacts } from '../facts.ts'
import type { ProseLine } from '../prose-line.ts'
import { withoutAccents } from './accents.ts'

/** Of one of the dialects or languages, and nothing else. Lower case; accents count for nothing. */
export function isOfTongue(lower: string): boolean {
  return TOLD_BY.has(withoutAccents(lower))
}

/**
 * A word that may be of a dialect or language, and others of the same are near: a sure one in its line, or some of them in
 * the story, more for a short one. `lower` without possessive.
 */
export function isAtHome(line: ProseLine, lower: string, facts: Pick<StoryFacts, 'isUsed'>): boolean {
  const own = withoutAccents(lower)
  const tongues = SHY_IN.get(own)
  if (tongues === undefined) return false
  const wanted = own.length > 3 ? 2 : 4
  return tongues.some((tongue) => {
    if (line.tokens.some((token) => token.kind === 'word' && tongue.has(withoutAccents(token.lower)))) return true
    let met = 0
    for (const word of tongue) if (facts.isUsed(word) && ++met >= wanted) return true
    return false
  })
}

/** Those that tell a tongue, before the bar, and after it those that need company. */
const TONGUES: readonly string[] = [
  // Scots.
  `
    arenae auld aye bahookie bairn bairns bampot bawbag blether bletherin blethering blethers boggin bonnie bowff bowffin' cannae cannie clarty
    clootie cludgie clype clyped clyping couldnae crabbit crivvens didnae dinnae doesnae dook dreep dreich drookit drouth drouthy fankle fankled
    foosty gallus glaikit gonnae greetin hadnae hasnae havenae hissel hoachin hoaching hogmanay hoolet isnae jings ken kent lassie loch lochan
    lochans masel midgie midgies mustnae neeps numptie numpty och ochaye oxter oxters peely peely-wally sassenach sassenachs scunner scunnered
    shoogle shoogled shoogly shouldnae skelf skelp skelped skelping smirr sonsie stooshie stramash stushie teuchter teuchters wasnae wee weegie
    weegies weren'ae werenae wheesht willnae wisnae wouldnae yersel
    |
    aboot ach aff ahint alang amang ane aneath anither atween ava baith baws bidin boaby boak boaking bocht braw breid brither brocht broon bruther
    cauld claes claith cuid dae daein daen deid didna dochter doesna doon efter eneuch faither fecht fitba fou frae fu gaed gaun gie gied gies gowk
    grat grett gude guid haar hae haen haen't haim hame haud haver havering heid hiv hoik hoose hud huv huvnae isna ither jaiket jaikit jakey jakie
    keek keeked keekin kirk lang leuch licht loup loupit lum mah mair masell maun micht mither mony muckle naebody naething naw ned neds oan oer ony
    oor oot ower owre polis puir rammy richt rone sair shan shid shoon shune siccar skule sonsy speir speired stane stanes stoor stour strang tadger
    tae tauld thae thir thocht thon toon tumshie twa unner wance wasna whae whaur wheech wi wid wimmin wir wis wisny wrang wumman wur yersell yince
  `,
  // Irish English.
  `
    a-chroi a-stor acushla alanna amadan asthore begorra begorrah bejaysus bodhran boreen boreens camogie ceili childer ciotog craic culchie culchies
    eejit eejits feck fecker feckers feckin fecking garda gardai gobshite gobshites gombeen gossoon gossoons hurley jackeen jackeens jaysus macushla
    mavourneen musha oinseach omadhaun plamas poitin poteen slainte sleeveen slieveen spalpeen taoiseach uilleann
    |
    amn't ara arra arrah auld banjax banjaxed bogger boggers bowsey bowsie daddo dail divil divils fluthered gis giz gowl haitch hisself langer
    langers meself naw oul ould oxter sambo sambos scuttered stocious tay tayto tis whisht wisha yerself yis yiz
  `,
  // The north of England.
  `
    bairn bairns barmcake barmcakes barmpot clarty divvent ecky-thump eeh-by-gum gannin gannin' ginnel ginnels gradely haway hinny hissen howay jarg
    lass mardier mardy mebbe mesen missen nesh nithered nowt nowty oursen owt pikelet pikelets reet scallies snicket snickets spelk summat ta-ra
    tara-chuck theirsen thissen thysen wazzock yersen
    |
    abaht aht allus bairnies barm claggy clammin clart clarts clemmed cowd dahn divvn't duckeh frit frozzen gadgie gadgies gan gerra gerroff gerron
    gerrout gi gis giz gowd hoam hoyed hoying hyem jennel jinnel kecks keks ket kets laik laikin laiking lakin lasst luv marra marras mek meks mither
    mithered mithering neb nebbing nebby nettie netty niver nivver nobbut owd owder ower radgie radgies rahnd reight scally scran shek shekken
    shurrit shurrup sithee sithi sowd tahn tek tekken teks tha thas thi toon toon's towd watter wesh weshed weshing wey wi wor worra worralorra
    worrit wuh wuz yem
  `,
  // London, old and new.
  `
    abaht ain't anyfink arf arfur bantz bare-peng blimey bossman bruv bruvs bruvver bruvvers dahn dinnit dunnit everyfink f'ink fank fanks farver
    fick fing fings finkin' fousand fousands free-fousand froat gorblimey guv guv'nor gyal gyaldem innit mandem mandem's muvver nuffink rahnd roadman
    roadmen safe-fam somefink strewth summink waggwan wagwan wallahi wannit wasteman wastemen wotcher wunnit
    |
    aht alf anythink appen appened appy ard arfter arrove arsk arst avin avn't awright bants birfday blud bof bofe brevren bruddah deff dinn't ead
    eard earf ello elp ent everythink fam garn gawds gerrof gertcha gor im innem laff laffin larf larfed larfin leng lor maff maffs mouf naw norf
    nothink nuff nuffin nuffing ome orf orfis orl orlright orright orse ouse ov ovva ovver ovvers peng sed sez somethink souf suffink sumfin sumfink
    teef tha uns wiv wotsit woz wunt wuz yoof yoot yoots youts
  `,
  // The south of the United States, and African American English.
  `
    ain't boutta brotha chile chillun consarn consarned critter dadblamed dadgum dadgummit dagnabbit dagnabit dawg deadass doggoned finna fixin
    fixin' gittin' goldurn goldurned gon' gurrl hollerin hollerin' honeychile jes' lawd lawdy ma'am mamaw mawmaw meemaw memaw momma no'm nossir papaw
    peepaw shawty sista sugah tarnation tryna y'all y'all's y'alls yall'll yes'm yessir yessum yonder young'un young'uns youngun younguns
    |
    afeard afeared ahll ahm bidness bidnis bizness boah boyo brung bwah cain caint chiles chilren chirren clumb dey dudn't everthang fahn feard fo
    frum gittin gitting gon granpappy growed gurl hain heared heerd hern hisn holla homie homies hosses iddn't idn't knowed laak lahk lak mah
    mah-self mahself marse maself massa missy naht nanner nanners naw nawsuh ourn perty piller pillers po pritnear purt purtier purty raht scairt
    skeered skeert sodie sody suh suhs sumpin tahm tain't thang thangs theirn throwed tobaccy tuh wadn't wid wif wudn't wuh wus wuz yaller yeller
    yoself yourn
  `,
  // Australia and New Zealand.
  `
    ambo ambos aroha arvo arvos bach bikkie bikkies billabong billabongs bogans bonza bonzer brekkie brekky bushwalk bushwalker chook chooks chur
    cuzzie cuzzies daks dinkum doona doonas drongo drongos dunnies dunny eftpos eskies esky fair-dinkum galah galahs haka hapu iwi jackaroo jandal
    jandals jillaroo kai kia-ora koha korero larrikin larrikins macca's maccas marae mokopuna mozzie mozzies munter pakeha paua pommie pounamu
    ridgy-didge strewth strine sweet-az tamariki tangi taonga tiki-tour tinnie tinnies trackie trackies tupuna ute utes whanau
    |
    bogan bottlo bru ey firie firies hangi hoons jafa jafas munted rangatira runanga smoko sunnies tah tane tapu tu-meke wahine waka yez
  `,
  // South Africa.
  `
    bakkie bakkie's bakkies biltong boerewors bokkie braai braaied braais dagga dassie eish gogo howzit kopje koppie koppies lekker lobola naartjie
    naartjies oom ouma oupa padkos rondavel rondavels rooibos sangoma sangomas sjambok spaza takkie takkies tannie tsotsi tsotsis ubuntu veld voetsak
    voetsek yebo
    |
    boet bru indaba jol jolling kak klap klapped mfana moer muti oke okes ou sawubona stoep stoeps umfaan unjani wena
  `,
  // India and its neighbours.
  `
    accha achcha achha akka almirah amma anna appa appu arrey autorickshaw ayurveda ayurvedic bapu baraat behen beti bhabhi bhai bhaiya bhaiyya
    bhangra bindi biryani chacha chachi chachu chai chaiwala chalo charpoy charpoys choli chowk chowkidar crore crores desi dhaba dhobi dhol diwali
    diya diyas dosa dupatta ghazal godown goonda goondas gotra jaldi jalebi jugaad kameez kurta laddoo ladoo lakh lakhs lehenga mami mandir mausi
    mehendi mehndi memsahib namaskar namaskaram namaste nana nani paisa pakora paneer paratha pooja puja rakhi raksha roti sahib salwar sambar
    sangeet saree shabash tanpura theek tikka tuk-tuk
    |
    aap abba abbu acha allah ammi ammi-ji arre arrey-o baap bacha bachcha bahut bhagwan bohot bol bolo chal chote chup daal dal dekho didi dil haan
    hey-bhagwan holi idli ishq jaan jaanu ji ka ke khala khalu ki ko kyon kyun lungi maa maidan mataji mera meri meri-jaan mujhe nahi nahin paan
    phuphu pitaji pyaar pyar suno taya tayi tera teri tujhe tumhe yaar zindagi
  `,
  // Japanese.
  `
    aho aikido aneki aniki arigato arigatou ayakashi bakayaro bakayarou bokken bosozoku bushido chikusho chikushou daijobu daijoubu dattebayo dojo
    dorayaki doujinshi ema engawa furisode fusuma gaijin gakuran ganbare ganbatte genkan gochisousama gomen gomenasai gomennasai gozaimasu gyudon
    hafu hai-hai hakama hanabi hanami haori hikikomori iaido iie imouto itadakimasu izakaya jinja judoka juku kakkoii kanzashi karaage karateka
    kawaii keitai kendo kenjutsu kirei kobun kodama kohai konbanwa konbini konnichiwa kotatsu kouhai kuso kuudere maji mangaka masaka matsuri
    mendokusai mendokuse miko momiji mugicha naginata nani natto nee-chan nee-san nekomata nii-chan nii-san oba-san obaa-san obaasan oden ohayo
    ohayou oji-san ojii-san ojiisan okaa-san okaasan okaeri omamori omikuji onee-chan onee-sama onee-san oneechan oneesan onigiri onii-chan onii-sama
    onii-san oniichan oniisan onsen otou otou-san otousan otouto oyabun oyasumi oyasuminasai pachinko purikura randoseru ryokan sakura seiyuu senpai
    sensei shimatta shimenawa shinai shinkansen shoji sugee sugoi sumimasen tabi tadaima taiyaki tanabata tanuki tonkatsu torii tsundere umeboshi
    urusai urusee yabai yakisoba yakuza yamero yamete yandere yare-yare yatta yokai yosh youkai yukata zori
    |
    aishiteru aitsu akuma anata ao ara arara boku chan chotto daikirai daisuki dakara dattara desuka doko dono doshite doushite happi hayai hayaku
    hime honto hontou hontouni ike ikimasu iko ikou iku inu itsu ittekimasu itterasshai jiji ka kedo kimi kirai kisama kita koitsu kore kun kuro mina
    minna miro moshi moto mou musuko musume nanda nande naze neko nii ohime okaa omae ookami ouji ryuu saa sama san shinigami shiro soitsu soka
    soudesu souka suki teme temee tenshi tora usagi watashi ze zo
  `,
  // Chinese, and the English of Singapore.
  `
    ahjie aiya aiyah aiyo aiyoh ang-moh angmoh baijiu baobei baozi cheongsam danmei dantian daren erhu feng-shui gege gongfu gonggong gongzi guanxi
    guniang guqin gwailo gweilo hanfu hongbao huangjiu hutong jianghu jiaozi jiejie kang-bed kiasu kopitiam lah-leh laoban laoshi laowai mahjong
    mantou meimei nainai neidan ni-hao nihao popo qigong qin'ai qipao shidi shifu shijie shimei shishu shixiong shizun siheyuan taichi taiji taitai
    tanghulu waigong waipo wulin wuxia xiansheng xianxia xiao-jie xiaojie xiexie yeye zaijian zongzi
    |
    alamak ba bojio didi ge hao hor jialat jie kopi lah lao leh liao lor makan mei paiseh pipa san shi shiok sia sian siao walao wei
  `,
  // Korean.
  `
    aegyo agasshi ahjussi aigoo aish ajeossi ajhumma ajumma ajusshi annyeong annyeonghaseyo appa banchan bibimbap bulgogi chaebol chagiya chuseok
    daebak eomma eonni galbi gamsahamnida gimbap gomawo gwaenchana gwenchana hagwon hallyu halmeoni halmoni hanbok hanok harabeoji haraboji hubae
    hwaiting hyeong jagiya japchae jinjja jjigae kamsahamnida kimbap kimchi makgeolli maknae mianhae mianhaeyo noraebang nuna omma omo ondol oppa
    ramyeon ramyun samgyeopsal saranghae saranghaeyo seollal seonsaengnim soju sunbae sunbaenim tteok tteokbokki unnie yeobo yeoboseyo yobo
    |
    adeul aigo ani aniyo anya araseo arasso chincha jagi mwo mwoya nim ssi ttal wae waeyo
  `,
  // Spanish.
  `
    abogado abuela abuelas abuelita abuelito abuelo abuelos ahora amiga amigas amigo amigos amor andale aqui ay-ay ayayay bonita bruja brujas brujo
    buenas bueno buenos cabron cabrones calavera calaveras cantina carajo carino cempasuchil chamaco champurrado chica chicas chico chicos chingada
    chingado chingar cholo cholos chupacabra cierto claro comadre comal compadre concha conchas cono corazon cuando curandera curandero de-nada donde
    elote elotes entonces federales gracias gringa guapa guapo guayabera guera guero hermana hermanita hermanito hermano hermanos hermosa hermoso
    hija hijo hijole hijos hijueputa hola horchata huipil joder linda lindo llorona loca luego m'ija m'ijo mamacita mami masa menudo mercado metate
    mi-amor mierda migra mija mijo mira miralo molcajete muchacha muchacho nada narco narcos nena noches novia novio nunca ofrenda oiga orale oye
    pan-dulce papacito papi pendeja pendejo pendejos policia por-favor pozole preciosa pues que querida querido quinceanera ranchero rancho rebozo
    santeria senor senora senores sicario sicarios siempre tamal tambien telenovela telenovelas tlacoyo tonta tonto vamonos vamos vato vatos venga
    verdad zocalo
    |
    agua alli cabeza calle cielo dia dias dios eres ese esta estan estar estas estoy fuego gato guey idiota luna mano mejor mis mucha mucho muerte
    mujer nene nina ninas nino ninos noche ojos otra otro peor perro pinche poca poco primo primos puta putas puto quien reina rey sangre santa santo
    ser sola tardes te tias tierra tios toda todas todo todos toma unas ve ven vete vida virgen wey
  `,
  // French.
  `
    alors arrondissement banlieue beaucoup bonjour bonsoir boulangerie boulangeries c'est c'est-la-vie cheri cherie commissaire comte comtesse
    connard connasse d'accord duc duchesse frere fromage fromagerie gendarmerie grand-maman grand-pere je-ne-sais-quoi joie-de-vivre madame
    mademoiselle mais maman merci merde mon-ami mon-amour mon-dieu monsieur mousquetaire n'est-ce oncle oui pain-au-chocolat papillon pas-du-tout
    petit putain quai roi s'il-vous-plait sacrebleu salaud sommelier sœur tante vicomte vous-plait zut
    |
    ai allez ange avez avons ce ces cet cette chien cœur etait etes excusez ici il le leur notre ont ou pepe reine sa salut sommes sont te tes toutes
    tres va vais vas venez viens vite votre
  `,
  // Italian.
  `
    allora amore andiamo babbo bambina bambini bambino basta bastardo bellissima bellissimo buonanotte buonasera buongiorno capiche capisce capito
    carabiniere carabinieri carissima cazzo ciao commissario consigliere conte contessa cosa-nostra cugina cugino dai dio-mio duca ecco enoteca
    figlio fratello gelateria grazie madonna magari mammina mannaggia merda minchia mio nipote nonna nonni nonno omerta osteria padrone pasticceria
    piazze piccola porca prego puttana ragazza ragazzi ragazzo santo-cielo scusa scusi signor signora sorella stronza stronzo tesoro trattoria
    va-bene vaffanculo zia zio
    |
    abbiamo ancora aspetta avete dal fra gli guarda hanno il le li mai marchese miei molto nel nella niente nostro poco quella quello questa questo
    sempre senti siamo siete sua suo tra tua tuo tutto uno vai vieni vostro
  `,
  // German.
  `
    abend achtung arschloch auf-wiedersehen bahnhof biergarten bierhaus brezel brotchen currywurst dummkopf feldwebel frau fraulein freiherr genau
    gluhwein graf grafin gruß guten hauptmann herr ja jawohl kaiserin kapitan kaputt kommandant lebkuchen leutnant liebchen liebling los-los
    mein-gott morgen mutti naturlich nein oberst oma opa prinz prinzessin prost rathaus raus schatz schatzi scheiss scheisse scheiße schnell schwein
    schweinehund strasse straße tschus tschuss vati verdammt verdammte weihnachtsmarkt weltschmerz wiedersehen wunderbar zum-wohl
    |
    aber alles auch bist dein deine dich dir dort ein eine einem einen einer euch geh gehen grosse große gruss ihm ihr im junge kleine kleiner komm
    kommen madchen mich mir nichts nur oder schlecht sein servus sich sie sind stollen uns wann wir
  `,
  // Russian.
  `
    babushka banya blyad blyat bolshevik borshch boyar boyars bozhe bratva cheka chto chyort da davai davay dedushka devochka devushka dorogaya
    dorogoy dosvidaniya dura durak dyadya gde gospodi horosho idiot-ka izba kak kasha khorosho kolkhoz konechno kotyonok krysha kto kvass lyubimaya
    lyubimiy lyubov malchik malysh matryoshka matryoshkas milaya militsiya milyy molchi mudak nichego nyet otets pakhan pelmeni pirozhki pochemu
    poshli pozhaluysta pravda sestra shapka shchi solnyshko spasibo spetsnaz suka telnyashka tikho tovarisch tovarishch tsarevich tsarevna tsarina
    tyotya ushanka valenki yolki zakuski zaychik zayka zdravstvuyte
    |
    chort moy tak vory
  `,
  // Yiddish and Hebrew.
  `
    babka baruch bubbe bubbeleh bubeleh challah chanukah cholent chuppah dreidel dreidels gefilte goyim goyish goyishe hamantaschen hanukkah hashem
    ketubah kippah kugel kvell kvelling l'chaim latke latkes lechaim matzah mazel menschen meshuga meshugge meshuggeneh meshuggener mezuzah mezuzahs
    minyan mishegas mishpacha mishpocha mitzvot nudnik oy oy-vey pesach rebbe rebbetzin rugelach schlimazel schmear schmendrick schmutz schnorrer
    schvitz seder seders shabbat shabbos shalom shiksa shiksas shikse shiva shlep shtetl shtetls shtik shul tallis tallit talmud tefillin torah tov
    treif tuchis tuchus tzitzit vey yenta yentas zaide zayde
    |
    goy plotz
  `,
  // Arabic.
  `
    abaya abayas abu adhan afwan ahlan akhi alaikum alhamdulillah argileh assalamu azan bismillah darbuka djinn eid falafel fattoush fellah fellahin
    ghul habibi habibti hadiths hammam ibn ifrit iftar insha'allah inshallah jiddo jido kasbah keffiyeh khalas khalto khamsin knafeh kufiyah kunafa
    labneh mansaf marhaba masha'allah mashallah medina medinas mukhtar nargileh niqab qibla quran ramadan sahlan shawarma sheikha shemagh shisha
    shukran sitti souq subhanallah suhoor teta thobe thobes ukhti ummah walaikum wallahi wazir ya-habibi yaba yalla za'atar
    |
    bedu bint haram oud riad salam
  `,
  // Latin.
  `
    ad-astra aeternam alea amen-et aspera astra brevis canem carpe caveat-emptor contendere culpa deus diem domine dominus emptor ex-nihilo
    exorcizamus filii fugit gloria habeas iacta ignis immundus incendium incognita ipso lumos lunae magna mater-dolorosa mortis mundi nihil nihilo
    noctis nolo omnis patri pax per-se pro-bono regum sancti sanctus sanguis satana semper tempus tenebrae terra tu-brute ubi ultima vade-retro vici
    vidi vobiscum vox
    |
    ars bono longa machina mea mori solis spiritus te tyrannis veni ventus vult
  `,
  // Welsh.
  `
    bach bara-brith bechod bore-da butt-bach cariad cawl cwtch cwtched cwtches cwtching cymraeg cymru da-iawn diolch eisteddfodau hiraeth hwyl
    hwyl-fawr iawn iechyd iechyd-da lovespoon mam-gu mamgu nain nos-da saesneg tadcu taid ych-a-fi ychafi
    |
    boyo boyos brith bute chopsy cwtchy
  `,
  // Greek.
  `
    agapi efcharisto efharisto ela kalimera kalinichta kalispera komboloi koukla kouklos kyria kyrie kyrios malaka malakas opa panagia pappou pappous
    parakalo re-malaka souvlaki spanakopita taverna tavernas tavli yasou yassas yassou yia-yia yiayia yiayias
    |

  `,
  // Hawaiian.
  `
    'ohana ali'i alii aloha heiau honu kama'aina kamaaina kane kapu keiki keikis kokua lu'au mahalo makai malihini mauka menehune mu'umu'u nani ohana
    pau pono wikiwiki
    |
    haole haoles shaka wahine
  `,
  // West and East Africa.
  `
    abeg agbada akara asante askari askaris aso-ebi babalawo berbere biko boda-boda bodaboda buna bwana chale choma danfo danfos dey doro-wat duka
    egusi fufu gari garri habari habesha hakuna igbo injera jambo jollof juju kaka kanga karibu keke kikoi kitenge mama-mboga matata matatu matatus
    moimoi molue mzee mzungu nna nwanne nyama oga ogas okada okadas oyibo oyinbo rafiki sabi sana shamba shambas shikamoo sukuma suya tro-tro trotro
    ugali una wahala wazungu
    |
    boda gele panga
  `,
  // The Scandinavian languages.
  `
    aesir alskade alskling draugr farfar farmor fika glogg godhi gravlax huskarl huskarls hygge hyggelig jarl jarls jotnar jotun jotunn karl kjære
    lefse longship longships lutefisk mjod mor-far morfar mormor ragnarok seax seidr seiðr skal skald skalds tusen-takk uff-da uffda valkyrie
    valkyries vanir velkommen volva æsir
    |
    bondi godi hird tak takk
  `,
]

const TOLD_BY = new Set<string>()
const SHY_IN = new Map<string, ReadonlySet<string>[]>()
for (const tongue of TONGUES) {
  const [sure = [], shy = []] = tongue.split('|').map((words) => words.split(/\s+/).filter((word) => word !== ''))
  const tellers = new Set(sure)
  for (const word of sure) TOLD_BY.add(word)
  for (const word of shy) SHY_IN.set(word, [...(SHY_IN.get(word) ?? []), tellers])
}
