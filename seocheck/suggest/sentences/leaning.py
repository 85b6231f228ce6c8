"""How a sentence begins that goes on from another, or greets: words and phrases by language.

Of a language that is not here nothing is known: its sentences are taken as they are.
"""

from __future__ import annotations

LEANING = {
    "en": """
        not
        subsequently previously earlier
        imagine suppose
        welcome greetings
        other it its it's he he's she she's they they're their them this that that's these those such his her hers
        there there's here here's one both neither either another others some so thus hence therefore
        however but and or nor yet also then still moreover furthermore nevertheless nonetheless instead
        otherwise meanwhile besides likewise similarly consequently accordingly additionally finally lastly
        given firstly second secondly third thirdly next afterwards later too again though although because which who
        whose where when while if unless since as until once after before even indeed anyway note please see
        thankfully fortunately sadly honestly sure eventually suddenly yesterday tomorrow tonight somehow maybe
        perhaps
        plus click yes no ok okay well now let's lets basically thanks thank hello hi update edit unfortunately luckily
    """,
    "ar": """
        مرحبا مرحب أهلا
    """,
    "de": """
        nicht
        später vorher anschließend zuvor nachher
        gestern neulich kürzlich jetzt
        willkommen herzlich
        er sie es ihr ihre ihren sein seine dies diese dieser dieses diesen diesem jene jener jenes solche
        dort da dann danach dabei dazu damit daher darum deshalb deswegen trotzdem dennoch jedoch aber und
        oder sondern auch außerdem zudem ferner hier so also doch nun denn weil wenn falls während obwohl
        nachdem bevor bis als dass schließlich erstens zweitens drittens beide beides hierbei
        hierzu daraufhin stattdessen allerdings siehe
    """,
    "fr": """
        ultérieurement auparavant précédemment
        commençons continuons passons imaginons supposons rappelons revenons terminons reprenons maintenant désormais
        hier récemment
        bienvenue
        il elle ils elles ce cet cette ces c'est ceci cela ça celui celle ceux celles son sa ses leur leurs
        y on lui mais et ou donc or ni car cependant toutefois pourtant néanmoins ainsi alors aussi puis
        ensuite enfin ici là lorsque quand si bien comme parce puisque tandis quoique après avant
        premièrement deuxièmement également
    """,
    "es": """
        posteriormente anteriormente previamente seguidamente asimismo igualmente
        comencemos empecemos continuemos sigamos pasemos imaginemos supongamos recordemos volvamos terminemos
        ayer anoche básicamente
        bienvenido bienvenida bienvenidos bienvenidas
        es son está están fue puede pueden
        ya ahora entonces solo
        él ella ellos ellas esto este esta estos estas eso ese esa esos esas aquello su sus lo allí aquí ahí
        pero y o e u ni sin embargo además también entonces luego después así aunque porque pues cuando si
        mientras como finalmente primero segundo ambos ambas otro otra otros otras
    """,
    "pt": """
        posteriormente anteriormente previamente igualmente
        comecemos continuemos sigamos passemos imaginemos suponhamos lembremos voltemos terminemos agora
        ontem basicamente
        é são está estão foi pode podem
        ele ela eles elas isto este esta estes estas isso esse essa esses essas aquilo seu sua seus suas lá
        aqui ali mas e ou nem porém contudo todavia além também então depois assim embora porque pois quando
        se enquanto como finalmente ambos ambas outro outra
    """,
    "it": """
        successivamente precedentemente ugualmente
        ora adesso
        cominciamo iniziamo continuiamo proseguiamo passiamo immaginiamo supponiamo ricordiamo torniamo partiamo
        ieri
        benvenuto benvenuta benvenuti benvenute
        è sono può possono
        egli lui lei essi esse loro esso essa questo questa questi queste quello quella quelli quelle ciò
        suo sua suoi sue lì là qui qua ma e ed o oppure né però tuttavia inoltre anche allora poi dopo così
        benché perché poiché quando se mentre come infine entrambi altro altra
    """,
    "nl": """
        laten laat stel nu
        gisteren onlangs
        welkom
        hij zij ze dit dat deze die hun zijn haar daar daarna daardoor daarom dus echter maar en of want ook
        toch bovendien verder hier zo toen dan nu omdat als wanneer terwijl hoewel nadat voordat ten
        tenslotte beide
    """,
    "sv": """
        låt nu
        igår nyligen
        välkommen välkomna
        han hon denna detta dessa hans hennes deras där då sedan därför dock men och eller också
        dessutom här så när om medan eftersom fast innan efter slutligen båda
    """,
    "da": """
        lad nu
        nyligt
        velkommen
        han hun denne dette disse hans hendes deres der da så derfor dog men og eller også
        desuden her når hvis mens fordi selvom før efter endelig begge
    """,
    "nb": """
        la nå
        nylig
        velkommen
        han hun denne dette disse hans hennes deres der da så derfor likevel men og eller også
        dessuten her når hvis mens fordi selv før etter endelig begge
    """,
    "pl": """
        zacznijmy przejdźmy wróćmy wyobraźmy załóżmy spójrzmy kontynuujmy przypomnijmy zobaczmy teraz
        wczoraj niedawno
        witamy witaj
        on ona ono oni one to ten ta te ci tam tu jego jej ich jednak ale i a oraz lub albo więc dlatego
        zatem także też ponadto potem wtedy gdy jeśli ponieważ chociaż
    """,
    "ru": """
        давайте начнём начнем перейдём перейдем представим предположим вернёмся вернемся продолжим теперь сейчас
        вчера недавно
        приветствуем здравствуйте
        он она оно они это этот эта эти тот та те там тут здесь его её их однако но и а или поэтому также
        тоже потом затем тогда когда если потому хотя кроме
    """,
    "uk": """
        давайте почнімо почнемо перейдімо перейдемо уявімо припустімо повернімося продовжимо тепер зараз
        вчора нещодавно
        вітаємо
        він вона воно вони це цей ця ці той та ті там тут його її їх однак але і й а або тому також теж
        потім тоді коли якщо хоча крім
    """,
    "cs": """
        začněme pojďme představme předpokládejme vraťme pokračujme přejděme nyní teď
        včera nedávno
        vítejte vítáme
        on ona ono oni to tento tato toto ti tam tu jeho její jejich však ale a nebo proto také pak potom
        když pokud protože ačkoli
    """,
    "tr": """
        dün geçenlerde şimdi artık
        merhaba hoş hoşgeldiniz selam
        bu bunlar bunu bunun buna şu o onlar onun burada orada ancak fakat ama ve veya ya ayrıca böylece sonra sonuç
        çünkü eğer önce öncelikle ikinci ikincisi örneğin ise yani ardından lütfen
    """,
    "ro": """
        bun bună bine acum
        el ea ei ele acesta aceasta acestea aceștia acest această acel acea aceea dar și sau însă deci astfel apoi aici
        acolo dacă când deoarece deși totuși vă
    """,
    "hu": """
        tegnap most
        üdvözöljük üdvözlünk köszöntjük
        ez az ezek azok ezt azt ő ők de és vagy azonban tehát így úgy itt ott ha mert mivel bár majd ezért emellett
        továbbá például kérjük
    """,
    "fi": """
        eilen nyt
        tervetuloa hei
        hän se ne he tämä tuo nämä nuo mutta ja tai myös siis siksi niin kun jos koska vaikka sitten täällä siellä
        kuitenkin lisäksi esimerkiksi
    """,
    "id": """
        kemarin sekarang
        halo selamat hai
        ini itu mereka dia ia namun tetapi tapi dan atau juga selain karena jika bila maka kemudian lalu sehingga
        di sini misalnya silakan
    """,
    "vi": """
        chào xin
        đây đó này nó họ nhưng và hoặc ngoài vì nếu khi sau tuy do ví vậy hãy tiếp
    """,
    "hi": """
        नमस्ते नमस्कार स्वागत
        यह ये वह वे इस उस इन उन इसका इसके इसकी इसे उसका उसके इनका इनके यहाँ यहां वहाँ लेकिन परंतु और या तो फिर इसलिए अगर यदि
        जब क्योंकि साथ अब
    """,
}
"""First words that lean on what was said before, that join, or that open half of a sentence."""

