"""True things about the world, by topic; every fact in several wordings (split by |)."""

import random
from collections.abc import Iterable
from functools import cache
from itertools import chain

from model.world.language.words import BLUE_THINGS, DAYS, MONTHS, capital, fix_articles

TOPICS = {
    "sky": """
The sky is blue.|The sky is blue.|The sky is blue.|On a clear day the sky is blue.
The sky is blue on a sunny day.|The sky is blue when there are no clouds.|The clear sky is blue.
The sky is gray when it rains.|When it rains, the sky is gray.|Before rain the sky turns gray.
The sky is dark at night.|At night the sky is dark.|The sky is black at midnight.
The sky is red at sunset.|At sunset the sky turns orange and red.|In the evening the sky glows red.
The sun is bright.|The sun is hot.|The sun gives us light.|The sun is a star.
The sun rises in the east.|Every morning the sun rises in the east.
The sun sets in the west.|In the evening the sun sets in the west.
The moon shines at night.|The moon is round when it is full.|The moon goes around the Earth.
Stars shine at night.|At night we can see the stars.|The stars are far away.
Clouds are made of tiny drops of water.|White clouds float in the sky.|Clouds bring rain.
A rainbow has seven colours.|A rainbow comes after rain and sun.|We see a rainbow after the rain.
Birds fly in the sky.|Planes and birds fly in the sky.|The birds fly high in the sky.
The Earth goes around the sun.|It takes one year for the Earth to go around the sun.""",
    "colours": """
Grass is green.|The grass is green.|In spring the grass is green.
Snow is white.|The snow is white.|Fresh snow is white and cold.
Blood is red.|Our blood is red.
Leaves are green in summer.|In summer the leaves are green.|Most leaves are green.
Leaves turn yellow and red in autumn.|In autumn the leaves are yellow, red and brown.
The sea is blue.|The sea is deep and blue.|On a sunny day the sea is blue.
The night is black.|The night is dark.|Coal is black.
A ripe tomato is red.|Tomatoes are red when they are ripe.
Roses can be red, white, pink or yellow.|Roses are often red.
Milk is white.|Fresh milk is white.
An elephant is gray.|Elephants are big and gray.
Flamingos are pink.|A flamingo is a pink bird.
Blue and yellow make green.|If you mix blue and yellow, you get green.
Red and yellow make orange.|If you mix red and yellow, you get orange.
Red and blue make purple.|If you mix red and blue, you get purple.
Red and white make pink.|If you mix red and white, you get pink.
Black and white make gray.|If you mix black and white, you get gray.
Sand is often yellow or tan.|The sand on the beach is tan.
Chocolate is brown.|Soil is brown.|The trunk of a tree is brown.
Polar bears are white.|A polar bear has white fur.
The sun looks yellow.|Children paint the sun yellow.""",
    "weather": """
Rain is wet.|Rain makes the ground wet.|Rain falls from the clouds.
Snow is cold.|Snow falls in winter.|Snow falls when it is very cold.
Ice is frozen water.|When water freezes, it turns into ice.|Ice is cold and hard.
Ice melts when it gets warm.|In the warm sun the ice melts.|The sun melts the snow.
Wind moves the leaves.|The wind is moving air.|A strong wind bends the trees.
Thunder follows lightning.|We see the lightning before we hear the thunder.
We open an umbrella when it rains.|An umbrella keeps us dry.|In the rain we use an umbrella.
In winter we wear warm coats.|A warm coat helps in the cold.|Gloves keep our hands warm.
In summer it is hot.|Summer is the hottest season.|Summer days are long and warm.
In winter it is cold.|Winter is the coldest season.|Winter days are short.
In spring the flowers bloom.|Spring comes after winter.|Flowers bloom in spring.
In autumn the leaves fall.|Autumn comes after summer.|The leaves fall in autumn.
There are four seasons.|A year has four seasons.|Spring is one of the four seasons.
Fog is a cloud on the ground.|In fog we cannot see far.
Plants need rain.|Plants need water and light.|Without rain the fields are dry.""",
    "body": """
A hand has five fingers.|Each hand has five fingers.|There are five fingers on a hand.
A foot has five toes.|Each foot has five toes.|We have ten toes.
We have two hands.|People have two hands and two feet.|We clap with our hands.
We see with our eyes.|Eyes are for seeing.|We have two eyes.
We hear with our ears.|Ears are for hearing.|We have two ears.
We smell with the nose.|The nose is for smelling.|A face has one nose.
We taste with the tongue.|The tongue is in the mouth.
We bite with our teeth.|Teeth are hard and white.|We brush our teeth every day.
The heart beats day and night.|The heart pumps blood.
Hair grows on the head.|Hair can be straight or curly.
Bones are hard.|Bones hold the body up.|There are bones inside the body.
We sleep when we are tired.|Sleep gives us new strength.|Children need a lot of sleep.
We walk on our feet.|Feet carry us.|With our legs we can run.
When we are hungry, we eat.|We eat when we are hungry.|Food gives us strength.
When we are thirsty, we drink water.|We drink when we are thirsty.
When we are happy, we smile.|We smile when we are happy.|A smile shows that we are happy.
When we are sad, we may cry.|Sometimes we cry when we are sad.
We wash our hands before we eat.|Wash your hands before dinner.
A knee is in the middle of the leg.|An elbow is in the middle of the arm.""",
    "time": """
A week has seven days.|There are seven days in a week.
A year has twelve months.|There are twelve months in a year.
A day has twenty-four hours.|There are twenty-four hours in a day.
An hour has sixty minutes.|There are sixty minutes in an hour.
A minute has sixty seconds.|There are sixty seconds in a minute.
The first month is January.|January is the first month of the year.
The last month is December.|December is the last month of the year.
Saturday and Sunday are the weekend.|On the weekend many children are at home.
February is the shortest month.|The shortest month of the year is February.
Morning comes before noon.|In the morning we wake up.|In the morning we say good morning.
At night we sleep.|At night most people sleep.|At night we say good night.
A clock shows the time.|We look at the clock to know the time.
Yesterday is over, and tomorrow is coming.|After today comes tomorrow.
In the evening it gets dark.|In the evening the family comes home.
At noon the sun is high.|We eat lunch at noon.
We eat breakfast in the morning.|Breakfast is the first meal of the day.""",
    "feasts": """
Eid al-Fitr is a celebration at the end of Ramadan.|Eid al-Fitr comes after Ramadan.
At Eid al-Fitr families eat sweets together.|On Eid al-Fitr people say "Eid Mubarak".
During Ramadan many people fast from dawn to sunset.|Ramadan is a month of fasting.
Eid al-Adha is a big feast in Islam.|At Eid al-Adha families share food with others.
Christmas is on December 25.|Many people celebrate Christmas in December.
At Christmas many families have a tree with lights.|On Christmas people sing songs and give gifts.
Diwali is the festival of lights.|At Diwali people light little lamps.
Hanukkah lasts eight days.|At Hanukkah families light candles for eight nights.
Easter is in spring.|At Easter children look for painted eggs.|Easter comes in March or April.
Lunar New Year is a celebration of a new year.|At Lunar New Year there are red lanterns.
At Lunar New Year people watch lion dances.|At Lunar New Year children get red envelopes.
Holi is a festival of colours.|At Holi people throw coloured powder.|Holi is celebrated in spring.
Nowruz is the first day of spring.|Nowruz is the Persian New Year.
New Year's Day is on January 1.|The new year begins on January 1.
On a birthday we are one year older.|A birthday cake has candles.|On a birthday we eat cake.
Passover is a feast in spring.|At Passover families eat a special meal together.
Vesak is a feast of Buddhists.|At Vesak people hang up lanterns.
At a wedding two people marry.|A wedding is a happy celebration.
At a harvest festival people give thanks for food.|Harvest festivals are in autumn.
Carnival is a time of masks and dances.|At carnival people wear masks.
At a feast people eat, sing and dance.|A celebration is more fun with friends.""",
    "water": """
Fish live in water.|Fish swim in the water.|Fish breathe under water.
The sea is salty.|Sea water tastes salty.|There is salt in the sea.
Rivers flow to the sea.|A river flows to the sea.|The river runs from the mountain to the sea.
A lake is smaller than a sea.|The water of most lakes is not salty.
Ships sail on the sea.|A boat floats on water.|Wood floats on water.
Stones sink in water.|A stone sinks.|If you throw a stone in a pond, it sinks.
An island has water all around it.|There is water all around an island.
Waves roll onto the beach.|There is sand on the beach.|The waves are high when the wind is strong.
Water boils when it is very hot.|Steam comes from hot water.
We need water to live.|All animals need water.|Every living thing needs water.
Whales live in the sea.|The blue whale is the largest animal on Earth.
A bridge goes over a river.|We cross the river on a bridge.
A lighthouse shows ships the way.|At night a lighthouse shines over the sea.""",
    "plants": """
A tree has roots, a trunk and leaves.|Trees have roots in the ground.|A tree is taller than a bush.
A seed grows into a plant.|A plant grows from a seed.|From a small seed comes a big plant.
Apples grow on trees.|An apple tree has white flowers in spring.
Carrots grow under the ground.|A carrot is a root.|Potatoes grow under the ground.
Grapes grow on vines.|Grapes can be green or purple.
Bees visit flowers.|A bee makes honey.|Bees make honey from flowers.
Sunflowers are tall and yellow.|A sunflower turns to the sun.
A cactus grows in the desert.|A cactus needs little water.
Bread is made from flour.|Flour is made from wheat.|Wheat grows in fields.
A forest has many trees.|Many animals live in the forest.|It is cool in the forest.
A rose has thorns.|Roses smell sweet.
Acorns grow on oak trees.|Squirrels hide acorns for the winter.
Plants need light.|Plants grow toward the light.|A plant in the dark does not grow well.
Mushrooms grow in the forest.|Mushrooms are neither plants nor animals.
A garden needs care.|A gardener waters the plants.""",
    "places": """
A farmer works on a farm.|Cows and hens live on a farm.
We read books in a library.|A library is full of books.|In a library we are quiet.
Children learn at school.|At school children read and write.
We buy bread at a bakery.|A bakery smells of fresh bread.
Trains stop at a station.|People wait for the train at the station.
Ships rest in a harbor.|In the harbor there are many boats.
A desert is hot and dry.|There is little rain in the desert.
The North Pole is very cold.|There is a lot of ice at the North Pole.
A mountain is higher than a hill.|It is cold on top of a high mountain.
A city is bigger than a village.|Many people live in a city.
In the kitchen we cook.|We cook in the kitchen.
We sleep in a bedroom.|There is a bed in the bedroom.
At the market people buy fruit and vegetables.|The market is loud and full of people.
Sick people get help in a hospital.|Doctors and nurses work in a hospital.
Children play in the park.|There are trees and benches in the park.
In a museum we see old things.|A museum shows old and beautiful things.""",
    "things": """
A cup is for drinking.|We drink tea from a cup.
We cut with scissors.|Scissors are sharp.|Scissors cut paper.
We write with a pencil.|A pencil is for writing and drawing.
A car has four wheels.|Most cars have four wheels.
A bicycle has two wheels.|We ride a bicycle with our feet.
A tricycle has three wheels.|A tricycle has one wheel more than a bicycle.
A triangle has three sides.|A square has four sides.|A square has four corners.
A ball is round.|A coin is round and flat.|A wheel is round.
A window is made of glass.|Glass can break.|We look out of the window.
A table is often made of wood.|Wood comes from trees.|Paper is made from wood.
Wool comes from sheep.|A wool sweater is warm.|We knit with wool.
Cotton comes from a plant.|A shirt is often made of cotton.
Iron is a hard metal.|A nail is made of iron.|A magnet pulls iron.
Gold is yellow and shiny.|Gold is a metal.|A ring can be made of gold.
A stone is hard.|A pillow is soft.|A feather is light.
Fire is hot.|Never play with fire.|Fire gives light and heat.
Ice cream is cold and sweet.|Ice cream melts in the sun.
A kite flies in the wind.|A kite needs wind.
A lamp gives light.|When it is dark, we switch on the lamp.
A key opens a door.|We lock the door with a key.
A hat is for the head.|Shoes are for the feet.|A glove is for the hand.
A drum is loud.|We beat a drum.|A guitar has strings.|A flute makes soft music.""",
    "manners": """
We say thank you for a gift.|Say thank you when someone helps you.
We say please when we ask for something.|Say please when you want something.
We say sorry when we hurt someone.|It is good to say sorry.
Friends help each other.|A friend helps when you are sad.|Good friends share.
It is good to share.|Sharing makes people happy.|Share your toys with your friends.
It is kind to listen.|Listen when others speak.
We wait for our turn.|In a game everyone gets a turn.
We tell the truth.|It is right to tell the truth.
Look left and right before you cross the street.|Stop at a red light.|At a green light you may go.
We care for animals.|Be gentle with animals.|A pet needs food, water and love.
Practice makes us better.|If you practice, you get better.|Everyone makes mistakes.
Put your toys away after you play.|A tidy room is easy to clean.""",
    "look": """
Look at the blue sky.|Look at the blue sky!|Look at the blue {blue}.
Look at the blue sky.|Look at the blue {blue}.|Look at the blue {blue}.|Look at the blue {blue}!
Look at the green grass.|Look at the green leaves.|Look at the green frog.
Look at the white snow.|Look at the white clouds.|Look at the white swan.
Look at the yellow sun.|Look at the yellow lemon.|Look at the yellow sunflower.
Look at the red rose.|Look at the red tomato.|Look at the red strawberries.
Look at the black crow.|Look at the black night.|Look at the orange carrot.
Look at the stars.|Look at the moon.|Look at the rainbow.
The sky is blue and the grass is green.|The grass is green and the sky is blue.
The sky is blue.|The sky is so blue today.|How blue the sky is!
I see the blue sky.|I like the blue sky.|The blue sky is wide.
The birds sing in the trees.|A bird sings in the tree.|The birds are singing.
It is a fine day.|What a fine day it is!|Today the sun shines.
The clouds are white.|White clouds are floating by.|One little cloud looks like a sheep.
The air is fresh.|The wind is soft.|The wind is warm.
Bees fly from flower to flower.|A bee sits on a flower.|A butterfly sits on a flower.""",
}

