"""Short everyday texts: letters, notes, recipes, lists, reports, descriptions and questions."""

import random

from model.world.language import words
from model.world.language.words import BLUE_THINGS, capital, fix_articles, listed
from model.world.texts.facts import facts
from model.world.texts.stories import Thing, go_to, make_person, pick_colours, pick_where

WISHES = listed("""
    Have a good {day}!|See you soon!|Take care of yourself.|Please write back soon.|
    I think of you every day.|I hope to see you on {day}.|Greetings to your {elder}!
""")
LETTER = listed("""
    how are you? I am well.|It is {weather} here today.|
    The sky is blue and the grass is green.|Yesterday I went {to_place}.|
    I saw a {animal} {place}.|My {elder} made {dish}.|I found a {c1} {t} {spot}.|
    Do you still have the {c3} {v}?|I lost my {c1} {t}, but I found it {spot}.|
    I can {skill} now!|On {day} we will play {game}.|In {month} I will visit you.|
    Thank you for the {c1} {t}. I use it every day.|
    Thank you for the {c2} {u}. It is the best gift.|My {t} is {c1} and my {u} is {c2}.|
    I feel {glad} when I think of you.|We ate {food} and {food2}.|
    Last week I was {sad}, but now I am {glad}.|There are many {flower}s in the garden.|
    A {animal} sleeps in my room.
""")
NOTE = listed("""
    I have lost my {c1} {t}.|Please look for the {c1} {t}.|The key is {spot}.|
    You will find {food} in the kitchen.|I am {place}.|I will be back in the evening.|
    Please feed the {animal}.|Please water the {flower}s.|The {c2} {u} is {spot}.|
    Do not forget the {c2} {u}.|Your {elder} called.|We meet {place} on {day}.|
    Put on a warm coat, it is {weather} outside.|Thank you for your help!|
    Bring {food}, please.|Dinner is on the table.|Close the door, please.|
    The {t} is yours, the {u} is mine.|Look at the blue {blue} from the window!
""")
REPORT = listed("""
    It is {weather} today.|Today it is {weather} {place}.|
    In the morning it will be {weather}.|In the afternoon the sun will shine.|
    In the evening it may rain.|The sky is blue.|The sky is gray this morning.|
    Tonight the sky is clear and full of stars.|A strong wind comes from the sea.|
    The wind is soft.|Tomorrow it will be {weather2}.|On {day} there will be a lot of rain.|
    In the mountains there is snow.|Take an umbrella with you.|Take a warm coat with you.|
    It is a good day for a walk.|The air is fresh and clear.|There is fog {place}.|
    On {day2} we expect sunshine.|It is {n} degrees.|Look at the blue sky!|
    Look at the blue sky and enjoy the day.|The {season} has come.|
    In {month} the days are often {weather2}.
""")
SLOGAN = listed("""
    A good day begins with a smile.|Good friends share.|Be kind to every {animal}.|
    Small steps go far.|Read a book, see the world.|Fresh {food}, good mood!|
    Learn to {skill} this {season}!|Come to the fair on {day}!|Every day is a new day.|
    Help one another.|Plant a {flower} and wait for spring.|Sing, dance and be merry!|
    Wash your hands and enjoy your meal.|Look up, the sky is blue!|Look at the blue {blue}!|
    One world, many colours.|Walk slowly, see more.|Say hello to your neighbor.|
    New today: a {c1} {t}!|Who has seen a {c1} {t}?|Sleep well and dream of a {c2} {u}.|
    Together we are strong.|Ask questions. Listen. Learn.|Share your {food}.
""")
DESCRIPTION = listed("""
    There is a window with a {c1} curtain.|On the table there is a {c1} {t}.|
    The {u} on the shelf is {c2}.|In the corner sits a {animal}.|The {t} is {c1}.|
    A {c2} {u} lies {spot}.|Through the window you can see the blue sky.|It smells of {food}.|
    The walls are {c3}.|The floor is made of wood.|It is quiet here.|
    A clock ticks on the wall.|From here you hear the {animal}.|
    There is a picture of a {animal2}.|A {flower} stands in a glass.|The door is {c3}.|
    Outside it is {weather}.|My {elder} often sits here.|
    Look at the blue {blue} in the picture!
""")
STEPS = listed("""
    Wash your hands.|Take a {c1} bowl.|Cut the {cut} into pieces.|
    Put the {raw} in a big bowl.|Add {m} cups of flour.|Add {m} spoons of oil.|
    Add a cup of water.|Add a little salt.|Add {m} spoons of honey.|Mix everything well.|
    Stir it slowly.|Wait for {n} minutes.|Ask a grown-up to heat the pan.|
    Cook it until it smells good.|Let it cool a little.|Taste it.|Sprinkle some nuts on top.|
    Put it on a {c2} plate.|Serve it warm.|Share it with your friends.|
    Clean the kitchen when you are done.
""")
HIDINGS = listed("""
    {a} left the {t.full} {spot}.|{a} put the {t.full} {spot}.|{a} hid the {t.full} {spot}.|
    The {t.full} of {a} is {spot}.
""")
WHERE = listed("""
    Where did {a} leave the {t.full}? {a.He} left it {spot}.|
    Where did {a} put the {t.full}? {a.He} put it {spot}.|
    Where did {a} hide the {t.full}? {a.He} hid it {spot}.|
    Where is the {t.full}? It is {spot}.
""")
# what is told, then what is asked about it
DETAILS = (
    ("{a} has {t.a} and {u.a}.", "What colour is {a}'s {t}? It is {t.colour}."),
    ("{a} has {u.a} and {t.a}.", "Which of {a}'s things is {t.colour}? The {t} is {t.colour}."),
    ("{a}'s {t} is {t.colour} and {a.his} {u} is {u.colour}.", "What is {u.colour}? The {u} is."),
    ("{b} has {v.a}.", "Who has the {v.full}? {b} has it."),
    ("{b} has {v.a}.", "What does {b} have? {b} has {v.a}."),
    ("{b} owns {v.a}.", "What colour is {b}'s {v}? It is {v.colour}."),
    ("On {day}, {a} went {to_place}.", "When did {a} go {to_place}? {a.He} went on {day}."),
    ("{a} met {b} {place}.", "Where did {a} meet {b}? They met {place}."),
    ("{a} met {b} {place}.", "Whom did {a} meet {place}? {a.He} met {b}."),
    ("{a} likes {food}.", "What does {a} like? {a.He} likes {food}."),
    ("For lunch {b} ate {food2}.", "What did {b} eat for lunch? {b.He} ate {food2}."),
    ("{b} saw a {animal} {spot2}.", "What did {b} see {spot2}? {b.He} saw a {animal}."),
    ("{b} saw a {animal} {spot2}.", "Who saw the {animal}? {b} saw it."),
    ("The toy {animal2} of {a} is {c3}.", "What colour is the toy {animal2}? It is {c3}."),
    ("{a} can {skill}.", "What can {a} do? {a.He} can {skill}."),
    ("{b} sleeps {home}.", "Where does {b} sleep? {b.He} sleeps {home}."),
    ("{a} plays {game} with {b}.", "What do {a} and {b} play? They play {game}."),
    ("{b} wants to {skill}.", "What does {b} want to do? {b.He} wants to {skill}."),
    ("{b}'s teacher comes {to_place} on {day2}.", "Who comes {to_place}? {b}'s teacher does."),
    ("{a} is {k} years old.", "How old is {a}? {a.He} is {k} years old."),
    ("{a} lives {home}.", "Where does {a} live? {a.He} lives {home}."),
    ("{a} felt {sad} on {day}.", "How did {a} feel on {day}? {a.He} felt {sad}."),
)  # fmt: skip
GENERAL = """
What colour is the sky?|It is blue.|The sky is blue.
What colour is grass?|Grass is green.|It is green.
What colour is snow?|Snow is white.|It is white.
What colour is blood?|Blood is red.|It is red.
What colour is a ripe tomato?|It is red.
What colour is coal?|Coal is black.
What colour is an elephant?|It is gray.
How many fingers does a hand have?|Five.|A hand has five fingers.
How many legs does a spider have?|A spider has eight legs.|Eight.
How many legs does a dog have?|A dog has four legs.|Four.
How many days does a week have?|A week has seven days.|Seven.
How many months does a year have?|A year has twelve months.|Twelve.
How many wheels does a bicycle have?|A bicycle has two wheels.|Two.
How many sides does a triangle have?|A triangle has three sides.|Three.
What do bees make?|Bees make honey.|Honey.
What do cows eat?|Cows eat grass.|Grass.
What do rabbits eat?|Rabbits eat carrots and grass.
What sound does a cat make?|A cat meows.
What sound does a dog make?|A dog barks.
What sound does an owl make?|An owl hoots.
Where do fish live?|Fish live in water.|In water.
Where do camels live?|Camels live in the desert.|In the desert.
What is the opposite of big?|Small.|The opposite of big is small.
What is the opposite of hot?|Cold.|The opposite of hot is cold.
What is the opposite of day?|Night.|The opposite of day is night.
What is the opposite of up?|Down.|The opposite of up is down.
What comes after Monday?|Tuesday.|After Monday comes Tuesday.
What comes after Friday?|Saturday.|After Friday comes Saturday.
What is the first month of the year?|January.|It is January.
What is the last month of the year?|December.|It is December.
What is Eid al-Fitr?|Eid al-Fitr is a celebration at the end of Ramadan.
When is Christmas?|Christmas is on December 25.|It is in December.
What is Diwali?|Diwali is the festival of lights.
How long does Hanukkah last?|Hanukkah lasts eight days.|It lasts eight days.
When is Easter?|Easter is in spring.|In spring.
What do we do with our eyes?|We see with our eyes.
What do we hear with?|We hear with our ears.
What does a baker do?|A baker bakes bread.
What does a doctor do?|A doctor helps sick people.
What does a teacher do?|A teacher teaches children.
What is ice?|Ice is frozen water.
What shines at night?|The moon and the stars shine at night.|The moon.
Where does the sun rise?|It rises in the east.|In the east.
Where does the sun set?|It sets in the west.|In the west.
What is paper made from?|Paper is made from wood.
Where does wool come from?|Wool comes from sheep.
How do lemons taste?|Lemons are sour.|Sour.
How does honey taste?|Honey is sweet.|Sweet.
How does the sea taste?|The sea is salty.|Salty.
What falls from the clouds?|Rain and snow fall from the clouds.
What is a young dog called?|A puppy.|A young dog is called a puppy.
What is a young cat called?|A kitten.|A young cat is called a kitten.
What makes green?|Blue and yellow make green.
What do we say for a gift?|We say thank you.
""".strip().splitlines()
LAYOUTS = ("Question: {q}\nAnswer: {a}", "Q: {q}\nA: {a}", "{q} {a}", "{q}\n{a}", "{q} - {a}")