CONDITIONS = {
    "en": "if when while although though since unless", "de": "wenn falls während obwohl", "fr": "si quand lorsque",
    "es": "si cuando aunque", "pt": "se quando embora", "it": "se quando", "nl": "als wanneer terwijl hoewel",
    "sv": "om när", "da": "hvis når", "nb": "hvis når", "pl": "gdy jeśli", "ru": "если когда хотя",
    "uk": "якщо коли хоча",
    "cs": "pokud když", "ro": "dacă când deși", "hu": "ha bár", "fi": "kun jos vaikka", "id": "jika bila karena",
}  # fmt: skip
"""Those of them that open half of a sentence, whose other half comes behind a comma."""

LEANING_PHRASES = {
    "en": r"(?:to (?:sum up|conclude|summarize|summarise)|all in all|in the end|overall(?=,)|"
    r"at first(?: glance| sight)?|in (?:more |greater )?details?|more in details?|"
    r"(?:many|most|some|a lot of|few) (?:people |of us )?(?:think|believe|assume|say|feel|know)"
    r"|(?:among|amongst|like|unlike|besides|apart from) (?:them|these|those|this|that)"
    r"|(?:the |a )?(?:\w+ )?(?:issue|problem|trouble|catch|answer|reason|result|trick|news|downside|upside"
    r"|question|truth|solution|point|idea|difference|lesson) (?:is|was|here|with)|as (?:you|we|with)|on top of"
    r"|in any case|in between"
    r"|all of (?:this|these|that|the|it|them)|not only|no (?:matter|wonder)|first(?=,)|specifically"
    r"|more specifically|ideally"
    r"|going forward|for (?:example|instance|this reason)"
    r"|in (?:addition|contrast|other words|short|conclusion|summary|the previous|our (?:last|previous))"
    r"|in (?:the meantime|this (?:case|way)|fact|truth)|at the moment"
    r"|on the (?:other|one) hand|as (?:a result|such|mentioned|shown|described|noted)|of course|at the same time"
    r"|by contrast|that said|over that|with (?:this|that|these)|to do (?:this|so)|an? (?:good )?(?:example"
    r"|overview) (?:of|is)"
    r"|this time|the (?:other|second|third|last|next|same|latter|former)|last but)\b",
    "de": r"(?:zusammenfassend|abschließend|letztendlich|letztlich|kurzum|alles in allem|"
    r"auf den ersten Blick|genauer gesagt)\b|(?:viele|manche|einige|die meisten) (?:menschen |leute )?"
    r"(?:denken|glauben|meinen|wissen)\b"
    r"|(?:beginnen|fangen|kommen|gehen|nehmen|schauen|stellen|bleiben) wir\b|lass(?:t|en sie) uns\b"
    r"|unter (?:ihnen|diesen)\b"
    r"|(?:das|der|die|es) (?:ist|sind|war|waren|wird|werden|hat|haben|kann|können|macht|geht|heißt|gilt"
    r"|liegt)\b",
    "zh": r"(?:乍一看|总而言之|总之|综上|简而言之|换句话说|总的来说|一开始|虽然|尽管|即使|最近|近日|前几天|前段时间"
    r"|大家好|你好|欢迎|这|那|此|该|它|他|她|其|但|而|所以|因此|因为|如果|另外|此外|同时|然后|接着|首先"
    r"|其次|最后|今天|昨天|上图|下图|如图"
    r"|如上|如下|以下|下面|上面|例如|比如|注意|或者|并且|于是|不过|然而|可以看|当然|其实|由于|我们先|接下来)",
    "ja": r"(?:一見|結論として|まとめると|最近|先週|ただ(?=[、，])|だが|ですが|でも(?!の)|けれど|ところが"
    r"|ところで|それでも|それで|実は"
    r"|結局|要するに|そこで|すると|このとき|そのとき"
    r"|こんにちは|こんばんは|ようこそ|はじめまして|これ|それ|あれ|この(?!記事|ページ|ガイド"
    r"|チュートリアル|ドキュメント|文書|サイト)|その|あの|ここ|そこ"
    r"|そして|しかし|また|さらに|なお|ただし|つまり|では|次に|まず|最後に|例えば|たとえば|今回|先日|先月|昨日"
    r"|今日|本日|上記|以下|下記|もし|だから"
    r"|なので|一方|ちなみに|もちろん|とはいえ|あなた)",
    "ko": r"(?:결론적으로|요약하면|정리하면|이때|이 때|그때|안녕하세요|그럼|이제|환영합니다|이것|그것|이러한"
    r"|그러한|이런|그런"
    r"|그(?=[ 는가])|또한|그리고"
    r"|하지만|그러나"
    r"|따라서|그래서|다음|먼저|마지막|예를 들어|여기|위의|아래"
    r"|이는|이를|이 (?!문서|글|가이드|자습서|페이지|기사|섹션|항목))",
    "es": r"(?:en conclusión|en definitiva|para concluir|en fin|"
    r"a primera vista|"
    r"(?:mucha gente|la mayoría|muchas personas|muchos) (?:piensan?|creen?|saben?)|entre (?:ellos"
    r"|ellas|estos|estas)|sin duda|por (?:eso|ello|lo tanto|ejemplo|otro lado)|de (?:hecho"
    r"|esta|este)"
    r"|en (?:cambio|resumen|este caso)"
    r"|lo (?:que|mismo|bueno|malo))\b",
    "pt": r"(?:em conclusão|concluindo|em suma|para concluir|enfim|"
    r"à primeira vista|"
    r"(?:muita gente|a maioria|muitas pessoas|muitos) (?:pensam?|acham?|acreditam?|sabem?)"
    r"|entre (?:eles|elas|estes|estas|esses|essas)|sem falar|por (?:isso|exemplo|outro lado)|de fato"
    r"|em (?:resumo|seguida)|no entanto|n[eo]ss[ea]"
    r"|dess[ea])\b",
    "fr": r"(?:en somme|en conclusion|pour conclure|en définitive|"
    r"à première vue|au premier abord|"
    r"(?:beaucoup|la plupart|nombre) (?:de gens |des gens |d['’]entre nous )?(?:pensent|croient"
    r"|savent)|parmi (?:elles|eux|celles|ceux)|par (?:exemple|contre|ailleurs|conséquent)"
    r"|en (?:effet|revanche|outre|bref|résumé)|de (?:plus|même)"
    r"|au (?:final|contraire)|c['’]est)",
    "it": r"(?:in conclusione|per concludere|insomma|in definitiva|alla fine|"
    r"a prima vista|in dettaglio|"
    r"(?:molte persone|molti|la maggior parte) (?:pensa|pensano|credono|sanno)|tra (?:questi|queste"
    r"|loro|essi|esse)|per (?:esempio|questo)|ad esempio|in (?:effetti|pratica"
    r"|sintesi)|d['’]altra parte)\b",
    "pl": r"(?:podsumowując|reasumując|ostatecznie|"
    r"na pierwszy rzut oka|"
    r"wiel(?:u|e) (?:ludzi|osób) (?:myśli|uważa|sądzi)|większość (?:ludzi|osób)|jest to|są to"
    r"|na przykład|z kolei|w (?:tym|takim) (?:przypadku|wypadku)|dlatego"
    r"|po (?:pierwsze|drugie))\b",
    "uk": r"(?:підсумовуючи|зрештою|"
    r"на перший погляд|"
    r"як (?:ми|ви)|наприклад|крім того|отже)\b",
    "ru": r"(?:в заключение|в итоге|подводя итог|в целом|"
    r"на первый взгляд|"
    r"(?:многие|большинство)(?: людей)? (?:думают|считают|знают)|как (?:мы|вы)|например|кроме того"
    r"|итак|в (?:этом|таком) случае|таким образом)\b",
    "cs": r"(?:na první pohled|"
    r"jedná se|například|kromě toho|jak (?:jsme|víme))\b",
    "tr": r"(?:sonuç olarak|özetle|kısacası|bu (?:nedenle|yüzden|durumda)|ilk olarak|örneğin|daha sonra)\b",
    "sv": r"(?:den|det|de) (?:\w+r|kan|ska|skulle|må|måste|vill|ville|var|blev|kom|tog|gick|fick|finns)\b",
    "da": r"(?:den|det|de) (?:\w+r|kan|skal|skulle|må|vil|ville|var|blev|kom|tog|gik|fik|findes)\b",
    "nb": r"(?:den|det|de) (?:\w+r|kan|skal|skulle|må|vil|ville|var|ble|kom|tok|gikk|fikk|finnes)\b",
    "nl": r"(?:veel|de meeste) (?:mensen )?(?:denken|geloven|weten)\b|het (?:is|was|wordt|kan|gaat|heeft|zijn"
    r"|moet|zal|blijft|betekent)\b",
}
"""Several first words that lean on what was said before; where one is an article too ("Das Rezept"), with its verb."""