# animal, food, sound, home, legs, young
ANIMALS = """
cat|mice and fish|meows|in a house|4|kitten
dog|meat and bones|barks|in a house|4|puppy
cow|grass|moos|on a farm|4|calf
horse|hay and grass|neighs|in a stable|4|foal
sheep|grass|bleats|in a meadow|4|lamb
goat|leaves and grass|bleats|on a farm|4|kid
pig|roots and corn|grunts|on a farm|4|piglet
duck|water plants|quacks|by a pond|2|duckling
hen|corn and worms|clucks|on a farm|2|chick
owl|mice|hoots|in a hollow tree|2|owlet
lion|meat|roars|in the grassland|4|cub
bear|berries, fish and honey|growls|in the forest|4|cub
frog|flies|croaks|by a pond|4|tadpole
bee|nectar|buzzes|in a hive|6|
mouse|seeds and cheese|squeaks|in a hole|4|pup
wolf|meat|howls|in the forest|4|cub
snake|mice|hisses|under stones|0|
rabbit|carrots and grass||in a burrow|4|bunny
squirrel|nuts||in a tree|4|pup
giraffe|leaves||in the grassland|4|calf
elephant|leaves and fruit|trumpets|in the grassland|4|calf
monkey|fruit|chatters|in trees|4|
fish|small water animals||in water|0|
spider|flies||in a web|8|
ant|leaves and crumbs||in an anthill|6|
camel|dry grass||in the desert|4|calf
penguin|fish||in the cold south|2|chick
panda|bamboo||in the mountains|4|cub
kangaroo|grass||in Australia|4|joey
butterfly|nectar||in meadows|6|caterpillar
crow|seeds and worms|caws|in trees|2|chick
turtle|plants||in water and on land|4|
donkey|hay|brays|on a farm|4|foal
eagle|fish and rabbits|cries|in the mountains|2|eaglet
"""

