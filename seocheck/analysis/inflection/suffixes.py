"""Endings of languages without a file here, most of which set several behind one another: பள்ளி, பள்ளிகளுக்கு.

Two words are forms of one where both are its beginning and nothing but such endings. What a language does to the
letters before an ending (வீடு, வீட்டில்) counts as a part of it. The endings are those of plurals and cases, and the
most usual words that are written together with a noun.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MOST = 4
"""Endings behind one another."""
LEAST = 2
"""Letters that are no marks, of which a beginning must have so many to tell anything."""

_ENDINGS = {
    "ta": "ம் ங் கள் க்கள் கள ை ஐ யை வை த்தை த்து த்த த்தி ில் யில் வில் ிலிருந்து ின் யின் வின் ால் யால் ாலும் ுடன் ுடைய "
    "ோடு யோடு உக்கு க்கு ுக்கு ற்கு வுக்கு ாக யாக மாக ான மான யான ும் யும் வும் ே ா ட்ட ட்டு ட்டி ற்ற ு ி ளை ளு ளி ளா ள்",
    "te": "లు ల ను ని కు కి లో తో నుండి గా ం ాలు ాల ములు ముల ము మును ంలో లను లకు లలో లతో లకి ి ు ా పై వారి యొక్క ంగా ులు ుల",
    "kn": "ಗಳು ಗಳ ಗಳನ್ನು ಗಳಿಗೆ ಗಳಲ್ಲಿ ಗಳಿಂದ ವನ್ನು ಯನ್ನು ನ್ನು ಅನ್ನು ಗೆ ಕ್ಕೆ ಯ ದ ದಲ್ಲಿ ಯಲ್ಲಿ ಲ್ಲಿ ಿಂದ ದಿಂದ ಯಿಂದ ವು ಯು ು ಿ "
    "ಾಗಿ ವಾಗಿ ಾದ ವಾದ ನ ರು ರ ವೂ ಯೂ ಿನ ಿಗೆ ಿನಲ್ಲಿ",
    "ml": "ം ങ്ങൾ കൾ ങ്ങള കള ുടെ യുടെ ത്തിന്റെ ിന്റെ ന്റെ ത്തിൽ ിൽ യിൽ ത്തെ െ യെ ിനെ നെ ിന് ത്തിന് ് ു ക്ക് ിലെ യിലെ ത്തിലെ ും "
    "യും വും ാണ് മാണ് യാണ് മായ ായ ാൽ ത്താൽ ിലൂടെ ങ്ങളിൽ ങ്ങളുടെ ങ്ങളെ ങ്ങൾക്ക് കളിൽ കളുടെ കളെ കൾക്ക്",
    "mr": "ा ां े ी ि ु ू ो ं ंचे ंची ंचा ंच्या ंना ंनी चे ची चा च्या ला ने नी त ून ऊन साठी वर मध्ये हून शी मुळे पासून बद्दल तील "
    "ात ांत ातील ेत ीत ाला ेला ीला या यां ये यी",
    "ne": "हरू हरु को का की लाई मा ले बाट सँग देखि सम्म ा ी े ो",
    "gu": "ો ા ી ે ું ઓ ોમાં માં ને નું ની નો ના નાં થી પર ાઓ ીઓ ોનું ોની ોનો ોના ોને ાં એ ામાં ીમાં",
    "bn": "টি টা গুলি গুলো গুলোর গুলির র ের এর কে তে ে য় য়ের রা দের ই ও েই ায় ো েও",
    "as": "টো বোৰ বিলাক ৰ ে ক ত লৈ ৰে সমূহ খন ই ও",
    "pa": "ਾਂ ਂ ੇ ੀ ਾ ਿਆਂ ਆਂ ੀਆਂ ੋਂ ੇਂ ੁ ਿ",
    "or": "ରେ କୁ ର ଗୁଡ଼ିକ ଗୁଡିକ ମାନେ ମାନଙ୍କ ଙ୍କ ଟି ଟା ରୁ ର ଙ୍କୁ",
    "si": "ය යේ යක් යකට යට ව වල ට න් නේ ේ ක් ක ගේ වලින් වලට ු ින් ෙහි",
    "ur": "ا ے ی ہ وں یں اں یاں یوں ئے ئی ؤں ات ئیں و ئوں گی گے گا نا نے نی تا تے تی",
}


@lru_cache(maxsize=32)
def _only_endings(code: str) -> re.Pattern[str]:
    endings = sorted(set(_ENDINGS[code].split()), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(endings)}){{0,{_MOST}}}")


def has_suffixes(code: str) -> bool:
    """Whether endings of a language are known here."""
    return code in _ENDINGS


@lru_cache(maxsize=16_000)
def differ_by_suffixes(a: str, b: str, code: str) -> bool:
    """Whether two folded words are one beginning with endings behind it, or none."""
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    endings = _only_endings(code)
    # What two endings have in common may look like a part of the word: வீட்டில், வீட்டு.
    for cut in range(shared, max(shared - 3, 0), -1):
        if sum(map(str.isalpha, a[:cut])) < LEAST:
            return False
        if endings.fullmatch(a, cut) and endings.fullmatch(b, cut):
            return True
    return False
