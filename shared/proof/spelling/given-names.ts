/**
 * Given names and surnames that stories have and general dictionaries have not, from wherever English fiction finds its
 * people. Right with a capital only; a story's other names are learnt from the story. Whether a word that differs from
 * one of them is a slip is left to `near-name`.
 */
import { withoutAccents } from './accents.ts'

/** Somebody may be called so. Any case; accents count for nothing (Celine, Céline). */
export function isGivenName(word: string): boolean {
  return NAMES.has(withoutAccents(word.toLowerCase()))
}

/** In lower case, without accents; by where they come from, each once. */
const NAMES: ReadonlySet<string> = new Set(
  [
    // Of Britain and Ireland.
    `
  ailbhe ailish ailsa aine aisling alasdair aldous aled alf alfie algernon alun ambrose angharad anwen aodhan aoibhinn aoife bazza bethan blaithin
  bram branwen bronagh bronwen bronwyn callum calum caoimhe carys cass cathal catrin catriona ceri cerys cian ciara ciaran cillian clodagh colm conall
  conchobar connor cordy cormac cosmo crispin cuchulainn cuthbert dafydd daire darragh dearbhla declan delyth demelza denzil dervla dev dexy diarmuid
  donal donnacha dorrie dottie dougal dunstan eamon eamonn edie egbert eilidh eilis eimear eirlys eleri elspeth eluned emer emmie emrys eoghan eoin
  esme euan eustace evander everard evie ewan fergal ffion fiadh finbar fintan fionn fionnuala fliss florrie gabe gaz gearoid gemma georgie geraint
  gertie gethin godfrey grainne gregor gruffydd gwenllian gwennie gwilym gwyneth hamish heledd hywel iain idris ieuan ifan imogen inigo iolo iona
  iseult isla issy ivo iwan izzy jago jem jez jolyon jory jos jowan kat kayleigh keela keir keira kel kerensa kez kiera kirsty lachlan lainey laoise
  lettie lexie lil livvy llew llyr lorcan loveday lowenna lowri lysander mabs macsen maeve magnus mair mairead mairi mal malachy maz meinir menna
  mererid merryn mhairi milly morag morty morwenna muireann mungo murdo myfanwy nance nerys nessa nia niall niamh nicky noa nuala odhran oisin olly
  olwen oona oonagh orla orlaith osian oswin owain padraig peverell phelim pippa piran rafe raff remy rhian rhona rhonwen rhys rina roisin romy ronan
  ros roz ruairi ruari ruaridh sadhbh saoirse seamus seb senan senga septimus seren shaz shazza shona sian sile sinead sio siobhan sioned sorcha steph
  struan sukie tadhg taff talan tamsin tarquin tash tegan tibby tiernan tilda tilly tobias tomos torquil treasa trev tris trish tristram trixie
  turlough una vee viv wilf wulfric xan zac zach zack zak zelda zena
    `,
    // Of America and the English-speaking world.
    `
  aidan aiden alia alina amari amberly amya annabeth annalise annelise anniston ansel ariana arianna arlo asa asher ashlyn ashton atticus aubree axel
  ayden aylin becca blakely bodhi braden braedon brantley braxton brayden breanna bree brenna briella briley brinley brodie brody bryn brynlee brynn
  cade caden caitlyn cale callan callen camila camryn cason cayden chantelle charlee charli charlize chaz chelsey chrissy ciera coby colton corbin
  danica daniella danika daria darian dashiell davina dax deja delphine demetri demi deshawn dex easton elian eliana elle ellery elliana elora elowen
  elyse emberly enzo everly fallon farrah gannon gigi grayson greyson hadley hailey halle haylee hayley imani isabela itzel ivanna jace jacoby jaden
  jadon jaelyn jaida jaiden jakob jamison janae janessa jasmin jax jaxon jaxson jayce jayda jayden jayla jaylen jaylin jaylynn jazmin jett jimena
  joelle jordyn journee jovie julianna julissa kacey kade kaden kaelyn kai kaia kaiden kailey kailyn kaitlyn kaleb kalia kameron kamila karissa karly
  karsyn karter kasen kash kassandra kassidy kayden kaylee kaylin keanu keegan kelani kellan kellen kenna kenzie keshawn khalil khloe kian kiana kiara
  kieran kimber kingsley kinley kinsley kira koda kody kole kolton korbin kyla kylee kyleigh kylie kylo kyra kyrie kyson laila landen laney larissa
  lashawn lauryn layne layton leandra leia leilani lennox leonie lexi liam liana lilah lilliana londyn lorelai luka lukas lyla madalyn maddie maddy
  madisyn maia makayla makenna makenzie malakai malia malik mariah marlee marnie mckenna mckenzie mika mikaela mikayla milena mina mireya mya myla
  nala naya nayeli nevaeh niko nikolas norah novalee nyla oaklee oaklyn oren paxton payton perla peyton raelyn raelynn raina raya rayna reece regan
  reina remi renata rey rhett rohan ronin roselyn rowen ryann ryker rylan ryland rylee ryleigh rylie saige salma saniya sarai sariah saylor selah
  selene shanelle shania shanice shaniqua shayla shayna shayne sherlyn shyla skyla skylar skyler soren stellan sylas talia taliyah taryn tavon taya
  teagan tenley tiana tobin trevon treyvon tristen tyrell tyrese vida waverly waylon winslow xander xiomara xzavier yara yaretzi yasmin yusra zahra
  zaiden zainab zander zaria zariah zayden zayn zayne zelie zoey zora zuri
    `,
    // Of France, Italy, Spain and Portugal.
    `
  adrien agathe alain albertine alexandre alizee amelie anais annick anouk apolline armelle arnaud aude audric aurelie aurelien axelle bastien
  benedicte benoit blaise capucine celestine celine chantal clemence clotilde coline corentin cosette cyrille didier edouard eleonore elodie emeline
  emilie emmanuelle etienne eulalie fabien fabienne fabrice faustine felicite fernand fleur flore florent florian gaelle gaetan gaston germaine
  ghislaine gilles ginette gisele guillaume gustave henriette honore hortense hugues isabeau josette julien laetitia laure laurine lilou lisette loic
  luc lucie lucienne ludovic lydie maelle magali manon margaux mariette marthe martine mathieu mathilde matthieu maxence maxime micheline mireille
  nathalie nicolette noemie oceane odette odile odilon ondine pascale perrine philomena pierrette regine rejane renaud rodolphe romain romane roselyne
  roxane sandrine segolene severine solange solene stephane sylvain sylvestre sylviane tanguy thibault thibaut thierry toussaint ulysse veronique
  victoire violette virginie yann yannick yolande zacharie
  agostino alessandra alessandro alessia alessio amadeo ambra amedeo annunziata antonella antonietta assunta augusto baldassare bartolomeo benedetta
  benedetto benvolio bettina bice brunella calogero camillo carlotta caterina cesare chiara ciro corrado cosima cosimo costanza cristiano davide
  diletta domenica domenico donatella donato edoardo elettra elio elisabetta emanuela emanuele emiliano ercole ettore ezio fabio fabiola fabrizio
  fausto federica ferdinando fiamma filippo filomena fiorella fiorenza flavia flavio francesco gabriella gaetano gennaro giacomo giada gianluca gianna
  gianni gioia giorgia giorgio giovanna giulia giuliana giuliano giulio giuseppina giusy graziella ilaria immacolata isabetta jacopo lapo lavinia
  letizia ligia livio loredana lorenza luca luchino luciana lucrezia ludovica ludovico maddalena marcello margherita marianna mariella martino massimo
  matilde matteo mattia maurizio melchiorre micaela michela mimmo mirella mirko nicoletta nino nunzia nunzio orazio ornella orsino orsola ottavia
  ottavio paola paolo patrizia peppino pia piero pietro pino primo raffaele raffaella renato renzo riccardo rinaldo romolo rosalba rosalia rosaria
  rossana rossella ruggero sandro santino santo saverio serafina silvana silvio simona simonetta stefania stefano teodora tiberio tommaso tonio tullio
  ubaldo ugo umberto valentina valerio vincenza vincenzo virgilio vittoria vittorio viviana
  abril adelina adoracion agueda aitana almudena alondra alonso altagracia amancio aracely arantxa ariadna azucena basilio belen benicio borja brisa
  candela caridad carlota carmelita cayetana cayetano chavela chayo chela chepe chucho chuy conchita corazon cristobal cuauhtemoc dalia damaris
  daniela delfina desiderio dulce eduarda eleuterio eloisa encarnacion enriqueta estefania estrella eulalia eusebio evaristo ezequiel facundo felipa
  fermin fernanda florencia florencio genoveva geraldo gisela griselda hermenegildo hernan hipolito ibarra idalia iker ileana inmaculada inocencia
  isadora isidora itziar ivette ivonne izel jacinta jacinto joaquina juanito julieta justo lalo laureano lautaro leandro leocadia leonora lucero
  lupita macarena maite manolo marcela maricruz marisela mateo matias maximiliano maximo melchor monserrat nahuel natividad neftali nelida nicanor
  noelia nuria paco paloma pancho pascual patricio paulina pilar placido primitivo purificacion quique rafaela rebeca remedios rocio romina roque
  rosaura rufina rufino saturnino serafin silvestre soledad tadeo tatiana teodoro teresita tonito tono transito trini ulises urbano vanesa vicenta
  violeta ximena xochitl yadira yael yago yamila zacarias zaida zoraida zulema zurine
  afonso aleixo baltazar bento caetano catarina diogo duarte fatinha filipa filipe goncalo guilherme heitor henrique iara jandira joana joao joaquim
  jorginho luana luiz luiza mafalda marcio mariazinha mateus matheus nuno otavio paulinho paulo raimundo ricardinho ronaldo rui thiago tiago vasco
  vinicius vitor vitoria zezinho
    `,
    // Of the north, the middle and the east of Europe.
    `
  aino aksel aleksi anders anneli annika antti arne arvid asbjorn asger aslaug astrid bengt birger birgit birgitta bjarne bjorn bodil borghild brita
  brynhild dagmar dagny ebba eero einar eino eirik elin elsebeth embla esben eskil folke fredrik freja frida fritjof frode gerda gisli gitte greger
  gro gudrun gunhild gunilla gunnar haakon hakon halfdan halvar halvard hanne hannele harald hedda hedvig heikki helge helmi henning hilde hildur
  hjalmar hjordis idun ilkka ilmari ilse inga ingeborg inger ingmar ingolf ingvar ivar jaakko jannike jari jarl jarmo jens jesper joakim jorgen jorunn
  jostein jouni juha jukka kaisa kaja kalevi kare karsten katja keld ketil kimmo kjell kjersti klara knut kristian kristoffer lasse leena liisa linnea
  lotta lovisa ludvig maarit magnhild maja malin maren marit markku marte matti mette mikkel mikko minna mogens morten nanna niels niilo nils njal oda
  olli oskar otilie ove paavo pekka pernille petter petteri pirjo ragna ragnar ragnhild raimo rasmus reijo riikka rikke roald rolf runa saara sanna
  satu seppo signe sigrid sigrun silje sini siri sissel siv snorri solveig sten stig stina sunniva svea svein sverre synne taavi tapio tarja teemu
  terje thora thorbjorn thorvald thyra tiril toivo torben tord torsten torunn tove trond trygve tuomas tuuli tuva tyra ulf ulla ulrika unni urd vaino
  valborg valdemar vegard veikko vidar viggo viktor yngve yrsa
  aart adalbert adelheid albrecht alois aloisia andreas anja anke anneke anneliese annemarie annemiek ansgar antje arend arie arnd babette balthasar
  bastiaan bernd bernhard birte burkhard carsten cees christoph coen daan detlef detlev dietmar djuna dorte eberhard eckhard edeltraud egon elfriede
  eline elke elsbeth emmerich engelbert ewald felicitas femke floris franziska frauke friederike friedrich frits gabriele geert georg gerd gerhard
  gerlinde gernot gerrit gertraud gertrud gijs gottfried gottlieb griet gundula gunter hagen hannelore hannes hartmut hedwig heidrun heike heiko
  heiner hellmut helmut hendrik hendrika henrike heribert hermann hermine hildegard hinrich holger horst imke ineke ingo irmgard jaap jacoba janneke
  jannik jasmijn jelle jeroen jochen joerg joop joost jorg joris jurgen jutta kaspar katharina kathe katrin kees koen konstantin lennart lieke liesel
  lieselotte liesl lieve liselotte lothar lotte ludger luise lutz maarten maartje machteld magda maike mareike margarete margit marieke marijke
  marjolein marlies mechthild mees meike mieke monika moritz nadja nienke niklas ortrud otmar ottilie piet pieter pim rainer ralf reiner reinhard
  renate resi rik roos roswitha rudi rudiger ruprecht ruud sanne saskia sieglinde siegmund sigmar silke sjoerd sofie steffen sterre svenja teun thilo
  thorsten tijmen tjeerd toon traudl trudi uli ulli ulrich ulrike ursel uwe veit verena volker vroni walburga walther waltraud wendelin wenzel werner
  wiebke wietske wilhelmine willem willemijn willi wim winfried wouter xaver ysbrand
  agata agnieszka agota aleksander aleksandra alena andras andrzej aniela aniko antal aranka arkadiusz arpad balazs bartek bartosz basia beata bogdan
  boglarka bogumil boguslaw bohumil bohuslav bozena bronislaw cezary csaba csilla czeslaw dagmara danuta darek dariusz dezso dorota edyta eliska
  elzbieta emese endre erzsebet eszter etelka ewa ewelina ferenc ferko filip franciszek frantisek gabor gellert gergely gergo geza gizella gosia
  grazyna grzegorz gyorgy gyula halina hana hania henryk honza ibolya ignacy ildiko ilona imre irenka istvan ivana iwona jacek jadwiga jagoda jakub
  jancsi janek janina janos janusz jarek jarmila jaromir jaroslav jaroslaw jerzy jindrich jiri jitka joasia jolanta jozef jozsef judit julita justyna
  kalman kamil karel karolina karoly kasia katarzyna kati katka kazimierz kinga klari klaudia kornel krysia krystian krystyna krzysztof kuba kveta
  ladislav laszlo lenka leszek levente libor libuse lilla lorant lubos lucjan ludmila lukasz maciej maciek magdolna malgorzata marcin marcsi marek
  mariska mariusz marketa marton maryla matej mateusz matyas michal mieczyslaw mieszko mihaly miklos mikolaj milada milos miloslav mirek mirka
  miroslav miroslaw nandor olek ondrej orsolya otakar pavel pavla pawel piotr piroska premysl przemek przemyslaw radek radim radka radoslaw radovan
  rafal reka rozsa ruzena ryszard sandor slawek stanislav stanislaw stanislawa stasia svatava sylwia szilvia szymon tadek tadeusz tamas tereza tibor
  timea tomasz tomek ula urszula vaclav vilmos virag vit vladislav vlasta vojta vojtech waclaw waldek weronika wieslaw wiktor wiktoria witold wladek
  wladyslaw wojciech wojtek zbigniew zbynek zbyszek zdena zdenek zdenka zdzislaw zenon zita zofia zoltan zosia zsigmond zsofia zsolt zsuzsa zsuzsanna
  zuzana zuzanna zygmunt
  afanasy agafya akulina aleksei alexey alla alyona alyosha anatoly andreea andrey anfisa anisim antonina anya arina arkady artem artyom asya avdotya
  bogdana bohdan bojan bojana borya boryslav branka branko catalin ciprian cosmin costel cristi darko darya dasha dejan desanka dima dimitri dmitriy
  dmitry draga dragan dragana drago dragomir dunya dusan efim egor ekaterina elisabeta elizaveta evgeni evgenia evgeny fedor fedya feodor filipp
  fyodor galina galya gennady georgy gleb gordana grigori grigory grisha grusha horia ignat ilie ilinca ilya inessa inna innokenty ioan ioana ioann
  ionel ionut ippolit irina irinka iskra ivanka jelena jovan jovana jovanka kalina katenka katerina katya katyusha khariton kirill kliment kolya
  kostya ksenia kseniya kuzma larisa lavrenty lazar lev levin lida lidiya lizaveta ljiljana ljubica lyosha lyuba lyubov lyuda lyudmila makar maksim
  maksym marfa marija mariya marko masha matvei matvey mihaela mihai mihail mila milenko milica miljana mircea mirela mirjana misha mitka mitya mladen
  motya nada nadezhda nadya nastasya nastya natalya nebojsa nemanja nenad neven nika nikifor nikola nikolay ognjen oksana oleg oleh oleksandr oleksiy
  olena olivera olya osip ostap pelageya petar petro petru petya plamen platon polina porfiry praskovya predrag rada radmila radmilo radu raisa ranko
  ratko razvan rodion rodya rostislav rumen ruslan ruslana sanja sanya savely semyon serafima sergey seryozha shura slava slavica slobodan snezana
  sofya solomiya sorin spasoje srdjan stanka stas stepan stevan stojan stoyan styopa sveta svetlana svetozar svyatoslav taisia taras tatyana tihomir
  tikhon timofei timofey todor tolya tomislav traian trofim ulyana uros vadim valera valeriu valeriy vanka vanya varvara varya vasil vasile vasilisa
  vasily vasya velimir veronika vesna viktoria viorel viorica vitya vladan vladlen vlado vlatko vojislav volodya volodymyr vova vsevolod vuk
  vyacheslav yakov yana yarik yaroslav yefim yegor yekaterina yelena yelizaveta yermolai yevgeni yevgenia yevgeny yordan yulia yuliya yuriy yurka
  zakhar zdravko zhanna zhenya zina zinaida zivko zlata zlatan zlatko zoran zorica zoya zvonimir
  achilleas aggelos alekos alexandros anastasios angeliki antonis apostolos argyro aspasia athanasios chara charalambos christos chryssa despina
  dimitra dimitrios dimitris dionysios efthymia eirini eleftheria eleftherios eleni elpida evangelia evangelos evi fotini fotis georgios giannis
  giorgos haralambos ioanna ioannis irini kalliope konstantina konstantinos kosta kostas kyriaki kyriakos lambros lefteris makis manolis maroula
  michalis myrto nefeli nikolaos nikos panagiota panagiotis panos paraskevi pavlos petros rallou sotiria sotiris soula spiros spyridon spyros stamatis
  stathis stavros stavroula stelios takis tasos tasoula thanasis thekla theodoros theofilos thodoris toula vangelis vasiliki vasilis vassilis voula
  xanthe yanni yannis yiannis yiorgos
    `,
    // Of Turkey, Arabia, Persia and the Jews.
    `
  abba abdiel abdullah abdulrahman abeer abir adel adil adina adira adnan afsaneh ahmadreza ahmet ahuva akram alireza aliza amal amani amichai amina
  aminah amir amira amirali amit ammar anahita anas anat anisa anwar arash ardalan ardeshir arel arezoo arif arik armin arnon artin arwa arya asad
  asaf ashira ashkan ashraf asim asma asmaa assaf atara atefeh atif atousa avi avigail avigdor avital aviva avner avraham avram aya ayaan aydin ayelet
  ayesha ayla ayman ayse aysel ayub azadeh azar azhar aziz aziza azriel babak badr bahar bahir bahman bahram baila baran baris basak basim basma
  bassam batsheva batya behnam behnaz behrooz behrouz beracha berel beyza bijan bilal bilqis bina binyamin bita boaz bracha burak burcu bushra canan
  cem cemal cemre ceren ceylan chaim chana chanan chava chavi chaya chedva cihan dafna dalal dalya dani danyal daoud dariush daryush dassi davood
  dawud defne delara demet deniz derya devorah dilara dilek donya dov dovid dudu ece eda efraim efrat ege ehab ehsan ehud eitan ekin elaheh elazar
  eldad elham eliezer elif elimelech elisheva eliyahu elkana elnaz emad emel emine emrah enes engin erdem erdogan eren erkan erol esfandiar esin esma
  esra esti etan evren ezriel fadel fadi fahad faigy faiza farah faramarz farhad fariba fariborz farid farida farouk faruk farzad farzaneh fatema
  fatimah fatma fawzi fawziya feivel fereshteh fereydoun ferhat ferial feride feyza figen firas firat forough forouzan fouad fruma frumi fuad funda
  gadi galit gamze gavriel gedaliah gershom gershon getzel ghada ghassan ghazal gilad gitel giti gittel gizem gokhan golnar golnaz golshan gonca gozde
  gul gulay gulsum gunes habib habiba habibollah hadassah hadi hadiya hadiyah hafez hafsa hagit haidar haim hajar hakan hakim hala halil halima halime
  hamid hamida hamidreza hamza hanan handan hande hani hanif harith haroun harun hasan hashim hasna hassan hatem hatice haya hayat haydar haytham
  hazem heba hiba hila hinda hisham hodaya hooman hormoz houshang huda hudi hulya husam husayn huseyin husna husnu hussain ibrahim idan idit ido
  iftikhar ihab ikram ilan ilana ilkay iman imran inaya inbal inbar insiya ipek iqra iraj irem irit irmak isa ishaq ismet issa itai itamar itzhak
  itzik iyad jabir jafar jahan jalal jaleel jameela jamil jamila jamilah jamshid jannah jasim javad jawad jibril jihan juma junaid kaan kadir kamal
  kambiz kamran kamyar karam karim karima karmi kasim kasra kauthar kaveh kemal kenan kerem keren keyvan khadija khadijah khaled khawla khosrow
  kianoush kinneret kivanc kobi koby koray kourosh kubra labib ladan laleh lamia lamis latif latifa lavi layan leen leib leyla liat lior liora lipa
  liron loay lubna lujain maayan maha mahin mahir mahmood mahmoud mahmud mahnaz mahsa mahshid mahtab majd majed majid malak malek malka manal manar
  manouchehr mansoor mansour marjan marwa marwan maryam marzieh marzouq masoud masoumeh masud mati maysa maysoon mazen mehdi mehmet mehran mehrdad
  mehri mehrnoosh meira melek melih melike melis meltem menachem menashe meral merav mert merve mesut metin micha minoo miral miray miri miryam mitra
  moataz mohammed mohsen mojgan mojtaba mordecai mordechai morteza moshe mostafa moti motti mounir muge muhsin muna munir murtaza musa mustafa mutlu
  nabil nabila nachman nachum nadim naeem nafisa naftali nahid nahla naim naima najib najla najwa nalan narges nasim nasir nasrin nawal nawfal nayef
  naz nazan nazanin nazar nazim nazir nazli necati nechama neda negar negin nermin neslihan nesrin netanel nida nilgun nili niloofar niloufar nilufer
  nima nira nissim nitza niusha nizar noam noora nour noura nuh numan nura nuray nurcan nurit nusayba oded ofir ofra oguz ohad okan omer omid omri
  onur orhan orit osama osnat othman ozan ozge ozgur ozlem pardis parisa parvaneh parvin parviz payam pedram pegah pelin perel pesach peyman pinar
  pinchas pooneh pouya puran qadir qasim qusay rabi rabia radwan rafi rafiq raghad rahim rahma raizel raja ramazan rami ramin rana rania ranya rasha
  rashid rashida rasul rauf rawan rayan rayyan raz razan recep reem reham reut reuven reza rida rifat rifka riham rima rivka rivkah riyad rizwan rola
  ronen roni ronit roozbeh roshanak rostam rotem roxana roya ruba ruchel ruqayya ruthi saba sabah sabir sabri sabrin sadia sadiq saeed saeedeh safiya
  safiyya safwan sagi sahar sahin sahir saif saira sajid sajida salah salam salama saleem saleh salim salima salman salwa saman sameer samer samia
  samir samira sanaz sarit sattar sawsan sayyid schmuel seda sedef sefa sefi selcuk selin semih sepideh serap serdar serhat serkan setareh sevda sevgi
  sevil sevim seyma sezen shabnam shadi shahd shahid shahin shahla shahnaz shahram shahriar shahrzad shai shaima shakir shakira shapur sharareh
  sharifa shaul shayan sheina shervin shideh shifra shimon shimshon shira shireen shirel shiri shirin shlomit shlomo shmuel shmulik shohreh shoshana
  shua shukri shulamit siamak siavash sibel sidra sigal sima simcha simin sina sinan smadar sogand soha soheil soheila sohrab sohrob soraya soroush
  suad sudabeh suha suhail suhayla sulayman suleyman sumaya sumayya syed taha tahani tahereh tahir tahira talal talib talya tamar tamim tamir taner
  taraneh tarek tareq tarik tariq tarkan tasneem taufiq tawfiq tayfun thamer thana thuraya tirza tolga tomer touraj tova tugba tulay tulin tuncay
  turgut tuvia tzachi tzipi tzipora tzipporah tzvi ubaid ufuk ugur umar umit umut uri usama usman vahid vered volkan wafa wahid wajdi waleed walid
  warda wasim widad wisam yaacov yaakov yafa yagmur yahya yair yalda yamin yankel yaqub yarden yaron yasaman yasar yasemin yaser yasin yasir yasira
  yasmeen yasmina yazan yazid yechiel yehoshua yehuda yehudit yeliz yentl yerachmiel yeshayahu yigal yigit yildiz yilmaz yishai yisrael yisroel
  yitzchak yitzhak yochanan yocheved yoel yona yonah yonatan yoni yosef yossel yossi yotam younes younis yousef youssef yunus yusuf yuval zahid zahir
  zain zakariya zaki zakiya zalman zari zayd zaynab zehava zehra zeina zeinab zerrin zev zeynep zhaleh ziad ziba ziva zohar zohreh zubaida zubair
  zuhair zuleikha zvi
    `,
    // Of India and its neighbours.
    `
  aadhya aanya aarav aarti aarush aashish abha abhay abhijit abhilash abhimanyu abhinav abhishek adhira aditi aditya advait agastya ajay ajit akash
  akhil akshara akshay alka alok aman amar amba ambika amisha amita amitabh amol amrit amrita anand anandi anant ananya anika anirudh anish anjali
  anju ankit ankita ankur anshul anuj anupam anupama anuradha anurag anushka aparna apoorva archana arjun arnav arpita arti arun aruna arundhati asha
  ashish ashok ashwin ashwini asif asmita atiya avani avinash ayush babita bala balaji balraj bhagya bhanu bharati bhaskar bhavana bhavesh bhavna
  bhupinder bilqees bimal bindu binod bipin bishan brijesh chandan chandni chandrika charu charulata chetan chhaya chirag chitra daksh daljit damini
  darshan daya deepa deepak deepali deepika deepti devaki devdas devendra devika dhananjay dhara dharam dharmendra dheeraj dhruv dilip dinesh dipika
  dipti disha divya diya draupadi durga dushyant dwarka ekta esha fahmida faiz farhan fariha farzana fauzia ganesh ganga gargi gaurav gauravi gauri
  gautam gayatri geeta geetha girish gita gopal gopi govind gulab gulshan gurdeep gurpreet hamna haresh harish harpreet harsha harshad hema hemant
  hemlata himanshu hina hitesh hrithik huma indrani indu isha ishaan ishani ishita jagdish jagjit jai jaideep jairam jaspreet jaswinder jatin javed
  jaya jayant jayanti jayashree jayesh jeet jeevan jhanvi jhumpa jitendra jiya juhi jyoti jyotsna kabir kailash kajal kajol kalpana kalyani kamala
  kamini kanchan kanika karan kareena karthik kartik karuna kashvi kausar kaushal kaushik kaveri kavita kavya ketaki ketan khushi kiran kirti kishan
  kishore komal kripa krishnan krithika kriti kshitij kumar kumari kumud kunal kunti kusum lakshman lalit lalita latika lavanya laxman laxmi leela
  lokesh madan madhav madhavi madhu madhur madhuri mahesh mahika malati malavika malini mallika mamta manasi manav mandeep mandira mangala manish
  manisha manjit manju manjula manjusha manoj mansi meena meenakshi meera megha meghana meher mehreen mehwish menaka mihir milind minakshi mithun
  mohan mohini mohit mridula mukesh mukta mukul murali murugan naheed naina nakul nalini namrata nand nanda nandini narayan naren narendra naresh
  nargis naseem nasreen naveen navin navya nazia neel neela neelam neelima neeraj neeta neha nidhi niharika nikhil nilesh nilima nirav nirmal nirmala
  nisha nishant nitin nitya omkar padma padmini pallavi pankaj parminder parth parul parvati pavan pawan pooja poonam poornima prabha prabhakar prabhu
  prachi pradeep prakash pramod pranav pranay pranita prasad prasanna prashant pratap prateek pratibha pratik pratima praveen preeti prem prema
  premila pritam priti priya priyanka puja punit purnima purushottam pushpa rachana rachna radha radhika raghav raghu rahul raj rajan rajani rajat
  rajeev rajendra rajesh rajeshwari raji rajiv rajkumar rajni rakesh raksha raman ramesh ramola ranbir ranjan ranjit rashmi ratan rati ravi ravindra
  reema reena reeta rehana rekha renu renuka reshma richa riddhi ritesh ritika ritu riya rohini rohit roopa roshan roshni rubina ruchi ruchika rudra
  rukhsana rukmini rupa rupali rupinder sachin sadhana sagar sahana sahil saima sajjad sakshi salahuddin salil samarth samiksha samina sampath
  samriddhi sandeep sandhya sangeeta sania sanjana sanjay sanjeev sanjit sanju sanskriti santosh sanvi sapna sarala saraswati sarika sarita saroj
  sarojini sarvesh satish satya satyam saumya saurabh saurav savita savitri seema seeta shabana shahbaz shahida shaila shailaja shaista shakti
  shakuntala shalini shamita shankar shanta shantanu shanthi shanti sharad sharda sharmila shashi shazia sheela sheetal shehnaz shekhar shilpa shishir
  shivani shoaib shobha shraddha shreya shreyas shrikant shruti shubha shubham shweta shyam shyamala siddharth simran sita smita smriti sneha snehal
  sohail soham sohan sonal sonali sonam soumya sridevi sridhar srikanth srinivas subhash subodh suchitra sudha sudhir sujata sujatha sukanya sukhbir
  sukhdev suman sumana sumeet sumit sumitra sunaina sunanda sundar sundari sunil sunita suraj surbhi surekha surendra suresh surinder sushant sushil
  sushila sushma swapna swara swarna swathi swati tabassum tahmina tanmay tanuja tanveer tanvi tapan tarun tejal tejas trishna tulsi tushar uday
  uddhav ujjwal uma umesh upasana urmila urvashi usha utkarsh uttam vaibhav vaidehi vaishali vandana vanita varsha varun vasant vasanthi vasudev
  vasudha veena venkat venkatesh vibha vidhi vidya vihaan vijay vijaya vikas vikram vimal vimala vinay vinaya vineet vinita vinod vipin vipul viraj
  virendra vishal vivek vrinda waqar yamini yamuna yash yashoda yashwant yogesh yogita yuvraj zafar zaheer zeenat zeeshan
    `,
    // Of China, Japan, Korea and the rest of the east.
    `
  akane akari akemi aki akihiko akihiro akiko akio akira anzu aoi arata arisa asahi asami asuka asuna atsuko atsushi ayaka ayako ayame ayano ayumi
  ayumu azumi azusa bunta chiaki chie chieko chihiro chika chikako chinatsu chiyo chiyoko chizuru daichi daiki daisuke eiji eikichi eiko emi emiko eri
  eriko etsuko fumiko fumio fuyuki gaku genji goro hajime hanae hanako haru haruhi haruka haruki haruko harumi haruo haruto hayate hayato hibiki
  hideaki hideki hideko hideo hideyoshi hikari hikaru himari himawari hinata hiro hiroaki hiroki hiroko hiromi hiroshi hiroto hiroyuki hisako hisashi
  hisoka hitomi hitoshi homura honoka hotaru ichigo ichiro ikki ikuko inosuke iori isamu isao itachi itsuki izuku izumi jin jiro junichi junko juro
  kaede kagome kagura kaito kaji kanade kanae kanako kanon kaori kaoru kasumi katsu katsuki katsumi katsuo kazuha kazuhiko kazuki kazuko kazuma kazumi
  kazuo kazuya keigo keiichi keiji keiko keisuke keita kenichi kenji kenjiro kenshin kensuke kenta kentaro kento kiku kimiko kinuko kiri kirito kiyomi
  kiyoshi kohaku kohana koharu koichi koji koki konoha kosuke kota kotaro kotone kouki kousuke kouta kumiko kunio kurenai kyo kyoko kyosuke kyoya
  madoka maiko makiko makoto mami mamoru manabu manami mariko masaaki masaharu masahiro masaki masako masami masanori masao masaru masashi masato
  masaya matsuko mayu mayuko mayumi megumi mei meiko michi michiko michio midori mieko mikako mikasa miki mikio mikoto miku mikuru minako minami
  minato minoru mio misa misaki misako misato mitsuki mitsuko mitsuo mitsuru miu miwa miwako miyabi miyako miyu miyuki mizuho mizuki momo momoka
  momoko motoko mutsuko mutsumi nagisa nana nanako nanami nao naofumi naoki naoko naoto naruto natsu natsuki natsuko natsumi natsuo nezuko nobu nobuko
  nobunaga nobuo nobuyuki nodoka noriaki noriko noriyuki nozomi ochako osamu rei reika reiko rika riko riku risa ritsu ritsuko rokuro ruka rukia rumi
  rumiko ryo ryoga ryohei ryoichi ryoko ryoma ryosuke ryota ryotaro ryou ryu ryuichi ryuji ryuko ryunosuke saburo sachi sachiko sadako sakura sakurako
  saori sasuke satoko satomi satoru satoshi satsuki saya sayaka sayuri seiichi seiji senku setsuko shiho shinichi shinji shino shinobu shinpachi
  shinya shion shiori shiro shizue shizuka shizuko shizuru shoichi shoji shota shouta shouyou shuichi shuji shunsuke shuuichi souma souta sumiko
  sumire susumu suzu suzue suzume tadao tadashi taichi taiki takahiro takako takao takashi takeo takeru takeshi takuma takumi takuya tamaki tamiko
  tanjiro tatsuki tatsuo tatsuya tetsuo tetsuro tetsuya tohru toji tomiko tomo tomoe tomoko tomomi tomoya tomoyo toru toshi toshiko toshio toshiro
  touka touma tsubaki tsubasa tsukasa tsukiko tsukushi tsunade tsutomu tsuyoshi umeko usagi utako wakana yachiyo yae yamato yasuko yasuo yayoi yoichi
  yori yoriko yoshi yoshie yoshihiro yoshiko yoshio yoshito yosuke yota youko yua yui yuichi yuichiro yuina yuji yuka yukako yukari yuki yukiko yukina
  yukino yukio yuko yumeko yumi yumiko yuna yuriko yuta yutaka yuto yuudai yuuki yuuko yuuna yuuto yuzu yuzuki zenitsu zenko
  adi agung agus aisyah amihan analyn andi andoy anh anning apinya areum arief arthit aung ayu bada bagus bai bambang bao baoyu baozhai bayani bayu
  beom beomgyu bich binh bituin bolin bora boram budi byung cahaya chae chaewon chaeyoung chai chaiyo chanchai changbin changmin changming chao chau
  cheng chenxi chompoo chul chun chunhua citra cixi cui cuong daehyun dahyun daiyu dalisay dandan dao dasom dewi dian diep dimas dingdong dinh ditas
  divina donghae donghai donghyun dongwook doyeon doyoung duc duy dwi eka endah enlai eui eun eunbi eunha eunhye eunji eunjung eunkyung eunseo eunwoo
  fajar farhana fei feifei feng fenghua ferdie fitri gede giang guang guanyu guoliang guowei gyuri haejin haerin haeun hai haitao hajin haneul hanh
  hansol hao haoran haoyu heejin heesung hendra hien hieu hla hoa hoang hobi hongwei hoseok htay hua huan huiying huizhong huong huyen hwa hwan hyejin
  hyeri hyo hyojin hyorin hyuk hyun hyuna hyung hyunjin hyunwoo indah inday intan isagani iseul jae jaehyun jaemin jaesung jejomar jeong jeongguk
  jeonghan jeongin jeongyeon jhun jia jiae jiahui jiaming jian jiang jianguo jianhua jianjun jiao jiaqi jiayi jie jieun jiho jihoon jihyo jihyun jimin
  jinah jing jingyi jinhai jinho jinhwan jinjing jinki jinwoo jinyoung jisoo jisung jiwon jiwoo jiyeon jiyong jiyoon jiyoung joko jong jonghyun jongin
  joohyun jooyeon juhee jungkook jungmin jungwon junho junjie junseo juyeon kadek kamon kanya kartika ketut keyi khai khanh khin khoa kieu kihyun
  kittisak komang kulap kun kwang kyaw kyung kyungsoo lan lanfen lestari liang liena ligaya lihua lijuan lili lingling linh liqin liwayway liwei loc
  lualhati luan luli luningning luo marikit megawati meifeng meihui meilin meiling meiyu melati mijin miju mikyung minah minghao mingi mingmei mingyu
  mingzhu minh minho minhyuk minji minjun minjung minki minseo minseok minsoo minyoung moonbyul mulan mutya myung namjoon nari nayeon nayoung nene nga
  ngan ngoc nguyet nhi nhung ning niran noi nok nong nonoy nuan nuo nurul nyoman oanh pacquiao peng permata phong phuc phuong pranee prasert preecha
  putra putri putu qian qiang qianru qiao qin qing qingling qiu qiuyue quan quang quoc quyen quynh rahayu rangga ratna retno reum rini rizalina rizky
  rou ruolan ruoxi sakda sampaguita sangwoo sanoh seohyun seojun seok seokjin seoyeon seulgi seung seungcheol seungkwan seungmin seungri shan shanshan
  shen sheng shihong shirong shuang shufen shui shuo sinta siriporn siti siyu slamet somchai somsak sooah soobin soohyun soojin sookyung soomin
  sooyoung sri suho suhyun sujin sumi sunee sungho sunghoon sungmin sunmi sunwoo suong supaporn suparman susilo suwan suyin taeho taehyung taemin
  taeyang taeyeon taeyong tai tala thao thinh thiri thoa thuan tida tien tingting toan totoy trang trinh trung tuan tung tuti tuyen tuyet utari uyen
  viet vinh wahyu wangji wayan weidong weiming wenbo wenjing wenling wenqian wichai wirat wonho wonwoo woobin woojin woosung wooyoung wulan wuxian xia
  xiang xiao xiaobo xiaofan xiaohui xiaojun xiaoli xiaoling xiaoming xiaoqing xiaotong xiaoyan xiaoyu xin xing xingjuan xinyi xinyue xiong xiu xiulan
  xiuying xuan xue yaling yan yanlin yanmei yanti yanyu yao yeji yejin yeon yeonjun yeosang yeri yerin yewon yifan yijun yilin yimin ying yingjie yize
  yoona yoongi yoonji yoonseo youngjae youngmi youngsoo yuanjun yuchen yudi yue yufei yugyeom yuhan yujin yuming yun yunru yunxi yusheng yutong yuxuan
  yuze zan zemin zexi zhan zhang zhao zhen zheng zhi zhihao zhiming zhiqiang zhiyuan zhong zhou zhu zhuang zihan zimo ziqi zixin ziyi ziyu zongying
  zulkifli
    `,
    // Of Africa and the islands.
    `
  abdoulaye abebe abena abeni abiodun abiola abrihet adaeze adamu adaora ade adebayo adebisi adebola adedayo adeola adesua adetokunbo adia adisa adwoa
  afia afua agnarsson ahorangi ailani aissatou akamu akinyi ako akosua akua alemayehu alhassan alika alofa ama amadi amadou amaka amara amarachi amare
  aminata aminatou anahera anan ananse anesu anyango arapeta ariki aroha asante atieno awa awhina ayana ayo ayodele ayomide ayotunde azubuike baako
  babajide babatunde bakary berhanu binta bisi bongani boubacar bukola chanda chiamaka chibueze chibuzo chidera chidi chidinma chiemeka chikondi chima
  chimamanda chinedu chinelo chinenye chinonso chinua chioma chipo chisomo chiwetel chukwudi chukwuemeka dalmar damilola danjuma desta diallo dikeledi
  diop ebele ebere ebo efua ejike ekene ekow emeka enitan eshe esi eyram ezinne fana fanta farai fatou fatoumata femi fetu fiifi fikile folake
  folasade fumnanya funke funmi funmilayo garba goodluck hadiza haile hemi henare hine hinemoa hinewai hodan hohepa hoku huia idowu ifeanyi ifeoma
  ifunanya ige ihaia ijeoma ikechukwu ikenna ioane iolana isatou isioma itoro jabari jabulani jelani jengo jumoke kagiso kahiau kahu kahukura
  kahurangi kaimana kalani kalei kaleo kamaka kamau kambili kanoa kapono karanja kato kawika keahi keala kealoha kehinde kelechi keola khadi khaya
  kibet kimani kipchoge kiprop koa kofi kojo konani kwabena kwadwo kwaku kwame kwasi kwesi lagi lebogang lerato lindani lindiwe lisimba lokelani
  lulama lungile lwazi mahina makana makani makena makoa malaika maleko malie malulani mamadou manaia manawa mandisa mandla marama mariama masego
  matiu mbali mekonnen mele mereana meseret mihi moana modupe mokopuna mosi moussa mpho mthunzi muthoni mwangi nalani naledi nandi nasha ndidi ndlovu
  neema ngaio ngaire ngozi nikau njeri njoroge nkechi nkemdilim nkosana nkosi nnamdi nneka nnenna nobuhle noelani nohea nokuthula nomalanga nomvula
  nonso nosipho ntombi nyah nyambura nyasha obinna ochieng odhiambo ogechi okechukwu okello olabisi oluchi olufemi olumide olusegun oluwaseun
  oluwatobi omolara omondi onyeka onyekachi opeyemi oumar oumou ousmane palesa pania paora pemba penda pikake piripi pua pualani rangi rangimarie rata
  rawiri rewi rongo ropata rudo rutendo saidu salif sanele sefina segun sekou selam semisi senait siaosi sibongile sibusiso simba simisola sindiwe
  sione sipho siphokazi sisi sizwe souleymane sundiata tadesse tafari taiwo takunda tama tamati tamunotonye tane tangaroa tapiwa tariro tatenda tavita
  tawhiri tebogo temitope tendai tesfaye tevita thabo thandeka thandi thandiwe themba thulani tinashe tipene titilayo tobenna tope tsegaye tshepo tui
  tumelo tunji uche uchenna ugonna unathi uzo uzoma vaimoana viliami vusi waimarie wairimu wambui wangari wanjiru waris whetu winta wiremu xola xolani
  yaa yaaba yejide yemi yetunde yewande yohannes yonas zandile zanele zawadi zenzele zinhle zodwa zuberi
    `,
    // Of books and legends.
    `
  aegon aela aeris aerith aether aldric alduin alucard anakin aragorn aric arwen asmodeus astarion auriel baelor belial boromir brienne castiel cersei
  daenerys daphnis drizzt elara elric elrond eowyn eragon faolan faramir feyre fitz galadriel geralt gimli gollum grima hagrid halbrand hermia
  hermione hippolyta hodor inara joffrey joren kael kaelen kaelith kaladin kalel katara katniss khal kvothe legolas logen lothric luthien lyanna
  malfoy minas morrigan nausicaa nesta neville nimue nyx padme patroclus peeta penthesilea perdita pyramus rhaegar rhaenyra rhysand sabriel samwise
  sansa saruman sauron semele seraphina shallan smaug snape tamlin tamora theoden thisbe thranduil toph torin tybalt tyrion varys viserys yennefer
  ygritte zuko
    `,
    // Surnames.
    `
  adeyemi ainsworth albright allbright anderssen andersson appleby arbuthnot armitage ashby ashdown ashford ashworth atherton attenborough babcock
  bagshaw bainbridge bannerman bardsley barraclough bastable bathurst baxendale beauchamp beckwith bellweather benn beresford bianchi bickerstaff
  biggins birkett birtwistle blackwood blakeley blenkinsop boateng bottomley bowden bracewell bracknell braithwaite bramley branagh brannigan
  broadbent brockhurst brookfield buckland burnham burnley byrne calloway carlisle carrington castellano cavanagh cavanaugh chakraborty chatterjee
  chaudhary cheung cholmondeley choudhury clarkson cleary colquhoun connelly cooperman cormier cottrell crabtree crawley crompton crowther cruickshank
  culpepper dalgleish dalgliesh dallimore danvers darlington demarco devereux devlin dhaliwal diaz dimitrov dinwiddie docherty doherty donaghue
  donnelly donoghue driscoll drummond dubois dumont dunmore dunsworth dupont duquesne durand eccleston egerton ellsworth entwistle erikson escobar
  espinosa etheridge fairbrother fairchild fairfax fairweather fanshawe farnsworth farquhar farquharson featherstone fellowes fernandes fernsby
  ferreira finchley finnigan fitzwilliam flaherty flannery fontaine forsyth forsythe fothergill fournier garrity gaskell gauthier gilhooly goldstein
  goodfellow gorman greenberg greengrass greenhalgh grimaldi grimshaw grosvenor haggerty hallam halloran halvorsen hanrahan haraldsson harcourt
  hardcastle hardwick harker harkness hartigan hartley hashimoto hawksworth hayashi heathcote hemsworth henriksen hetherington higginbotham hightower
  hollingsworth holmqvist horsley houghton huddleston hutchins ibrahimovic ingleby inglis ivanov ivanova iwasaki jankowski janssen jaramillo jefferies
  johansen johansson jorgensen kalinowski kaminski kapoor karlsson kasprzak kaur kavanagh kawamura keane kearney keating kelleher kensington kerrigan
  kilbride kilmartin kilpatrick kinsella kirkbride kirkwood kobayashi kowalczyk kowalska kowalski kozlov kulkarni kuznetsov kwiatkowski lachance
  langdon langford larsson lavoie leclair leclerc lefebvre lefevre levinson lewandowski liddell lindgren lindqvist lindstrom llewelyn lockhart
  loughlin lowenstein ludlow lundgren macpherson magnusson mahoney mainwaring malhotra manfredi marchbanks marchetti matsumoto maxfield mayfield mazur
  mcallister mcarthur mcbride mccabe mccafferty mccarthy mcclintock mcconnell mccormack mccoy mccready mccullough mcdermott mcdonagh mcdougal mcdowell
  mcelroy mcfadden mcfarlane mcgann mcgee mcginty mcgrath mcguire mcintyre mckay mckinley mclachlan mclaughlin mclean mcleod mcmahon mcmanus mcmillan
  mcnally mcnamara mcneil mcnulty mcpherson mcqueen mcrae mctavish mehta mendes mercier mikkelsen millbank mitchum miyamoto montalbano moorcroft
  moreau moretti morimoto mukherjee mulcahy muldoon mulvaney murakami nakagawa nakamura nakayama narayanan nesbitt nettleship newbury newcombe nilsson
  nishimura norrington northcott novak nowak nowicki nyberg oakeshott ogilvie okafor okeke okonkwo okoro okoye olofsson olsson orlov ormond ostrowski
  oyelaran palmgren papadakis papadopoulos pappas patil pedersen pellegrino pemberton penhaligon pereira petrov petrova petrovic pettigrew pilkington
  popescu popov poulter prendergast pritchard quartermaine quigley quintero rafferty ramsbottom ramsden rathbone ravenscroft ravenswood rawlings
  redfern redfield redmayne renshaw rinaldi rodrigues rosenbaum rosenthal rossi rowntree ryecroft sakamoto sanderson santangelo sarkar sato
  satterthwaite savitsky schaefer schumacher scrimgeour seagrave sedgewick sedgwick sepulveda sharma shaughnessy shimizu shufflebottom silverstein
  simonsen sithole skarsgard smirnov smythe sokolov sorensen sorenson spiegel stackhouse stanhope stapleton stavropoulos stedman steinberg stoddard
  sutcliffe svensson szabo szymanski takahashi takeda tanaka tattersall thistlewood thomsen thorburn thornbury thornhill threlfall throckmorton
  trelawney tremblay trevithick tsang turnbull twombly tyrrell underhill vandenberg venkataraman villanueva villareal volkov wakefield wakeman walczak
  waldegrave wallingford walmsley warburton warrington watanabe waterhouse weatherby wentworth westbrook westerfield wetherby whitcombe whitehouse
  whitford whitlock whitmore whittaker whittington wickham willoughby windermere winterbottom winterbourne wojcik wolstenholme woodhouse woodruff
  worthington wyndham yamada yamaguchi yamamoto yamashita yamazaki yoshida zielinski zukowski
    `,
    // Short ones that look like slips, and are too well known to be taken for such.
    `
  theo innes huw liv lia thorne scarlett pepe lene goran thanos themis amin faris haris noor riad sami fatih elad hadas neta tal
  ofer anil hari rani sai lani mei ren rin sora nami shoto yuu liu lian joon wole kei
    `,
  ]
    .flatMap((names) => names.split(/\s+/))
    .filter((name) => name !== ''),
)