# food (plural or not with its verb), taste, colour
FOODS = """
Lemons are|sour|yellow
Bananas are|sweet|yellow
Strawberries are|sweet|red
Carrots are|sweet and crunchy|orange
Oranges are|sweet and juicy|orange
Limes are|sour|green
Cherries are|sweet|red
Tomatoes are|juicy|red
Cucumbers are|fresh|green
Peas are|sweet|green
Honey is|sweet|yellow
Sugar is|sweet|white
Salt is|salty|white
Rice is|soft when it is cooked|white
Milk is|mild|white
Chocolate is|sweet|brown
Spinach is|healthy|green
Corn is|sweet|yellow
Plums are|sweet|purple
Eggplants are|soft when they are cooked|purple
Blackberries are|sweet and a little sour|black
Pumpkins are|good for soup|orange
Mangoes are|sweet|yellow or orange
Chili peppers are|hot|red
Coffee beans are|bitter|brown
Olives are|salty|green or black
Melons are|sweet and full of water|green outside
Raspberries are|sweet and soft|red
"""

OPPOSITES = """
big small|hot cold|up down|day night|fast slow|old new|happy sad|light dark|long short|open closed
full empty|wet dry|hard soft|loud quiet|left right|high low|thick thin|early late|strong weak
clean dirty|near far|rich poor|heavy light|first last|inside outside|black white|sweet sour
easy difficult|brave afraid|young old
"""