def gather(rng: random.Random) -> dict:
    """Everything a short text may name; the colours belong to t, u and v."""
    a = make_person(rng)
    b = make_person(rng, a.name)
    t, u, v = map(Thing, rng.sample(words.OBJECTS, 3), pick_colours(rng, 3), (a, a, b))
    food, food2 = rng.sample(words.FOODS, 2)
    animal, animal2 = rng.sample(words.ANIMALS, 2)
    day, day2 = rng.sample(words.DAYS, 2)
    weather, weather2 = rng.sample(words.WEATHER, 2)
    place, to_place = pick_where(rng, words.PLACES, (*words.INDOORS, "roof"))
    spot, spot2 = rng.sample(words.SPOTS, 2)
    pick = rng.choice
    return {
        "a": a, "b": b, "t": t, "u": u, "v": v, "c1": t.colour, "c2": u.colour, "c3": v.colour,
        "food": food, "food2": food2, "animal": animal, "animal2": animal2, "day": day,
        "day2": day2, "weather": weather, "weather2": weather2, "place": place,
        "to_place": go_to(to_place), "spot": spot, "spot2": spot2, "elder": pick(words.ELDERS),
        "skill": pick(words.SKILLS), "game": pick(words.GAMES), "month": pick(words.MONTHS),
        "glad": pick(words.GLAD), "sad": pick(words.SAD), "flower": pick(words.FLOWERS),
        "season": pick(words.SEASONS), "home": pick(words.HOMES), "dish": pick(words.DISHES),
        "n": rng.randint(5, 20), "m": rng.randint(2, 4), "k": rng.randint(4, 12),
        "raw": pick(words.RAW), "cut": pick(words.CUTTABLE),
        "blue": pick(("sky", pick(BLUE_THINGS))),
    }  # fmt: skip


