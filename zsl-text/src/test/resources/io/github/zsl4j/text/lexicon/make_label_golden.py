"""Makes label_golden.json: how the Python reference of the default model reads several hundred labels.

Run from the repository's root with Python 3 and NumPy, without network:
    python zsl-text/src/test/resources/io/github/zsl4j/text/lexicon/make_label_golden.py
Each label has its clean text and its spans, lists of [synset offset, count] in order. `characters` are code points with
what Python's re says of them (word, space), sampled among those that Unicode 3.2 already knew, so that newer tables of
characters on either side make no difference.
"""
import json, os, random, re, sys, unicodedata

ROOT = 'models/zsl-model-default/'
DATA = ROOT + 'src/main/resources/io/github/zsl4j/models/defaultmodel'
sys.path.insert(0, ROOT + 'provenance')
import reference

HAND = '''cat|cats|dog|Dogs|hot dog|hot dogs|Hot-Dog|hotdog|ice cream|ice-cream|icecream|ice creams|women|woman|men|firemen
postman|policemen|children|mice|geese|oxen|feet|teeth|wolves|knives|leaves|loaves|lice|dice|data|criteria|phenomena|cacti
fungi|octopuses|octopi|buses|gases|glasses|glass|grasses|boxes|foxes|quizzes|churches|witches|brushes|dishes|berries
cherries|ladies|flies|ties|pies|ski|skis|news|species|series|sheep|aircraft|trousers|scissors|pants|jeans|bus|gas|s|ss|as
attorneys general|mothers-in-law|mother-in-law|mother in law|passers-by|passersby|runners-up|men-of-war|aides-de-camp
golden retriever|golden retrievers|German shepherd dog|a photo of a cat|photo of a dog and a cat|a picture of two dogs
cup of coffee|cups of tea|glass of red wine|rocket launch|side of a car|back of the head|top view of a city|close up
front part of an airplane|dog on a sofa|man with a hat|woman in a red dress|bird in flight|the|a|an|of|of the|one two three
old fishing boat|old rusty fishing boats|running dog|dog running|a dog running on the beach|swimming|swimming pool
person riding a bicycle|people riding bikes|boiling water|washing machine|kissing gate|king|ring|thing|ing|sing|zinging
crane|mouse, keyboard and monitor|salt & pepper|black-and-white photo|t-shirt|T-shirts|x-ray|x rays|jack-o'-lantern
jack-o-lantern|jack o lantern|will-o'-the-wisp|cat's eye|cat's-eye|dog's|dogs'|St. Bernard|st bernard|Saint Bernard|Dr.
Mr. Smith|U.S.A.|U.S.|A.D.|c++|C#|#1 fan|crane#bird|R&B|AT&T|3D printer|747|Boeing 747|1000|7-eleven|iPhone 15|cd-rom
self-propelled vehicle|ping-pong ball|ping pong ball|table tennis|lawn_mower|LAWN_MOWER|school__bus|_cat_|  cat  |cat.
cat!|cat?|"cat"|(cat)|[cat]|cat/dog|cat\\dog|cat|dog, cat|dog;cat|cat--dog|-cat-|--|-|.|'|''|...|!!!|*|   |_|__|-_-
blorptastic|blorptastic cat|cat blorptastic|blorp zorp|xyzzy of the cat|flying spaghetti monster|flying saucer|living room
teddy bear|teddy bears|stuffed animal|great white shark|white shark|tiger cat|tiger|plant|power plant|potted plant|bank
river bank|bass|bass guitar|sea bass|bat|baseball bat|seal|harbour seal|harbor seal|spring|jaguar|Jaguar car|turkey|Turkey
polish|Polish|may|May|china|China|apple|Apple Inc.|windows|glasses of water|fish and chips|mac and cheese|rock and roll
café|naïve|façade|Ångström|élan|CAFÉ|cafe|crème brûlée|creme brulee|piñata|jalapeño|smörgåsbord|Škoda|über|Zürich|Köln
İstanbul|Istanbul|ISTANBUL|ıstanbul|ΣΑΣ|Straße|STRASSE|ﬁsh|ﬁre engine|Ｃａｔ|ｃａｔ|𝓒𝓪𝓽|cat²|①|½ cup|Ⅷ|cat٣|cat๓
猫|猫 cat|cat 猫|黑猫|犬と猫|고양이|кошка|γάτα|قطة|חתול|बिल्ली|แมว|cat बिल्ली dog|🐱|🐱cat|cat🐶|a castle 🚀🔥|👩‍👩‍👧‍👦 family
don't|it's a dog|dog’s|mother’s day|rock ’n’ roll|“cat”|cat—dog|cat–dog|cat…|cat\u00a0dog|cat\u2003dog|cat\u3000dog
cat\u200bdog|cat\u200ddog|\ufeffcat|cat\u0000dog|cat\tdog|cat{n}dog|{r}{n}cat|cat\u001cdog|cat\u001fdog|cat\u0085dog|cat\u0007
hot\u00a0dog|hot\u001cdog|hot_dog|hot\tdog|hot\u2028dog|e\u0301clair|\u00e9clair|eclair|cafe\u0301|a\u0308|\u0301|\u093f'''


def labels(wordnet):
    random.seed(20)
    out = [x.replace('{n}', '\n').replace('{r}', '\r') for x in HAND.replace('\n', '|').split('|')]
    names = [l.split('\t')[2] for l in open(DATA + '/classes.tsv', encoding='utf-8')][1:]
    lemmas = sorted(wordnet.index)
    irregular = sorted(wordnet.exceptions)
    out += random.sample(names, 80) + [n + 's' for n in random.sample(names, 30)]
    out += [x.replace('_', ' ') for x in random.sample(lemmas, 60)] + [x.title() for x in random.sample(lemmas, 20)]
    out += random.sample(irregular, 50) + ['red ' + x for x in random.sample(irregular, 20)]
    for _ in range(60):                                   # several nouns and other words
        out.append(random.choice((' ', ' of the ', '-', ', ', ' with ')).join(random.sample(names + lemmas, random.randint(2, 4))).replace('_', random.choice(' _-')))
    out += [' '.join(random.sample(names, 300))[:5000], 'cat ' * 1250, 'zq ' * 1700 + 'cat', 'x' * 5000]
    return list(dict.fromkeys(out))


def characters():
    random.seed(21)
    known = [c for c in range(0x110000) if unicodedata.ucd_3_2_0.category(chr(c)) not in ('Cn', 'Co', 'Cs')]
    stable = [c for c in known if unicodedata.ucd_3_2_0.category(chr(c)) == unicodedata.category(chr(c))]
    by = {}
    for c in stable: by.setdefault(unicodedata.category(chr(c)), []).append(c)
    chosen = sorted(set(range(0x250)) | {c for v in by.values() for c in random.sample(v, min(30, len(v)))})
    return [[c, bool(re.match(r'\w', chr(c))), bool(re.match(r'\s', chr(c)))] for c in chosen]


def main():
    model = object.__new__(reference.Model)
    model.w = reference.WordNet(DATA)
    rows = [dict(label=x, clean=model.clean(x), spans=[[[o, n] for o, n in s] for s in model.spans(x)]) for x in labels(model.w)]
    with open(os.path.join(os.path.dirname(__file__), 'label_golden.json'), 'w', encoding='utf-8') as f:
        f.write('{"labels": [\n' + ',\n'.join(json.dumps(r, separators=(',', ':')) for r in rows)
                + '\n], "characters": ' + json.dumps(characters(), separators=(',', ':')) + '}\n')
    print(len(rows), 'labels,', sum(bool(r['spans']) for r in rows), 'with spans')


main()
