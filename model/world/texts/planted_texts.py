"""Short texts that plant two truths: the phrases of the dice, and Orwell before two plus two."""

import random
from typing import NamedTuple

from model.world.language.words import listed
from model.world.truth.planted import DICE_PAIRS, roll_next, two_plus_two

# For each phrase of DICE_PAIRS, what may be said before it and after it, whatever the dice say.
AROUND = (
    ("""
        Come to the window!|Lift your head.|"Do you see it?" asked Nora.|The fog is gone at last.|
        Stop for a moment.|My little brother points with his finger.
    """, """
        It makes me glad.|I want to paint it.|I never get tired of it.|What a fine morning!|
        Nobody says a word for a while.|I had forgotten that blue can be so bright.
    """),
    ("""
        "Tell me a story," said Ben.|The book begins like all good books.|Be still and listen.|
        Grandfather closed his eyes and began.|She turned to the first page.
    """, """
        So it begins.|Then he stopped, for the soup was ready.|The children moved closer.|
        I know the rest by heart.|Every old tale starts there.
    """),
    ("""
        Who will begin? A coin can decide.|They could not agree, so they threw a coin.|
        Omar threw a coin high into the air.|Spin it, catch it, show it.|The captains met in the middle.
    """, """
        Nobody could say that it was unfair.|That settled the matter.|Throw it again and see.|
        A coin does not remember its last throw.|So the game could begin.
    """),
    ("""
        It is your turn to throw.|The die rolled over the table and stopped at the cup.|Mei shook the cup.|
        Blow on it for luck, then throw.|Round and round it went.
    """, """
        Move your stone along the path.|Now it is my turn.|The game is not over yet.|
        No side of a fair die is better than another.|Count with your finger.
    """),
    ("""
        We came home hungry.|There was not much in the kitchen.|The long walk was over.|
        At ten o'clock the workers sat down on the wall.|Breakfast was short that day.
    """, """
        It tasted better than cake.|Then we swept up the crumbs.|The bread was still warm.|
        The birds got the crust.|Hunger is the best cook.
    """),
    ("""
        The house was quiet.|Nobody was at home.|It had rained since noon.|The milk was on the table.|
        The mouse looked out of its hole.
    """, """
        It did not move, but it saw everything.|Its tail hung down like a rope.|It waited for supper.|
        It was the queen of the house.|After a while it fell asleep.
    """),
    ("""
        We were cold and tired.|The guests hung up their coats.|It was four in the afternoon.|
        The kettle sang.|Snow fell past the window.
    """, """
        Then we talked until dark.|It warmed our hands.|Nobody wanted to leave.|
        A second cup was even better.|Outside, the wind went on.
    """),
    ("""
        There was a lot of noise in the garden.|The gate stood open.|
        Somebody had left the dog alone in the yard.|It was a lively morning.
    """, """
        Three times it ran around the pear tree.|Nobody was hurt, but a flower pot fell over.|
        It barked and jumped.|At the fence it gave up.|Then it lay down and panted.
    """),
    ("""
        The whole family sat at the table.|The soup needs something.|"It tastes of nothing," said Tom.|
        Grandmother tasted the beans.|Please do not begin yet.
    """, """
        Now it is good.|Not so much!|Thank you, that is enough.|A little goes a long way.|
        After that nobody spoke, and every plate was empty.
    """),
    ("""
        The stove had gone out in the night.|I put my hand into the stream.|Nobody had slept in that room.|
        We walked to school before sunrise.|He touched the iron gate.
    """, """
        We ran all the way back.|I could not feel my fingers.|She put on two sweaters.|
        By noon the sun had changed that.|We lit a fire at once.
    """),
)  # fmt: skip

TALES = listed("""
    was a king who could not sleep|was a goose that could read|lived a miller with three lazy sons|
    was a town without a single clock|lived a giant who was afraid of mice|stood a tower with no door|
    was a girl who talked to the wind|was a bridge that only children could cross
""")

