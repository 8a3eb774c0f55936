"""Rules of wording for comments in French."""

from generator.reading.wording.rules import Concern, Language, WordingRule

FRENCH = Language(
    tag="fr",
    who=("il", "elle", "iel", "on", "tu", "l[’']élève", "l[’']apprenante?"),
    rules=(
        WordingRule(
            concern=Concern.DEFICIT,
            phrases=(
                (
                    r"{who} (?:ne |n[’'])(?:\w+ )?"
                    r"(?:sai[st]|peu[xt]|parvien[st]|arrives?|comprend[s]?|réussi[st]|maîtrises?|connaî[st]|pouvait|pouvais|savait|savais)"
                    r" (?:pas|jamais|toujours pas|pas encore)"
                ),
                r"incapables?(?: de)?",
            ),
            instead="écrivez ce qui est déjà là et ce qui vient ensuite: `commence à …`, `prochain pas: …`",
        ),
        WordingRule(
            concern=Concern.DEFICIT,
            phrases=(
                r"(?:a|as|ai|ont|avait|avais|éprouve|éprouves) (?:encore |toujours )?(?:du mal|de la peine) (?:à|avec)",
                r"(?:a|as|ont|éprouve|éprouves) (?:encore |beaucoup )?(?:de la|de grandes|des|de) difficultés?",
                r"en difficulté",
            ),
            instead="écrivez `travaille à …`, et ce qui aide",
        ),
        WordingRule(
            concern=Concern.DEFICIT,
            phrases=(
                r"échou\w+",
                r"(?:en |un |d[’'])échecs?",
                r"faiblesses?",
                r"(?:est|es|sont|reste|restes|trop|très|assez) faibles?",
                r"(?:résultats?|niveau|élève|travail|effort) (?:\w+ )?(?:faible|insuffisant|médiocre|mauvais)s?",
                r"lacunes?",
                r"manque (?:de|d[’'])",
                r"(?:est|es) (?:nul|nulle|mauvais|mauvaise)(?: en)?",
                r"malheureusement",
                r"décev\w+",
            ),
            instead="nommez d'abord la force, puis ce qui grandit: `travaille à …`",
        ),
        WordingRule(
            concern=Concern.DEFICIT,
            phrases=(
                r"(?:en[- ]dessous|au-dessous) (?:du|de la|des|de)",
                r"(?:est|es|reste|restes|prend|prends|a pris|as pris) (?:\w+ )?en retard",
                r"n[’']a pas (?:atteint|le niveau)",
                r"paresseu(?:x|se)|paresse",
                r"négligent[es]?|sans soin|bâclé[es]*",
            ),
            instead="décrivez le travail plutôt que l'enfant: ce qu'il montre, et ce que la prochaine version pourrait montrer",
        ),
        WordingRule(
            concern=Concern.COMPARISON,
            phrases=(
                r"(?:que|qu[’'à]) (?:tous |toutes |la plupart de )?(?:les |ses |tes |des )?(?:autres|camarades|pairs|amis)(?: élèves)?",
                r"(?:le |la )?(?:meilleur|pire|premier|première|dernier|dernière|meilleure)[es]? (?:\w+ )?(?:de|dans) (?:la|sa|ta|notre|cette) (?:classe|groupe)",
                r"moyenne (?:de la|de sa) classe",
                r"(?:au-dessus|en dessous|au-dessous|dans) (?:de )?la moyenne",
                r"(?:par rapport|comparé[es]*) (?:aux|à ses|à tes|avec les|à la|au) (?:autres|camarades|pairs|classe|reste)",
                r"(?:le )?reste de la classe",
                r"la plupart des (?:élèves|enfants)",
            ),
            instead="comparez avec son propre travail d'avant: `en septembre …, et maintenant …`",
        ),
        WordingRule(
            concern=Concern.BEHAVIOUR,
            phrases=(
                r"bavard\w*",
                r"(?:bon|mauvais|meilleur|son|ton) comportement",
                r"comportement (?:est|était|en classe)",
                r"(?:bonne|mauvaise|meilleure|belle|son|ton) attitude",
                r"dissipé[es]*|turbulent[es]*|agité[es]*|sage(?:s|ment)? en classe",
                r"(?:est|es|reste|restes|sois) (?:très |bien |toujours )?sages?",
                r"(?:bien|mal) élevé[es]*",
                r"(?:n[’']écoutes?|écoutes? mal|écoutes? bien) en classe|n[’']écoutes? (?:pas|jamais)",
                r"ne fai[ts] pas d[’']efforts?",
                r"dérang\w+ (?:la classe|les autres|ses camarades)",
                r"(?:doit|dois|devrait|devrais) (?:\w+ )?(?:écouter|se concentrer|te concentrer|se calmer|se taire|faire plus d[’']efforts?)",
                r"(?:devoirs?|travaux) (?:\w+ )?(?:en retard|manquants?|non remis)",
                r"(?:un )?plaisir (?:à enseigner|de l[’']avoir|de t[’']avoir)",
            ),
            instead="écrivez ce qui a été appris, et gardez la conduite pour une conversation",
        ),
        WordingRule(
            concern=Concern.JARGON,
            phrases=(
                r"métacogniti(?:on|f|ve|fs|ves)",
                r"étayage|échafaudage",
                r"conscience (?:phonologique|phonémique)",
                r"différenciation pédagogique|pédagogie différenciée",
                r"(?:évaluation )?(?:formative|sommative)",
                r"remédiation",
                r"socioconstructi\w+",
                r"littératie|numératie",
                r"inférences?",
                r"résultats? d[’']apprentissage",
            ),
            instead="dites-le comme à la porte de l'école: ce qui a été vu, avec les mots d'un voisin",
        ),
    ),
)