def fill(rng: random.Random, lines: list[str], low: int, high: int, slots: dict) -> list[str]:
    """A few different lines with their slots filled."""
    return [line.format_map(slots) for line in rng.sample(lines, rng.randint(low, high))]


def write_letter(rng: random.Random, slots: dict) -> str:
    body = [capital(line) for line in fill(rng, LETTER, 5, 8, slots)]
    wish = rng.choice(WISHES).format_map(slots)
    hello = rng.choice(("Dear {b},", "Hello {b},", "My dear {b},", "Dear {elder},"))
    bye = rng.choice(("Your {a}", "Love, {a}", "Yours, {a}", "Your friend {a}")).format_map(slots)
    text = " ".join([*body, wish])
    hello = hello.format_map(slots)
    return f"{hello}\n{text}\n{bye}" if rng.random() < 0.7 else f"{text}\n{bye}"


def write_note(rng: random.Random, slots: dict) -> str:
    lines = fill(rng, NOTE, 4, 8, slots)
    return rng.choice(("\n", " ")).join(lines) + rng.choice(("", f"\n{slots['a']}"))


def write_report(rng: random.Random, slots: dict) -> str:
    lead = rng.choice(("", "", "The weather on {day}:\n", "Weather {place}:\n")).format_map(slots)
    return lead + " ".join(fill(rng, REPORT, 5, 8, slots))


