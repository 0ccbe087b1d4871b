"""Word lists that all texts of the small world draw from, and the one helper for a and an."""

import re


def listed(table: str) -> tuple[str, ...]:
    """The entries of a table, which are parted by |."""
    return tuple(entry.strip() for entry in table.split("|"))


COLOURS = listed("""
    red|blue|green|yellow|white|black|orange|purple|pink|brown|gray|navy|cyan|lime|peach|tan
""")
COMMON = 11  # the first so many colours are the common ones

GIRLS = listed("""
    Mira|Anna|Lina|Aisha|Yuki|Nora|Sofia|Priya|Mei|Zara|Elif|Ingrid|Amara|Rosa|Leila|Hana|
    Maya|Tessa|Olga|Fatima|Carmen|Ada|Lulu|Noemi|Chloe|Anjali|Gabriela|Salome|Wanda|Nneka|
    Isabella|Margarita
""")
BOYS = listed("""
    Omar|Tom|Ben|Kofi|Ravi|Hiro|Leo|Ivan|Yusuf|Mateo|Finn|Samuel|Jin|Pablo|Emil|Tariq|Arun|
    Niko|Bao|Dario|Hugo|Kwame|Levi|Oskar|Malik|Sven|Anton|Idris|Diego|Felix|Alejandro|
    Sebastian|Maximilian
""")

OBJECTS = listed("""
    kite|cup|hat|ball|drum|scarf|bag|box|book|boat|lamp|bell|pencil|bucket|basket|bowl|
    blanket|pillow|ribbon|button|key|whistle|flute|guitar|puzzle|robot|doll|teddy bear|
    toy train|toy car|scooter|coat|sweater|belt|cap|umbrella|lantern|candle|feather|shell|
    stone|marble|bottle|plate|spoon|jar|brush|notebook|postcard|map|flag|balloon|paper plane|
    top|yo-yo|mask|crown|ring|necklace|watch|backpack|rope|net|hammer|shovel|broom|cushion|
    trumpet|music box|toy ship|toy truck|purse|mitten|sock|raincoat|teapot|mug|vase|pin|
    bracelet|envelope|skateboard|jump rope|telescope|fan|apron|towel
""")

ANIMALS = listed("""
    cat|dog|puppy|kitten|rabbit|duck|hen|goat|lamb|pony|donkey|frog|turtle|mouse|squirrel|
    hedgehog|owl|crow|sparrow|parrot|fox|badger|beaver|otter|deer|piglet|goose|pigeon|lizard|
    snail|hamster|monkey
""")

FOODS = listed("""
    apples|pears|plums|cherries|grapes|strawberries|carrots|peas|beans|tomatoes|potatoes|nuts|
    pancakes|cookies|dumplings|noodles|rice|bread|cheese|honey|soup|porridge|yogurt|raisins|
    dates|figs|melons|mangoes|rice cakes|corn|berries|muffins|waffles|lentils|flatbread|jam
""")

DISHES = listed("""
    pancakes|cookies|dumplings|noodles|soup|porridge|rice cakes|muffins|waffles|flatbread|
    bread|corn bread|rice with beans|lentil soup|corn cakes|apple cake|honey cake|
    vegetable stew
""")

PLACES = listed("""
    in the park|in the garden|at the beach|by the river|in the forest|at the market|at school|
    on the farm|in the kitchen|by the lake|on the hill|in the village|in the library|
    at the harbor|in the meadow|on the playground|in the orchard|near the old mill|
    at the station|in the town square|by the pond|in the valley|near the lighthouse|
    in the yard|at the bakery|in the old barn|on the island|at the castle|on the bridge|
    near the windmill|in the vegetable patch|by the fountain|at the zoo|in the mountains|
    on the roof|in the attic|at the fair
""")

SPOTS = listed("""
    under the bridge|behind the door|under the bed|behind a tall tree|on top of the shelf|
    next to the well|between two rocks|under a bench|inside an old basket|behind the shed|
    in the long grass|beside the gate|under a pile of leaves|in a flower pot|behind the sofa|
    on the windowsill|under the stairs|near the fence|at the bottom of the stairs|
    in the tall reeds|behind the curtain|under the kitchen table|beside the path|
    in the hollow of an oak tree|on the back step|behind the bakery
""")

