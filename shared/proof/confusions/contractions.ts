/**
 * Contractions without their apostrophe that are words all the same (lets, ill, wont, well, shed), with it in another
 * place (ya'll), and possessives that never have one (her's). Words that no dictionary knows (dont) are the spelling rule's.
 */
import { frames } from '../frames.ts'

/** After these a clause begins with its subject, and what stands there is no noun. */
const OPENS =
  '^|and|but|so|then|or|because|if|maybe|perhaps|think|guess|hope|know|sure|afraid|bet|swear|promise|said|thought|knew|wish|when|until'

/** A verb in its plain form that is seldom a noun. */
const PLAIN =
  'be|go|get|see|do|come|find|make|take|tell|give|say|let|never|always|keep|think|ask|try|stay|wait|die|kill|bring|leave|meet|just|probably|also|soon|only'

export const CONTRACTIONS = [
  ...frames(
    'A contraction has an apostrophe where letters are left out.',
    `
    ^ [lets] all|both => let's
    ^|. [lets] go|get|see|not|do|just|start|try|take|make|hope|say|talk|play|have|leave|find|head|move|face|keep|eat|hurry|begin|be|call|give|forget|run|stop|wait|pretend|meet|split|stick|stay|check|hear|think => let's
    okay|ok|come|now|so|but|please|then [lets] go|get|see|not|do|just|start|try|take|make|hope|say|talk|play|leave|find|eat|hurry|be => let's
    ^|.|and|but|so|then|or|maybe|because|if|think|guess|hope|know|bet|swear|promise|sure|now [ill] be|go|get|kill|take|tell|show|give|see|never|make|do|just|come|try|wait|let|find|help|always|call|stay|bring|ask|meet|leave|keep|pay|think|miss|wear|read|catch|handle|check|teach|probably => I'll
    ^|.|and|but|so|if|then|think|said|thought|guess|knew|because|wish|swear|hoped|when|what|where [id] like|love|rather|never|be|have|better|say|go|kill|just|been|ever|do|hate|prefer|want|take|get|give|tell|already|always|come|seen|done|gone|had|made|forgotten|said|known => I'd
    i|you|he|she|it|they|we|that|this|who|which|there|@name|-'s [wont] be|do|go|let|have|work|happen|tell|help|make|take|even|ever|come|stop|see|get|give|listen|say|know|need|hurt|leave|find|want|believe|mind|last|fit|open|stay|eat|look|talk|answer|understand|you|. => won't
    i|you|he|she|they|we|@name [cant] => can't
    it [cant] be|get|go|have|wait|hurt|happen|last => can't
    you|we|they|just|still|really|who|it|that [cant] be|go|do|see|find|get|have|even|believe|stop|tell|take|wait => can't
    ^ [cant] you|we|i|he|she|they|be|believe|wait|say|sleep|see => can't
    !the|a|an|and|or|of|all|many|two [shes] => she's
    !the|a|an|and|or|of|all|many|two [hes] => he's
    ^|and|but|so|know|see [whats] !. => what's
    ^|and|but|so|know|see [wheres] !. => where's
    ^|and|but|so|know|see [hows] !. => how's
    ^ [whens] the|your|my|his|her|dinner|it => when's
    ^|. [well] be there|here|back|fine|okay|ready|late|safe|home|waiting|in|at|together|dead|rich|able|leaving|going|on|out|all|seeing|doing|living|staying => we'll
    ^|. [well] need|have|meet|find|talk|never|get|go to|a|the|you|him|her|them|it|out|about|at|there|home|together|in|know|make|back|over => we'll
    think|hope|know|guess|because|if|maybe|sure|then|and|until|so|where [well] be|go|find|meet|need|get|see|die|never|make|win|take => we'll
    ${OPENS}|says|promised|@name [hell] ${PLAIN} => he'll
    ${OPENS}|says|promised [shell] ${PLAIN}|have|need|want|understand|like|love|know => she'll
    ${OPENS} [wed] better|never|been|have|be|had|all|both|just|gone|seen|met|like|love|already|ever|always|done|made|lost|found|left|got|need => we'd
    ${OPENS}|where|what|like|than [shed] been|be|never|have|better|had|ever|gone|seen|done|come|rather|left|told|always|already|just|made|heard|said|taken|known|wanted|lost|forgotten|given|found|thought => she'd
    think|guess|hope|because|afraid|until|unless|sure [were] going|not|lost|late|dead|safe|done|here|there|almost|all|leaving|ready|doomed|screwed|alone|fine|okay|close|both|being going|supposed|here|there|.|that|in|to|for|now|gonna|done|set|followed|watched => we're
    ^ i|i'm? think|guess|hope|know|swear|bet|sure [were] going|not|lost|late|dead|safe|done|here|there|almost|all|leaving|ready|doomed|alone|fine|okay|close|both|being => we're
    ^ [were] out|late|lost|safe|alone|dead|almost|both|in|leaving|being|already|so of|.|there|here|the|for|now|gonna|going|watched|followed|done|dead => we're
    `,
  ),
  ...frames(
    'The apostrophe stands where letters are left out.',
    `
    [ya'll] => y'all
    [the'yre] => they're
    `,
  ),
  ...frames(
    'This word says whose something is without an apostrophe.',
    `
    [their's] no|nothing|a|an|something|only|been|always|more|nobody|someone|not|one|the => there's
    [their's] => theirs
    [her's] !a|the|an|not => hers
    [your's] => yours
    [our's] => ours
    [hers'|her's'] => hers
    [yours'] => yours
    [ours'] => ours
    somebody|someone|anybody|anyone|nobody|everybody|everyone|who [elses] => else's
    `,
  ),
  ...frames(
    '“It’s” is short for “it is” or “it has”; “its” says whose something is.',
    `
    think|thought|know|knew|guess|hope|believe|because|if|that|when|say|said|sure|but|where|how|what|until|like|though|since|see [its] better|best|easier|worse|safer|faster|cheaper !half|days|nature|side|part|known|place|.|and => it's
    think|thought|know|knew|guess|hope|believe|because|if|when|say|said|sure|until|though|since|like|whether|means [its] not|over|okay|ok|fine|too|so|just|been|going|my|your|his|her|our|me|you|him|us|them|only|never|really|always|still|already|all|about|gonna|probably|a|the|an|raining|snowing|cold|late|true|possible|impossible|safe|time !own|-ing => it's
    ^ [its] me|you|him|us|them|okay|ok|fine|over|like|so|too|just|going|my|your|his|our|never|really|still|already|always|gonna|probably|about|almost|called|been|getting|quite|pretty|no|nothing|more|because|for|in|on|as|from|at => it's
    ^|and|but|because|that|if [its] monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|christmas|halloween .|and|already|again => it's
    [its] ok|okay|alright|gonna|because|been|raining|snowing => it's
    `,
  ),
]