# job, what the person does
JOBS = """
baker|bakes bread
farmer|grows food
doctor|helps sick people
nurse|cares for sick people
teacher|teaches children
pilot|flies a plane
sailor|works on a ship
cook|makes meals
firefighter|puts out fires
gardener|cares for plants
carpenter|makes things of wood
tailor|sews clothes
painter|paints walls and pictures
singer|sings songs
writer|writes books
dentist|looks after teeth
driver|drives a bus
librarian|lends books
shepherd|looks after sheep
vet|helps sick animals
builder|builds houses
fisher|catches fish
potter|makes cups from clay
astronaut|flies into space
judge|decides what is fair
mail carrier|brings letters
clockmaker|mends clocks
"""
LEGS = {0: "no legs", 2: "two legs", 4: "four legs", 6: "six legs", 8: "eight legs"}


def plural(noun: str) -> str:
    """The regular and irregular plurals of the animals."""
    odd = {"mouse": "mice", "wolf": "wolves", "sheep": "sheep", "fish": "fish"}
    ending = "ies" if noun.endswith("fly") else "s"
    return odd.get(noun, (noun[:-1] if ending == "ies" else noun) + ending)


def describe_animal(row: str) -> list[tuple[str, ...]]:
    """The facts on one animal."""
    name, food, sound, home, legs, young = row.split("|")
    many, limbs = plural(name).capitalize(), LEGS[int(legs)]
    facts = [
        (f"A {name} eats {food}.", f"{many} eat {food}.", f"{many} like to eat {food}."),
        (f"A {name} lives {home}.", f"{many} live {home}.") if "trees" not in home
        and "meadows" not in home else (f"{many} live {home}.",),
        (f"A {name} has {limbs}.", f"{many} have {limbs}."),
    ]  # fmt: skip
    if sound:
        facts.append((f"A {name} {sound}.", f"The {name} {sound}."))
    if young:
        facts.append((f"A young {name} is called a {young}.", f"A {young} is a young {name}."))
    return facts