HOMES = listed("""
    in a small house near the sea|in a village between two hills|at the edge of a forest|
    in a tall house in the city|on a farm with many hens|next to a wide river|
    on a quiet street|above a little shop|in a house with a round door|near the harbor|
    in a warm valley|on a small island|at the foot of a mountain|beside an old orchard|
    in an apartment with a balcony
""")

TRAITS = listed("""
    kind|brave|curious|shy|cheerful|clever|gentle|patient|careful|thoughtful|honest|friendly|
    playful|helpful|dreamy|eager|merry|polite
""")

GLAD = listed("""
    happy|glad|proud|cheerful|delighted|joyful|thankful|merry|calm|excited|content
""")
SAD = listed("""
    sad|worried|upset|unhappy|sorry|lonely|gloomy|cross|disappointed|troubled
""")
WEATHER = listed("""
    sunny|windy|rainy|cloudy|snowy|foggy|warm|cold|bright|gray|stormy|mild|frosty|hot|breezy|
    cool
""")
DAYS = listed("""
    Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday
""")
MONTHS = listed("""
    January|February|March|April|May|June|July|August|September|October|November|December
""")
TIMES = ("morning", "afternoon", "evening", "day")
SEASONS = ("spring", "summer", "autumn", "winter")
ELDERS = listed("""
    grandmother|grandfather|aunt|uncle|mother|father|teacher|neighbor|big sister|big brother
""")
SKILLS = listed("""
    ride a bicycle|swim|whistle|play the flute|tie a knot|skate|bake bread|climb the old tree|
    draw a horse|read a map|jump rope|juggle|row a boat|sing a long song|fold a paper crane|
    play the drum|dive|knit|count to one hundred|write a poem|throw a ball far|do a handstand
""")
GAMES = listed("""
    hide and seek|tag|catch|marbles|chess|leapfrog|hopscotch|a word game|a memory game|
    dominoes
""")
FLOWERS = listed("""
    rose|tulip|sunflower|violet|marigold|orchid|carnation|dahlia
""")
PETALS = listed("""
    red|white|yellow|pink|purple|orange
""")
BLUE_THINGS = listed("""
    sea|sea|bird|kite|cup|lake|boat|hat|butterfly|ball
""")
HARD = listed("""
    cup|drum|box|boat|lamp|bowl|flute|guitar|robot|doll|toy train|toy car|scooter|lantern|
    plate|jar|crown|watch|trumpet|music box|toy ship|toy truck|teapot|mug|vase|telescope|kite|
    whistle|umbrella
""")
LIGHT = listed("""
    kite|hat|cap|scarf|ribbon|umbrella|feather|balloon|paper plane|map|flag|postcard|ball|
    envelope|paper boat|napkin|handkerchief|straw hat|pinwheel
""")
RAW = listed("""
    apples|pears|plums|cherries|carrots|peas|beans|potatoes|berries|lentils|nuts|raisins
""")
CUTTABLE = listed("""
    apples|pears|plums|carrots|potatoes|tomatoes|melons|mangoes|figs|onions
""")
ROLES = {
    "girl": listed("""
    princess|sailor|gardener|fox|rabbit|bear|mouse|owl|hen|shepherd|baker|cat
"""),
    "boy": listed("""
    prince|sailor|gardener|fox|rabbit|bear|mouse|giant|hedgehog|shepherd|baker|dog
"""),
}
FAIR = ["sunny", "warm", "bright", "mild", "hot"]

AN_BUT_CONSONANT = ("honest", "hour", "heir", "honor")
INDOORS = listed("""
    kitchen|library|bakery|barn|attic|school|castle|station
""")
INSIDE = listed("""
    door|bed|shelf|sofa|sill|stairs|curtain|kitchen|back step
""")
A_BUT_VOWEL = listed("""
    uni|use|usu|one|once|eu|ukulele|ute
""")
_ARTICLE = re.compile(r"\b([Aa]) (?=([\"']?)([aeiouhAEIOU]\w*))")


def needs_an(word: str) -> bool:
    """Whether `word` begins with a vowel sound."""
    word = word.lower()
    if word.startswith(AN_BUT_CONSONANT):
        return True
    return word[0] in "aeiou" and not word.startswith(A_BUT_VOWEL)


def fix_articles(text: str) -> str:
    """Turn `a` into `an` wherever a vowel sound follows."""
    return _ARTICLE.sub(lambda hit: f"{hit[1]}n " if needs_an(hit[3]) else hit[0], text)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
