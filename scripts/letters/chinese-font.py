"""
Makes the Chinese font of letters: what the Japanese one lacks, and simplified characters as they are written in China.

    npm pack @embedpdf/fonts-sc@1.0.0 && tar xzf embedpdf-fonts-sc-1.0.0.tgz
    python3 scripts/letters/chinese-font.py package

What it writes is committed. It needs fonttools and the tables of Unihan (Debian: python3-fonttools, unicode-data). The whole package is 42 MB in five
weights; these two are 4 MB. Its licence reserves the name Noto Sans for the unchanged font, so this one has another.
"""

import bz2
import re
import shutil
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

NAME = "Komainu SC"
UNIHAN = "/usr/share/unicode/Unihan_OtherMappings.txt.bz2"
root = Path(__file__).resolve().parents[2]
out = root / "src/response/letters/fonts"
package = Path(sys.argv[1])


def encoded(codec, firsts, seconds):
    """The characters that an encoding of two bytes has between some."""
    for first in firsts:
        for second in seconds:
            text = bytes([first, second]).decode(codec, "ignore")
            if len(text) == 1:
                yield ord(text)


mainland = set(encoded("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF)))
with bz2.open(UNIHAN, "rt") as lines:  # the table of 8,105 characters in general use, names among them
    mainland |= {int(m[1], 16) for line in lines if (m := re.match(r"U\+([0-9A-F]+)\tkTGH\t", line))}
# For quotes in traditional characters, as far as the Japanese font lacks them: those in daily use, and of Cantonese the usual ones.
elsewhere = set(encoded("big5", range(0xA4, 0xC7), range(0x40, 0xFF)))
elsewhere |= {ord(one) for one in "嘅咗冇啲嚟喺唔佢哋乜嘢咁噉嗰㗎囉嘥嬲掂揾搵畀諗瞓攞掟嗌咩啩喎喇唞嘈嚿冚哂曬嘞喐"}

for weight in ("Regular", "Bold"):
    japanese = TTFont(root / f"node_modules/@embedpdf/fonts-jp/fonts/NotoSansJP-{weight}.otf").getBestCmap()
    wanted = set(range(0x20, 0x7F)) | mainland | (elsewhere - set(japanese))
    font = TTFont(package / f"fonts/NotoSansHans-{weight}.otf")
    options = subset.Options(layout_features=[], hinting=False, name_IDs=["*"], recalc_timestamp=False)
    cut = subset.Subsetter(options)
    cut.populate(unicodes=wanted)
    cut.subset(font)
    called = {1: NAME, 2: weight, 3: f"{NAME} {weight}", 4: f"{NAME} {weight}", 6: f"KomainuSC-{weight}", 16: NAME, 17: weight}
    for record in list(font["name"].names):
        if record.nameID in called:
            font["name"].setName(called[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
    cff = font["CFF "].cff
    cff.fontNames = [f"KomainuSC-{weight}"]
    cff.topDictIndex[0].FullName, cff.topDictIndex[0].FamilyName = f"{NAME} {weight}", NAME
    font.save(out / f"KomainuSC-{weight}.otf")
    print(weight, len(font.getBestCmap()), "characters,", len(wanted - set(font.getBestCmap())), "that the whole font lacks, too")
shutil.copy(package / "LICENSE", out / "OFL.txt")