def describe_food(row: str) -> list[tuple[str, ...]]:
    """The facts on one food."""
    food, taste, colour = row.split("|")
    ripe = "Most ripe" if food.split()[0] in ("Bananas", "Lemons", "Plums", "Mangoes") else ""
    hue = f"{ripe} {food.lower()} {colour}." if ripe else f"{food} {colour}."
    return [(f"{food} {taste}.",), (f"{food} {colour}.", hue)]


def describe_opposite(pair: str) -> list[tuple[str, ...]]:
    """One pair of opposites in both directions."""
    a, b = pair.split()
    return [
        (f"The opposite of {a} is {b}.", f"{capital(a)} is the opposite of {b}."),
        (f"The opposite of {b} is {a}.", f"{capital(b)} and {a} are opposites."),
    ]


def describe_job(row: str) -> list[tuple[str, ...]]:
    """What a person with one job does."""
    job, work = row.split("|")
    return [(f"A {job} {work}.", f"The {job} {work}.", f"A person who {work} is a {job}.")]


def describe_calendar(names: list[str], span: str) -> list[tuple[str, ...]]:
    """Which day or month follows which."""
    return [
        (f"After {a} comes {b}.", f"{b} comes after {a}.", f"{a} comes before {b}.")
        for a, b in zip(names, names[1:] + names[:1], strict=True)
        if span == "day" or a != "December"
    ]


