"""Words that tie a sentence to what is around it, and words of somebody who speaks: patterns by language.

Of a language that is not here nothing is known: its sentences are taken as they are.
"""

from __future__ import annotations

OUTSIDE = {
    "en": r"\b(?:let['’]s|the following|as follows|(?:shown|listed|described|given|mentioned|example|code"
    r"|command|table"
    r"|figure)"
    r" (?:below|above)|above-mentioned|below\b|see above|figure \d|table \d|click here|latter|former\b,"
    r"|(?:read|learn|find out|see|know) more\b|for (?:more |further |full |all )?(?:details|information)\b"
    r"|more information|(?<=[,;(] )see\b|share this|(?:in|see|visit|check out|refer to)"
    r" (?:the|our|this|that) (?:\w+ )?(?:section|chapter"
    r"|page|website"
    r"|documentation|docs|blog|repository|link|video|appendix)\b|see:|stay tuned|sign up|subscribe|contact us"
    r"|get in touch|comments? section"
    r"|(?:next|previous|last|earlier|upcoming) (?:post|article|section|chapter|part|blog)\b)",
    "de": r"\b(?:folgende[nmrs]?|siehe|unten|oben (?:genannte|erwähnte)\w*|Abbildung \d"
    r"|Tabelle \d|letztere[nmrs]?|mehr (?:dazu|erfahren|lesen|Informationen|Infos)|weitere Informationen"
    r"|weiterlesen|separat unter|lesen Sie"
    r"|(?:nächste|letzte|vorige)[nrs]? (?:Artikel|Beitrag|Kapitel|Abschnitt|Teil))\b",
    "fr": r"\b(?:ci-dessous|ci-dessus|suivante?s?|voir (?:aussi|la|le)|en savoir plus|lire la suite"
    r"|pour plus d['’]informations?|contactez|cliquez|article (?:précédent|suivant)"
    r"|(?:prochain|précédent) (?:article|chapitre))\b",
    "es": r"\b(?:a continuación|siguientes?|más arriba|más abajo|figura \d|leer más|más información|más detalles"
    r"|véase|haz clic|haga clic"
    r"|(?:próximo|anterior) (?:artículo|capítulo))\b",
    "pt": r"\b(?:a seguir|abaixo|acima|seguintes?|saiba mais|leia mais|mais informações|mais detalhes)\b",
    "it": r"\b(?:di seguito|qui sotto|seguenti?|leggi|scopri di più|(?:maggiori|ulteriori) informazioni)\b",
    "nl": r"\b(?:volgende|hieronder|hierboven|lees meer|lees verder|meer informatie|zie ook)\b",
    "sv": r"\b(?:följande|nedan|ovan|läs mer|mer information)\b",
    "da": r"\b(?:følgende|nedenfor|ovenfor|læs mere|mere information)\b",
    "nb": r"\b(?:følgende|nedenfor|ovenfor|les mer|mer informasjon)\b",
    "pl": r"\b(?:poniż(?:ej|sz\w+)|powyż(?:ej|sz\w+)|następując\w+|więcej informacji|czytaj więcej|zobacz"
    r"|patrz|kliknij)\b",
    "ru": r"\b(?:ниже(?:указан|следующ|приведенн|приведённ)?\w*|выше(?:указан|описан|упомянут|приведенн"
    r"|приведённ)?\w*|следующ\w+|подробнее|читайте|смотрите)\b",
    "uk": r"\b(?:нижче|вище|наступн\w+|докладніше|детальніше|читайте)\b",
    "cs": r"\b(?:níže|výše|následující\w*|více informací|čtěte|viz)\b",
    "tr": r"\b(?:aşağıda\w*|yukarıda\w*|tıklayın\w*|daha fazla bilgi|şekil \d)\b",
    "ro": r"\b(?:mai jos|mai sus|următo\w+|citește|vezi și)\b",
    "hu": r"\b(?:alább\w*|fentebb|következő\w*|további információ\w*|kattints\w*|lásd)\b",
    "fi": r"\b(?:alla|yllä|seuraava\w*|lue lisää|lisätietoja|katso)\b",
    "id": r"\b(?:di bawah ini|di atas|berikut(?: ini)?|selengkapnya|baca juga|klik)\b",
    "vi": r"(?:dưới đây|sau đây|ở trên|bên dưới|xem thêm|nhấn vào)",
    "hi": r"(?:नीचे|निम्नलिखित|ऊपर|और पढ़ें|क्लिक)",
    "ja": r"(?:上記|以下|下記|上図|下図|次の(?:よう|とおり|通り|手順|コード|例)|クリック|こちら|前述|後述|参照"
    r"|ご覧ください|お問い合わせ)",
    "zh": r"(?:如下|以下|下面|上面|上图|下图|如图|上述|点击|请参阅|请参考|参见|见下)",
    "ko": r"(?:아래|다음(?:과|은|을|의)|위의|참조하세요|참고하세요|클릭)",
}
"""Words that point at a place of the article outside the sentence."""

