"""Common words of languages that have no file of their own but are easily taken for one that has.

They are here only to be distinguished: what `detect` finds to be Catalan or Bulgarian is an unknown
language, while without these lists it would be bad Spanish or bad Russian. The words are those
that the language does not share with its neighbours, and enough shared ones to keep the balance.
"""

from __future__ import annotations

NEIGHBOURS: dict[str, str] = {
    "af": """die van en 'n nie is het wat met vir ook op aan deur kan sal moet word wees was hulle ons jy
        jou sy haar hierdie daardie maar omdat indien meer baie nog by uit oor tussen tot na as hul
        geen om te""",
    "ca": """el la els les de del dels i que en un una per amb és són no es al als més com però també
        aquest aquesta aquests aquestes seva seu seus seves ha han hi ho què quan molt tot tots fins
        des sobre entre sense perquè on va van ser pot poden altres cada així ja només nosaltres això
        l' d' s' n'""",
    "cy": """y yr yn a o i ar ac mae mewn gan am eu ei ein oedd wedi fel hyn hefyd ond nid bod sydd bydd
        gyda neu pan""",
    "eo": """la de en kaj estas al mi vi li ŝi ĝi ni ili por kun kiu kiuj tiu ke ne pli pri sed ankaŭ per
        el sur oni""",
    "et": """ja on ei et see oli kui aga ka mis kes nii ning või oma selle seda tema nad me ta siis ma veel
        mida pärast juba kuid nende välja poolt kõik saab olema olid pole peab enam üks kus seal saa
        ole olnud kuna luua""",
    "eu": """eta da ez bat du dira izan den dute ere baina zen hau hori egin behar baino edo bere duen
        dituzte ziren""",
    "ga": """agus an na ar le go is i sé sí atá bhí ag do tá níl mar ach nó leis seo sin gach chun bheith
        ní féidir bhfuil raibh agat a dhéanamh""",
    "gl": """o a os as do da dos das no na nos nas e que en un unha uns unhas para por con non é son máis
        pero como seu súa ao á se foi ser está esta este isto moi xa hai cando polo pola pode entre
        sobre sen ata onde""",
    "hr": """i je u se na da za su od koji koja koje s o ne što kao to ili ali bi iz po do kako biti bio
        bila sve sam nije može samo više već kada zbog između također prema ovaj ova ovo taj ta jer
        nakon prije te jedan""",
    "ht": "la yo ki nan pou ak te li nou yon gen pa sa ap se mwen sou men tout lè",
    "is": """og að í á er sem það til við um en var með af ekki fyrir hann hún þeir þau þetta hefur eru frá
        eða því""",
    "lb": "an de den déi dat ass mat fir op vun ginn net och si wéi méi hunn sinn awer oder beim eng e",
    "lt": """ir yra kad su į iš ne tai kaip bet ar o už buvo jis ji jie apie dėl nuo prie tik jau dar gali
        kurie kuris kuri šis ši tas ta labai po iki bei arba būti savo""",
    "lv": """un ir ar no uz par ka kas tas tā to bet vai pēc pie kā arī nav tiek lai viņš viņa mēs jūs ja
        būt bija šis šī var savu gan līdz tikai vairāk kurš kuri""",
    "ms": """yang dan di ke dari untuk pada dengan dalam oleh ini itu adalah ialah iaitu kerana boleh telah
        tidak akan daripada kepada sahaja bahawa bagi juga mereka kami anda saya seperti lebih atau
        ada semasa manakala tetapi sebagai satu perlu mesti dapat ia lain serta beliau sekiranya tiada
        mahu fail maklumat pelbagai kini apabila hendaklah gunakan ditemui semula supaya setiap
        melalui wujud bilangan sedia terdapat mempunyai cuba sebarang baharu mestilah senarai ralat
        jenis sah tukar laman sesebuah""",
    "mt": "u ta li fil tal il-ma minn għal kien din dan biex ma jew kif hija huwa hemm aktar",
    "nn": """eg ein ei eit ikkje frå dei kva korleis kvar kvifor me nokon noko nokre berre meir mykje saman
        vere vore blir vart sjølv òg difor no då heile å og i er som på til med av for at det den har
        kan""",
    "sk": """a sa na je v že s z do pre so ako o aj to po k bol bola bolo boli sú byť ale alebo ktorý ktorá
        ktoré ktorých už len pri podľa od za tento táto toto tieto čo keď nie si sme jeho jej ich môže
        iba medzi viac veľmi však tak aby ak ešte každý ja my""",
    "sl": """in je na za se so da v z s ki ne pa po od kot iz ob do tudi ali bi če ko pri med kako kaj bil
        bila bilo lahko še že samo zaradi vse jih ga mu sem smo biti ta to pred""",
    "sq": """dhe në e të i një për me nga që është si nuk më se do ka janë ky kjo por edhe këtë duke kur
        mund shumë pas ose tij saj tyre""",
    "sw": """na ya wa kwa ni katika za la kuwa cha hii huu hayo yake wao pia lakini au kama hiyo ambao vya
        sana""",
    "tl": """ang ng sa mga na ay at ito para hindi kung may ni si nang siya niya kami namin dahil pero din
        rin mo ko""",
    "vi": """và của là có được cho không các một trong với những này người để khi đã từ như ra cũng đến về
        trên nhiều bạn tôi chúng vào hoặc nếu thì sẽ phải rất""",
    "az": "və bir bu ilə üçün da də o ki olan daha çox onun kimi amma sonra hər nə isə edir var yox həm",
    "ast": """el la los les del y en que un una con por pa ye yes nun al esti esta más pero tamién cuando
        sinón dende hai ensin ser tien puede foi d' l' na nel fechu entós otru a o se so""",
    "oc": """lo la los las de del e en que un una amb per es son pas dins mai tanben aquel aquesta quand
        sus pel se o a totes dels als l' d' qu' aver far pus""",
    "be": """і ў у не на што з да як гэта гэты гэтая ён яна яны мы вы але або для па ад пра быў была было
        быць таксама толькі калі ці яго яе іх які якая якія мае ўжо яшчэ""",
    "bg": """и на да се от за в с не е по са това че как или като към който която което които този тази
        тези беше ще бъде може има си му ѝ им ги го я при след до само още вече много във със без един
        една едно през между те тя той тях нея него ние вие когато защото но а""",
    "kk": "және мен бір бұл үшін бойынша да де бар емес ол оның қазақ болып туралы деп осы кейін болды",
    "mk": """и на да се од за во со не е по што ова тоа дека како или кој која кое кои овој оваа беше ќе
        биде може има си му им ги го ја при до само уште многу еден една""",
    "mn": "нь юм бол байна байгаа энэ тэр болон гэж ба би та бид олон хийх",
    "sr": """и у је се на да за су од који која које с о не што као то или али би из по до како бити био
        била све сам није може само више већ када због између такође према овај ова ово тај та јер
        после пре""",
    "ckb": "لە بە و کە بۆ ئەم ئەو لەگەڵ هەر یان بوو دەکات",
    "ps": "د په او چې ته له دا کې هم یې سره نه وي شوي دي دی",
    "ur": """کے کی کا میں ہے سے کو اور نے پر یہ کہ ہیں بھی وہ اس ایک تھا تھی نہیں جو کر لیے گیا ہو اپنے کیا
        تک ان""",
    "mr": """आहे आणि या हे ते च्या मध्ये तो ती नाही होते आहेत केली केले करण्यात साठी पण की व मी तर असे हा
        ही त्या""",
    "ne": "छ र को मा हो पनि यो भएको गर्न गरेको लागि छन् तर भने थियो हुन हरू नै गर्ने एक त्यो यस",
    "sa": "च अस्ति इति तु एव न सः तत् ते अपि वा यत् यः अयं भवति",
    "yi": "און איז די דער פון אין צו ניט נישט האט מיט אויף דאס פאר וואס ער זי אבער זענען א אן",
}
