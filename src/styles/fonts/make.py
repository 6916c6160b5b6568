"""Makes the site's serif from Adobe's Source Serif 4 (variable, upright): one optical size, four weights' range, three scripts.

usage: python make.py SourceSerif4Variable-Roman.ttf OUT_FOLDER      needs fonttools and brotli
The licence reserves the name "Source" for the original, so that the result is named Responsa Serif.
"""
import sys
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

PARTS = {
    'latin': 'U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,'
             'U+2030,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2122,U+2190-2193,U+2212,U+2215,U+2713,U+FB01-FB02',
    'latin-ext': 'U+0100-0130,U+0132-0151,U+0154-017F,U+0192,U+0218-021B,U+0300-0304,U+0306-030C,U+0326-0328,U+1E80-1E85,U+1E9E,U+1EF2-1EF3',
    'cyrillic': 'U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
}
source, folder = sys.argv[1:]
for part, unicodes in PARTS.items():
    font = instancer.instantiateVariableFont(TTFont(source), {'opsz': 20, 'wght': (400, 700)})
    options = subset.Options()
    options.layout_features = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'liga', 'onum', 'pnum', 'tnum', 'lnum']
    options.flavor = 'woff2'
    options.name_IDs = [0, 1, 2, 3, 4, 6, 13, 14]
    options.hinting = False
    maker = subset.Subsetter(options)
    maker.populate(unicodes=subset.parse_unicodes(unicodes))
    maker.subset(font)
    for record in font['name'].names:
        if record.nameID in (1, 3, 4, 6):
            record.string = 'ResponsaSerif' if record.nameID == 6 else 'Responsa Serif'
    subset.save_font(font, f'{folder}/responsa-serif-{part}.woff2', options)