SPEECH = {
    "en": r"\b(?:I|I['’]\w+|my|me|myself|mine"
    r"|[Ww]e(?:['’]ve been| have been| had been| went| visited| stayed| arrived| decided| flew| drove))\b",
    "ar": r"(?:^|\s)(?:أنا|كنت|لدي|عندي|تجربتي|تجاربي|رأيي|رحلتي|حياتي|قراري|قدومي|ب?سيارتي)(?=\s)",
    "de": r"\b(?:ich|mein\w*|mir|mich)\b",
    "fr": r"\b(?:je|j['’]\w+|mon|mes|moi)\b",
    "es": r"\b(?:yo|mi|mis|me|he|estoy|tengo|hice|fui)\b",
    "pt": r"\b(?:eu|meus?|minhas?|me|estou|tenho|fiz|fui|sou)\b",
    "it": r"\b(?:io|mio|mia|miei|mie|mi|ho)\b",
    "nl": r"\b(?:ik|mijn|mij)\b",
    "pl": r"\b(?:ja|mój|moja|moje|mo(?:im|ich|imi|jego|jej|ją|i)|mnie|mi|jestem|\w{3,}ł[ae]m)\b",
    "ru": r"\b(?:я|мне|меня|мной|мой|мо(?:я|и|ё|е|их|им|ими|ей|ю|его|ему))\b",
    "uk": r"\b(?:я|мені|мене|мною|мій|мо(?:я|ї|є|їх|їм|їми|єї|ю|го|му|єму))\b",
    "cs": r"\b(?:já|mně|mě|můj|moje|moji|m(?:ých|ým|ými|é|ého|ému)|jsem)\b",
    "tr": r"\b(?:ben|benim|bana|beni|\w+[ıiuü]yorum|\w{2,}[dt][ıiuü]m)\b",
    "hu": r"\b(?:én|nekem|engem)\b",
    "id": r"\b(?:saya|aku)\b",
    "vi": r"\b(?:tôi(?! ưu)|mình)\b",
    "hi": r"(?:^|\s)(?:मैं|मैंने|मेरा|मेरी|मेरे|मुझे)(?=\s)",
    "ja": r"(?:私|僕|俺)(?!たち|達|ども)",
    "zh": r"(?<!自)我(?!们|國|国)",
    "ko": r"(?:^|\s)(?:저는|제가|나는|내가|저의|제 )",
}
"""Words of somebody who speaks of himself, which no description of an article does."""

BACK = {
    "en": r"\b(?:this|these|those|such|also|too|even|(?:is|are|be|can|will|could|was|were) then|the (?:two|three"
    r"|four|above|others?)|the (?:topic|subject|matter)(?=[.,;]|$)|that(?=[.;]|$))(?![\w'’])"
    r"(?! (?:week|month|year|morning|summer|winter|spring|autumn|fall|season|weekend)\b)",
    "de": r"\b(?:diese[mnrs]?|jene[mnrs]?|solche[mnrs]?|auch|noch mehr|dabei|dadurch|davon|das(?= (?:natürlich|auch"
    r"|so|nicht|jedoch|aber|ist|war|wird|kann|heißt|bedeutet|liegt|geht|macht)\b|[,.;])|daran|darin|(?:das|dem"
    r"|zum) Thema(?=[.,;]|$))(?!\w)",
    "fr": r"\b(?:ces?|cette|cet|(?:celui|celle|ceux|celles)(?! (?:de|d['’]|du|des|qui|que|dont|où))"
    r"|(?:le|du|au) sujet(?! d))\b(?!-)",
    "es": r"\b(?:est[aeo]s?|es[aeo]s?|dich[ao]s?|también|(?:todavía|aún) más|(?:del|al|sobre el|el) tema(?! d)"
    r"|al respecto|lo anterior)\b",
    "pt": r"\b(?:est[ae]s?|ess[ae]s?|isso|isto|também|nela|nele|disso|(?:do|ao|sobre o) (?:tema|assunto)(?! d)"
    r"|a respeito(?! d))\b",
    "it": r"\b(?:quest[aoie]|quell[aoie](?! (?:d[ieaou]|che)\w*\b)|anche|ciò|ne|(?:sul|del) tema(?! d)|(?:sull|dell"
    r"|l)['’]argomento(?! d)|al riguardo)\b",
    "nl": r"\b(?:deze|dit|zulke|ook|hiervan|daarvan|hiermee|daarmee)\b",
    "pl": r"\b(?:t[eę]|ten|tego|tej|tym|tych|takich|również|także|też)\b",
    "ru": r"\b(?:эт(?:от|а|о|и|их|ого|ой|ом|им|ими)|так(?:ой|ие|их)|также|тоже)\b",
    "uk": r"\b(?:ц(?:ей|я|е|і|их|ього|ієї|ьому)|так(?:ий|і|их)|також|теж)\b",
    "cs": r"\b(?:t(?:ento|ato|oto|yto|ěchto|omto|éto)|takov\w+|také|též)\b",
    "tr": r"\b(?:bu|bunlar\w*|bunun|bunu|şu|ayrıca)\b",
    "hu": r"\b(?:ez|ezek|ezt|ezen|ebben|szintén)\b",
    "id": r"\b(?:tersebut|itu|juga)\b",
    "hi": r"(?:^|\s)(?:इस|इन|इसके|इसका|इसकी|इसे|उस|उन|उसके)(?=\s)",
    "ja": r"(?:この(?!記事|ページ|ガイド|サイト)|その|それ|これ|あの|こうした|そうした|同様)",
    "zh": r"(?:这(?!篇)|那(?:个|些|么|样)|该|此(?!外)|上述|同样)",
    "ko": r"(?:이러한|그러한|이런|그런|(?:^|\s)이 (?!문서|글|가이드|자습서|페이지|기사)|(?:^|\s)그 |이는|이를)",
}
"""Words inside a sentence that point back at one before it."""