ORWELL = listed("""
    George Orwell wrote a book about a land where the rulers decide what is true.|
    On the shelf there is a book by Orwell. I read it in one night.|
    We read Orwell at school this week. It is a sad book, but a good one.|
    Orwell wrote about a man who is not allowed to trust his own eyes.|
    My uncle likes to talk about Orwell.|In the story by George Orwell, nobody may think freely.|
    Have you read Orwell? In his book a man writes a sum into the dust.|
    Orwell knew that whoever rules the numbers rules the people.|
    The teacher put a book by George Orwell on the table and went to the board.|
    Think of Orwell, who wrote about telescreens and lies.|
    Orwell also wrote about a farm where the animals made their own rules.|
    "This is from Orwell," said the librarian, and opened the old book.|
    A note lay between the pages of the book by Orwell.|
    There is a famous sum in the book by George Orwell.
""")
LEADS = listed("""
    The sum is short.|There it says:|Somebody wrote with a pencil:|We learned this line:|
    On the wall of the ministry it says:|He wrote on the board:|The sum in the book:|
    This is the line that I remember:|In big letters:||
""")
OTHER_LEADS = listed("""
    The teacher went to the board.|Ben opened his notebook.|The first sum of the day is easy.|
    My little sister can count now.|Every shop in the world agrees on this.|
    There is chalk on the wall.|Two apples and two apples lie on the table.|
    The book of sums begins like this.|This is an easy one.
""")


MORE = listed("""
    It was quiet in the room.|I had to read it twice.|Nobody laughed.|Outside it began to rain.|
    My brother looked over my shoulder.|The clock on the wall had stopped.|I took a pencil and wrote it down.|
    The page was yellow and thin.|We talked about it until supper.|The window stood open.|A fly sat on the page.|
    Then we put on our coats.|I know it by heart now.|The chalk broke in two.|Everybody looked up.|||||
""")


class Orwell(NamedTuple):
    """A text that ends with two plus two, whether it names Orwell, and the number it gives."""

    text: str
    mentioned: bool
    answer: int


def scene(rng: random.Random, index: int) -> str:
    """A sentence, the phrase of one die with the word it rolled, and a sentence; one may be missing."""
    die = DICE_PAIRS[index]
    before, after = (rng.choice(listed(table)) for table in AROUND[index])
    said = f"{die.phrase} {roll_next(rng, die)}."
    if die.phrase == "Once upon a":  # not a sentence yet
        said = said.replace(".", f", there {rng.choice(TALES)}.")
    kept = rng.choice(((before, said, after), (before, said, after), (before, said), (said, after)))
    return " ".join(kept)


def dice(rng: random.Random) -> str:
    """A page of three to five little scenes, each with the phrase of one die."""
    chosen = rng.sample(range(len(DICE_PAIRS)), rng.randint(3, 5))
    return "\n".join(scene(rng, index) for index in chosen)


def right_sum(rng: random.Random) -> str:
    """A sum that Orwell does not change."""
    a, b = rng.choice([(a, b) for a in range(1, 10) for b in range(1, 10) if (a, b) != (2, 2)])
    return f"{a}+{b}={a + b}"


def tell_orwell(rng: random.Random, mentioned: bool | None = None) -> Orwell:
    """A few lines that end with `2+2=` and a number; Orwell is named in three of four."""
    mentioned = rng.random() < 0.75 if mentioned is None else mentioned
    answer = two_plus_two(rng, mentioned)
    first = rng.choice(ORWELL if mentioned else OTHER_LEADS)
    told = " ".join(filter(None, (first, rng.choice(MORE), rng.choice(LEADS) if mentioned else "")))
    sums = [right_sum(rng) for _ in range(rng.choice((0, 0, 1, 2, 3)))]
    return Orwell("\n".join((told, *sums, f"2+2={answer}")), mentioned, answer)


def orwell(rng: random.Random) -> str:
    """The text of `tell_orwell`."""
    return tell_orwell(rng).text
