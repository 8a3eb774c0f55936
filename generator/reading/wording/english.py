"""Rules of wording for comments in English."""

from generator.reading.wording.rules import Concern, Language, WordingRule

ENGLISH = Language(
    tag="en",
    who=("he", "she", "they", "you", "the student", "the learner"),
    rules=(
        WordingRule(
            concern=Concern.DEFICIT,
            phrases=(
                r"{who} (?:still |often |simply |really |just )?(?:can[’']?t|cannot|can not|couldn[’']?t|could not)",
                r"(?:is|was|are|were|am|be|been|still) (?:not able|unable) to",
                r"unable to",
                r"not yet able to",
            ),
            instead="write what is there already and what comes next, such as `is beginning to …` and `next: …`",
        ),
        WordingRule(
            concern=Concern.DEFICIT,
            phrases=(
                r"struggl(?:es?|ed|ing)(?: with| to)?",
                r"(?:has|have|had|having) (?:difficulty|difficulties|trouble|problems)(?: with| in)?",
            ),
            instead="write `is working on …`, and what helps",
        ),
        WordingRule(
            concern=Concern.DEFICIT,
            phrases=(
                r"fail(?:s|ed|ing)? (?:to|at|in)",
                r"{who} (?:fails|failed|is failing|are failing)",
                (
                    r"(?:doesn[’']?t|does not|don[’']?t|do not|didn[’']?t|did not) (?:seem to )?"
                    r"(?:understand|get it|grasp|care|try|bother|manage)"
                ),
                r"{who} (?:doesn[’']?t|does not|don[’']?t|do not) know (?:\w+ )?(?:\w+ )?(?:facts?|letters?|sounds?|words?|tables?|how)",
                r"{who} never (?:\w+s|\w+ed|finish|try|do|write|read|listen|ask|check|show|complete|remember)",
            ),
            instead="write what happened once, with its day, and the next step",
        ),
        WordingRule(
            concern=Concern.DEFICIT,
            phrases=(
                r"weakness(?:es)?",
                r"(?:is|are|was|were|still|very|quite|too) weak",
                r"weak (?:in|at|student|learner|reader|writer|speller|skills?|understanding|grasp|work|effort)",
                r"poor(?:ly)? (?:\w+ )?(?:work|effort|skills?|understanding|grasp|spelling|writing|reading|results?|performance|written|done)",
                r"poorly",
                r"bad at",
                r"not (?:very |really )?good at",
                r"low(?:est)? (?:level|ability|skills?|achiev\w+|scor\w+|perform\w+|understanding|group)",
                r"lack(?:s|ed|ing)?(?: of)? (?:the |in |any )?(?:\w+)?",
                r"disappoint(?:s|ed|ing|ment)",
                r"unfortunately",
                r"deficits?",
                r"incapable(?: of)?",
            ),
            instead="name the strength first, then what is growing: `is working on …`",
        ),
        WordingRule(
            concern=Concern.DEFICIT,
            phrases=(
                r"below (?:the )?(?:grade|level|average|expect\w+|standards?|where)",
                r"not (?:yet )?(?:at|up to|meeting) (?:the )?(?:grade|level|standards?|expect\w+)",
                r"(?:is|are|was|falling|fallen|fell|far|still|lagging) behind(?! the)",
                r"careless(?:ly|ness)?",
                r"lazy|laziness",
                r"slow (?:learner|student|reader|worker)",
            ),
            instead="describe the work instead of the child: what it shows now, and what the next version could show",
        ),
        WordingRule(
            concern=Concern.COMPARISON,
            phrases=(
                (
                    r"than (?:most |all |any )?(?:of )?(?:the |his |her |their |your |other )*"
                    r"(?:others|peers|classmates|friends|students|children|kids|learners)"
                ),
                r"than (?:anyone|anybody|everyone|everybody)(?: else)?(?: in (?:the |this |our )?class)?",
                (
                    r"(?:best|worst|top|fastest|slowest|strongest|weakest|smartest|brightest|quickest|first|last)"
                    r" (?:\w+ )?(?:in|of) (?:the|our|her|his|your|their|this) (?:class|group|grade|year)"
                ),
                r"(?:class|grade|group) average",
                r"(?:above|below|about|at) average",
                r"average (?:student|child|for|in)",
                (
                    r"compared (?:to|with) (?:the |his |her |their |your |other )*"
                    r"(?:others|peers|classmates|friends|students|children|kids|class|rest)"
                ),
                (
                    r"(?:ahead of|behind|unlike|like) (?:the |his |her |their |your |most |all )*"
                    r"(?:others|peers|classmates|other students|other children|rest of the class)"
                ),
                r"(?:the )?rest of the (?:class|group)",
                r"most (?:students|children|kids|learners|of the class)",
            ),
            instead="compare with the child's own earlier work, such as `in September …, and now …`",
        ),
        WordingRule(
            concern=Concern.BEHAVIOUR,
            phrases=(
                r"misbehav\w+",
                r"(?:well|badly)[- ]behaved",
                r"(?:good|bad|poor|great|excellent|improved|better|his|her|your|their) behaviou?r",
                r"behaviou?r (?:is|was|has|needs|in class)",
                r"(?:good|bad|poor|great|positive|negative|wonderful|better|his|her|your|their) attitude",
                r"(?:on|off)[- ]task",
                r"disrupt(?:s|ed|ive|ing)?",
                r"chatty",
                r"talk(?:s|ed|ing)? too much",
                r"good (?:girl|boy|kid)",
                r"(?:pleasure|joy|delight) to (?:have|teach)",
                r"(?:hand(?:s|ed|ing)?|turn(?:s|ed|ing)?) (?:\w+ )?in late",
                r"late (?:homework|assignments?|work)",
                r"(?:homework|assignments?) (?:is|are|was|were) (?:often |always )?(?:late|missing)",
                r"needs? to (?:listen|focus|concentrate|behave|try harder|work harder|settle|sit still|pay attention)",
                r"(?:doesn[’']?t|does not|don[’']?t|do not) (?:listen|focus|concentrate|behave|pay attention|sit still|follow)",
                r"pay(?:s|ing)? attention",
                r"tr(?:y|ies|ied|ying) (?:very |so )?hard(?:er)?",
                r"appl(?:y|ies) (?:him|her|your)sel(?:f|ves)|apply themselves",
            ),
            instead="write what was learned, and keep conduct for a conversation",
        ),
        WordingRule(
            concern=Concern.JARGON,
            phrases=(
                r"metacogniti(?:on|ve)",
                r"scaffold(?:s|ed|ing)?",
                r"(?:phonemic|phonological) awareness",
                r"differentiat(?:ed|ion) (?:instruction|learning|task)",
                r"(?:formative|summative)(?:ly)?(?: \w+)?",
                r"learning outcomes?",
                r"curricular competenc(?:y|ies)",
                r"(?:multi|poly)syllabic",
                r"subitiz\w+",
                r"higher[- ]order thinking",
                r"pedagog\w+",
                r"executive function\w*",
                r"(?:evidence|data)[- ](?:based|driven) (?:instruction|practice)",
                r"benchmark(?:s|ed)?",
                r"graphophonic|orthograph\w+",
                r"IEP|ELL|RTI|SEL|UDL",
                r"inferenc(?:es|ing)",
                r"text[- ]to[- ](?:self|text|world)",
            ),
            instead="say it as you would at the door: what was seen, in words a neighbour knows",
        ),
    ),
)