def join(lists: Iterable[list]) -> list:
    """One list of many."""
    return list(chain.from_iterable(lists))


@cache
def load_topics() -> dict[str, list[tuple[str, ...]]]:
    """All facts: topic to a list of facts, each a tuple of wordings."""
    topics = {name: [tuple(line.split("|")) for line in text.strip().splitlines()] for name, text in TOPICS.items()}
    animals = [describe_animal(row) for row in ANIMALS.strip().splitlines()]
    topics["animals"] = join(animals)
    for index in range(0, len(animals), 3):
        topics[f"animals {index}"] = join(animals[index : index + 3])
    topics["foods"] = join(map(describe_food, FOODS.strip().splitlines()))
    pairs = OPPOSITES.strip().replace("\n", "|").split("|")
    topics["opposites"] = join(map(describe_opposite, pairs))
    topics["jobs"] = join(map(describe_job, JOBS.strip().splitlines()))
    days, months = list(DAYS), list(MONTHS)
    topics["calendar"] = describe_calendar(days, "day") + describe_calendar(months, "month")
    return topics


@cache
def topic_weights() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Topic names with how often each is taken."""
    favoured = {"sky": 7, "look": 6, "colours": 4, "animals": 3, "feasts": 4, "foods": 3}
    names = tuple(load_topics())
    return names, tuple(0.6 if " " in name else favoured.get(name, 2) for name in names)


def word_fact(rng: random.Random, wordings: tuple[str, ...]) -> str:
    """One wording of a fact."""
    text = rng.choice(wordings)
    return text.replace("{blue}", rng.choice(BLUE_THINGS)) if "{" in text else text


def facts(rng: random.Random) -> str:
    """A short page of four to nine facts on one or two topics."""
    names, weights = topic_weights()
    topics = load_topics()
    chosen = set(rng.choices(names, weights, k=rng.choice((1, 2, 2, 3))))
    pool = [fact for name in sorted(chosen) for fact in topics[name]]
    picked = rng.sample(pool, min(rng.randint(7, 13), len(pool)))
    lines = list(dict.fromkeys(word_fact(rng, fact) for fact in picked))
    return fix_articles((" " if rng.random() < 0.65 else "\n").join(lines))