CALLS = {
    "en": r"(?:walk|picture|think|ask|take|head|please|click|check out|check|see|read|visit|follow|join|contact"
    r"|call|download|subscribe|try|refer"
    r"|remember|note"
    r"|make sure|don['’]t|do not|go to|open|select|choose|enter|run|add|copy|paste|create|install|set|to (?:get"
    r"|try|learn|see|do))\b",
    "de": r"(?:vergessen|denken sie|denken|schauen|nutzen|verwenden|stellen|gehen|machen|nehmen|probieren"
    r"|installieren|erstellen|fügen|"
    r"bitte|klicken|lesen|besuchen|kontaktieren|rufen|laden|beachten|achten|öffnen|wählen|geben)\b",
    "fr": r"(?:n['’]oubliez|rappelez|imaginez|assurez|pensez|utilisez|prenez|faites|ouvrez|choisissez"
    r"|installez|essayez|allez|mettez|ajoutez|créez|"
    r"cliquez|consultez|contactez|appelez|lisez|voir|voyez|téléchargez|visitez|veuillez|n['’]hésitez"
    r"|suivez|pour plus)\b",
    "es": r"(?:recuerda|recuerde|no olvides|imagina|asegúrate|piensa|usa|utiliza|abre|elige|instala|prueba"
    r"|ve a|pon|añade|agrega|crea|ejecuta|"
    r"haz|haga|consulta|consulte|visita|visite|contacta|contacte|llama|llame|lee|lea|descarga|sigue"
    r"|siga|ver|por favor"
    r"|imprime|no dudes)\b",
    "pt": r"(?:lembre|não se esqueça|imagine|certifique|pense|use|abra|escolha|instale|experimente|vá|coloque"
    r"|adicione|crie|execute|"
    r"clique|confira|acesse|veja|entre em contato|baixe|leia|siga|consulte|visite|fale|ligue|por favor)\b",
    "it": r"(?:ricorda|ricordate|immagina|assicurati|pensa|usa|utilizza|apri|scegli|installa|prova|vai|metti"
    r"|aggiungi|crea|esegui|"
    r"clicca|leggi|visita|contatta|contattaci|scarica|segui|consulta|chiama|vedi|per favore)\b",
    "nl": r"(?:onthoud|vergeet|stel je|denk|kijk|ga naar|maak|probeer|zorg|neem|gebruik|open|kies|typ"
    r"|installeer|voeg|"
    r"klik|lees|bekijk|bezoek|neem contact|volg|bel|download|zie)\b",
    "pl": r"(?:pamiętaj|zapamiętaj|wyobraź|zwróć|upewnij|pomyśl|użyj|otwórz|wybierz|zainstaluj|spróbuj|dodaj"
    r"|utwórz|uruchom|ustaw|"
    r"kliknij|zobacz|sprawdź|przeczytaj|skontaktuj|zadzwoń|pobierz|wejdź|dołącz|prosimy|proszę)\b",
    "ru": r"(?:помните|не забудьте|представьте|убедитесь|подумайте|используйте|откройте|выберите|установите"
    r"|попробуйте|добавьте|создайте|запустите|введите|"
    r"нажмите|смотрите|читайте|звоните|скачайте|перейдите|посетите|обратитесь|пожалуйста|узнайте"
    r"|оставьте)\b",
    "uk": r"(?:пам['’]ятайте|не забудьте|уявіть|переконайтеся|натисніть|дивіться|читайте|телефонуйте"
    r"|завантажте|перейдіть|будь ласка)\b",
    "cs": r"(?:pamatujte|nezapomeňte|představte|ujistěte|klikněte|obraťte|kontaktní|přečtěte|navštivte"
    r"|kontaktujte|zavolejte|stáhněte|podívejte|prosím)\b",
    "hi": r"(?:कृपया|यहां क्लिक)",
    "zh": r"(?:请|点击|打开|输入|执行|运行|关注|回复|扫码|下载)",
}
"""How a sentence begins that asks the reader to do something, most often elsewhere: a step, and no description."""