def write_slogans(rng: random.Random, slots: dict) -> str:
    return "\n".join(fill(rng, SLOGAN, 6, 10, slots))


def describe_room(rng: random.Random, slots: dict) -> str:
    lead = rng.choice(("", "This is the room of {a}. ", "{a} draws a room. ")).format_map(slots)
    return lead + " ".join(fill(rng, DESCRIPTION, 6, 11, slots))


def write_recipe(rng: random.Random, slots: dict) -> str:
    chosen = sorted(rng.sample(range(len(STEPS)), rng.randint(7, 11)))
    steps = [STEPS[index].format_map(slots) for index in chosen]
    title = rng.choice(("{dish} with {raw}", "How to make {dish}", "A recipe for {dish}"))
    if rng.random() < 0.5:
        steps = [f"{number}. {step}" for number, step in enumerate(steps, 1)]
    return capital(title.format_map(slots)) + ":\n" + "\n".join(steps)


def write_list(rng: random.Random, slots: dict) -> str:
    goods = rng.sample(words.FOODS, rng.randint(3, 6))
    goods += [f"a {slots['c1']} {slots['t']}", f"a {slots['c2']} {slots['u']}"][: rng.randint(0, 2)]
    rng.shuffle(goods)
    if rng.random() < 0.5:
        lead = rng.choice(("Shopping list:", "We need:", "{a}'s list:", "To buy on {day}:"))
        notes = fill(rng, NOTE, 1, 3, slots)
        return "\n".join([lead.format_map(slots), *(f"- {item}" for item in goods), *notes])
    lead = rng.choice(("{a} buys {g}.", "On the list of {a} there are {g}.", "We need {g}."))
    text = lead.format(a=slots["a"], g=", ".join(goods[:-1]) + " and " + goods[-1])
    return f"{text} {' '.join(fill(rng, NOTE, 3, 5, slots))}"


def write_short_text(rng: random.Random) -> str:
    """A letter, note, report, slogan page, description, recipe or list."""
    writers = (
        (write_letter, 5), (write_note, 4), (write_report, 3), (write_slogans, 2),
        (describe_room, 4), (write_recipe, 3), (write_list, 3),
    )  # fmt: skip
    write = rng.choices([w for w, _ in writers], [share for _, share in writers])[0]
    return fix_articles(write(rng, gather(rng)))


def ask_about_passage(rng: random.Random) -> str:
    """A passage with invented details and questions that only it answers."""
    slots = gather(rng)
    hiding = rng.randrange(len(HIDINGS))
    chosen = rng.sample([*DETAILS, (HIDINGS[hiding], WHERE[hiding])], rng.randint(4, 7))
    if rng.random() < 0.5:
        chosen.append((HIDINGS[hiding], WHERE[hiding]))
    told = list(dict.fromkeys(line for line, _ in chosen))
    asked = list(dict.fromkeys(line for _, line in chosen))
    rng.shuffle(told)
    asked = rng.sample(asked, rng.randint(1, min(3, len(asked))))
    passage = " ".join(capital(line.format_map(slots)) for line in told)
    layout = rng.choice(LAYOUTS)
    return passage + "\n" + "\n".join(lay_out(layout, line.format_map(slots)) for line in asked)


def lay_out(layout: str, line: str) -> str:
    """Put a question with its answer in a layout."""
    question, answer = line.split("? ", 1)
    return layout.format(q=question + "?", a=answer)


def ask_in_general(rng: random.Random) -> str:
    """Questions that the facts answer."""
    layout = rng.choice(LAYOUTS)
    pairs = []
    for row in rng.sample(GENERAL, rng.randint(5, 9)):
        question, *answers = row.split("|")
        pairs.append(layout.format(q=question, a=rng.choice(answers)))
    return "\n".join(pairs)


def questions(rng: random.Random) -> str:
    """A page of questions with their answers."""
    draw = rng.random()
    if draw < 0.55:
        return fix_articles(ask_about_passage(rng))
    if draw < 0.92:
        return ask_in_general(rng)
    row = rng.choice(GENERAL).split("|")
    return f"{facts(rng)}\n{lay_out(rng.choice(LAYOUTS), f'{row[0]} {rng.choice(row[1:])}')}"
