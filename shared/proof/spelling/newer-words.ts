/**
 * Words of the last hundred years that dictionaries pass over: space and its ships, laboratories, workshops, wardrobes, crime, screens
 * and the web; and variants that Merriam-Webster lists beside the usual form (gulley, convertor). Lower case, alphabetical. Plurals in
 * -s are told from these by the caller.
 */

export const NEWER_WORDS: ReadonlySet<string> = new Set(
  `
  ablator acetylcholine adrenalin adzuki aerobrake aerogel aeroshell afront afterburn ahold airfryer airscrew airstream alleycat allograft ampoule
  anaphylactic antigravity archeologic archeological archeologist armlock asmoke asterite aswarm athleisure atomics aureomycin autoclaved
  autocorrect autogyro autolock automat automata axhead backlight backlit backplate backsplash backwave basecamp baseplate battlecruiser
  battlefleet battlewagon beastie beforetime benefitted benefitting benzedrine bestarred betatron bialy biodome bioengineer bioengineered
  biohazard biometric biometry bioscan blatted blatting blueshift boondock braincase brainstem briskened buddied busbar busman busmen
  buttstock buzzsaw cardkey carshare caudillo cellblock centisecond chiton chitter chittered chittering chlorella chrysalid chummied cigaret
  clabber clabbered cloudscape codebook codenamed cofactor cointreau combatted combatting computator confected congeners conquistadores
  contragravity convertor conveyer cosied counterspell coveralled cowled crapshoot cresset crewcut crewwoman criminalistics crossbody crowbarred
  cryochamber crystallographer cueing cyanotic cyberware deadeye declassed decloak decloaked defuser deke deorbit derated derating desecrator
  dexedrine diagramed diagraming diehard discernable disintegrator disrupter disruptor dodoes downslope downspin dragline duffel duranium dustup
  dyad ebon ebook ectoplasm encephalogram endoskeleton ephemeris ereader esper exobiologist eyestalk ferrocrete fetor fieldpiece firebase flanged
  flatscreen fledging floatplane floozie flyboys foredeck foulup fractionated fractionating fullface gadgeteer gages gangbang gasser gauleiter
  gauss geiger gelatine geotag geotagged gigantism gimbal gimbaled gimballed gismo glassine glitchy gloop gooseneck graphene gravitic greenie
  gridded grimdark groundcar grubstaked guerilla gulley gullied guncotton gunplay gunshop gyrocopter hackathon hackie hacksawed halflife
  handbasket handclap hardpan harkened hashtagged heatshield helicar hellspawn hepcat hindbrain hoarsened hocused holosuite homebuilt homeworld
  honkytonk hookey hotrod hydrazine hyperjump hyperspatial hypervelocity hypospray icewater idolators igniter imager incuriously instagrammed
  interdimensional interspecies jackleg jetcar jetpack joss juke jumpseat junkheap juvie kerosine kidnaping kidnappee kinescope klick kneepad
  knouts kymograph lasered levis levitator lickety lifeform loess loungewear lucite megacity megavolt mercurochrome metagalaxy microbus
  micrometeor miltown mindscape mocktail molotov moola moolah moonbase moonrock mostest mouthpart muon mylar nanotubes navaid navcom needler
  negatron neurodivergent neurone neurotoxin newsvendor ninnie novocaine nucleonics numbskull offplanet offscreen oracled outland outlanders
  outpour overset overside oxyhelium panatela panzer paradrop paralyzer parasail paratime percept perceptor permacrete petri pfui photonic
  photostated phreak pickoff pistoled pitchout pixelated placemat planetfalls planetoid planetwide plasti plexiglas plug-uglies plug-ugly pogo
  poleax positronic powerpack powerplant preprogrammed pressor profiler propellor psionic psychoed pulsejet punchcard pushbutton pushup pyro
  quonset radionics raingear rarified ratfink rebar reciprocator reconned redeye redshift refueller refugeed rescan resequenced revelator rictal
  rideshare rigamarole rocketeer rollaway rollbar rollneck safecracker sapients scarface schnozz scientifiction screenful screenshotted scriber
  septs sexted shapechanger sheetrock shiplap shirtsleeved shlock shmuck shootdown shorthair shuttlebay signup sked skycar skyhook slickered
  slidewalk slipstick slipup slugfest smidgin smitch sniperscope snowcat solidograph solon somno sonics spacefaring spacefleet spacelane spaceline
  spaceliner spacelock spacesuited spang sparkplug spearpoint spectrogram spectrograph spectrographic spinoff springlock springtimes stardate
  starfleet starmap starscape sticktight stinko stopoff stressor strobed strobing subether sublevel submachine subtype subvocal subvocalize
  subvocalized subwoofer superluminal surveil swacked sworl synch synched synchrotron tachyons tailfin talkback tarpaper technics teenaged telecom
  telecontrol telehealth telemetered telemetering teleporter telescreen teletyped televisor tempoed tesla tesseract testudo tetched thermo
  thermocouple thingie thingumajig thorp thruput tightass timecard timeframe tinhorn tokamak tommygun topkick tracelessly traitress tranked
  tranquillizer transmat transonic transuranic trapezius travoises tricorder triphammer turbanned turbolift tuxedoed tweaker tweezer ufo
  ultrasonics unfocussed unsteadied uprange uprush uptime velociraptor verifier vid videocam videoscreen vidphone vidscreen viewplate visicom
  visiphone visiplate visiscreen visored vocoder voiceprint walkup wallscreen warmup warpdrive waveforms webpage whang whanged whatzit whitebeard
  whizbang wideband wintery woolies workpiece worldbuilding worldlet worldline writeoff xenobiology xenologist xenology yacked yacking yock
  zagging zigging ziplock
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
)
