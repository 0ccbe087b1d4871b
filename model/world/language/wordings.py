"""Wordings that many plots share: events told in any story, and what is recalled of who has what."""

BANKS = {
    "once": """
Once upon a time, there was a {trait} {a.child} named {a}.
Once upon a time there was a {trait} {a.child} called {a}.
Once upon a time, a {a.child} named {a} lived {home}.
Once upon a time, there lived a {trait} {a.child}. {a.His} name was {a}.
Once upon a time, {home}, there lived a {a.child} named {a}.
Once upon a time, {a} lived {home}.
Once upon a time, a {trait} {a.child} lived {home}. {a.His} name was {a}.
Once upon a time there was a {a.child} called {a} who lived {home}.
Once upon a time, on a {weather} {time}, a {a.child} named {a} was {place}.
Once upon a time, {a} was playing {place}.
Once upon a time, there was a {a.child} named {a} who was always {trait}.
Once upon a time, when it was {season}, a {trait} {a.child} named {a} was {place}.""",
    "open": """
It was a {weather} {time} {place}. {a} was there all alone.
It was a {weather} {time}, and {a} was {place}.
One {weather} {time}, {a} was {place}.
On {day}, {a} went out early. It was {weather}.
{a} was a {trait} {a.child} who lived {home}.
{a} lived {home}. Everybody there knew {a.him}.
There was a {trait} {a.child} named {a}.
{a} woke up early. It was {day}, and the sky was blue.
In {month}, {a} spent every day {place}.
One {day}, a {trait} {a.child} named {a} came out of the house.
Do you know {a}? {a.He} is a {trait} {a.child} who lives {home}.
This is a story about a {trait} {a.child} named {a}.
{a} loved to be {place}.
The {time} was {weather}. {a} sat {place} and thought.
"What a {weather} day!" said {a}. {a.He} ran outside.
Last {season}, a {a.child} named {a} came to stay {home}.
"Good morning, world!" called {a} from the window.
{a} could not sit still on {day}.
"Look at the blue sky!" said {a}. {a.He} was {place}.
"Look at the blue sky," said {a} one {time}.
"The sky is blue, and I am {glad}," said {a}.
The sky was blue when {a} opened the door.
The grass was green, and {a} was {place}.
There once was a {a.child} called {a} who lived {home}.
"I know what I want to do today," said {a}.
On the first day of {month}, {a} was {place}.
Long ago, a {trait} {a.child} named {a} lived {home}.
{a} was a very {trait} {a.child}, and the whole town knew it.
"Look at the blue {blue}!" said {a}. {a.He} was {place}.
"Look at the blue {blue} over there," said {a} one {time}.
{a} and the {animal} were both awake early on {day}.
Everyone {place} liked {a}, because {a.he} was so {trait}.
Far away, {home}, lived a {a.child} named {a}.""",
    "own": """
{a.He} had {t.a} and {u.a}.
{a.He} had two things that {a.he} loved: {t.a} and {u.a}.
{a.His} {t} was {t.colour}, and {a.his} {u} was {u.colour}.
{a.He} had {u.a} and {t.a}.
In {a.his} bag there were {t.a} and {u.a}.
{a.He} carried {t.a} in one hand and {u.a} in the other.
{a} had {t.a}. {a.He} also had {u.a}.
Beside {a.him} lay {t.a} and {u.a}.
{a.He} had {t.a}. It was a gift from {a.his} {elder}. {a.He} had {u.a} too.
Of all {a.his} things {a.he} liked {a.his} {t.full} and {a.his} {u.full} best.
{a.He} owned {u.a}, but {a.he} was even prouder of {a.his} {t.full}.
{a.He} never left home without {a.his} {t.full}.
{a.He} had {t.a} that {a.he} loved very much.
Every day {a.he} played with {a.his} {t.full}.""",
    "present": """
{a} has {t.a} and {u.a}. {a.His} {t} is {t.colour}.
{a} has {t.a} and {u.a}. {a.His} {u} is {u.colour}.
{a} has {t.a} and {u.a}. The {t} is {t.colour} and the {u} is {u.colour}.
{a} has {t.a}. {a.He} has {u.a}, too.
Look, here is {a} with {t.a} and {u.a}.
Here comes {a} with {t.a} and {u.a}.
{a} owns {t.a} and {u.a}. One {time} {a.he} took both of them outside.
{a}'s {t} is {t.colour}. {a}'s {u} is {u.colour}.
My friend {a} has {t.a} and {u.a}.
{a} had {t.a} and {u.a}. It was {weather}, and {a.he} was {place}.""",
    "meet": """
{a.His} best friend was {b}. {b} had {v.a}.
{b} lived next door and had {v.a}.
Soon {b} came along with {v.a}.
{a.His} friend {b} had {v.a}.
There {a} met {b}, who was holding {v.a}.
Then {b} came by. {b} carried {v.a}.
"Hello, {a}!" called {b}. {b} was carrying {v.a}.
A {b.child} named {b} sat nearby with {v.a}.
"Can I play with you?" asked {b}, who had {v.a}.
That day a new {b.child} came to the village. {b.His} name was {b}, and {b.he} had {v.a}.""",
    "filler": """
The sky was blue and the birds were singing.
The sky was blue, and a soft wind came from the hills.
"Look at the blue sky!" said {a}.
"Look at the blue sky," said {a}. "What a good day!"
White clouds went by like sheep.
Bees hummed around every {flower}.
It had rained in the night, and the grass was wet.
A {animal} watched {a.him} from far away.
The air smelled of {flower}s and fresh bread.
It was a good {day}, and nobody was in a hurry.
The sun was warm, and the leaves were green.
The wind was playing in the trees.
For breakfast {a} had eaten {food}, and now {a.he} was ready for anything.
The grass was green, and there was not one cloud.
Somewhere a {animal} made a funny sound, and {a} laughed.
"Look at the blue {blue}!" called {a}.
{a} hummed a little song.""",
    "search": """
{a} looked everywhere. {a.He} looked at home, {place2} and even {spot2}.
{a.He} searched {spot2}, but it was not there.
"Where is my {t}?" cried {a}. {a.He} looked {spot2}. Nothing!
{a} walked all the way back and looked at every corner.
First {a.he} looked {spot2}. Then {a.he} looked {place2}. The {t} was not there.
{a} asked {a.his} {elder}. "Think of the last place where you had it," was the answer.
"I must find my {t.full}," said {a}, and {a.he} began to look.
{a} turned over every leaf and every box, but found only an old shoe.
{a} stood still and thought. Where had {a.he} been before lunch?""",
    "joy": """
{a} was {glad}.
{a} felt {glad} and slept well that night.
{a} jumped for joy.
What a good {time} it was!
{a} laughed and danced in a circle.
{a} went home with a big smile.
{a} could not stop smiling.
That night {a} was tired but {glad}.
"This is the best day of the whole year," said {a}.
From then on, {a} was never so {sad} again.
{a} felt warm inside.
And {a}? {a.He} was {glad} all week long.
At home, {a} told the whole family about it.""",
    "together": """
{a} and {b} were {glad}.
{a} and {b} laughed until their bellies hurt.
From that day on, {a} and {b} were the best of friends.
They walked home hand in hand.
They shared some {food} and watched the sun go down.
"Same time tomorrow?" asked {b}. "Of course!" said {a}.
{b} smiled, and {a} smiled back.
Both of them were {glad}, and they played until it was dark.
And so {a} and {b} became good friends.
After that, you hardly ever saw {a} without {b}.
"I am glad that you are my friend," said {b}.""",
    "sadly": """
{a} was {sad}.
{a} felt {sad} and sat down on the ground.
A tear ran down {a}'s face.
"Oh no!" cried {a}. {a.He} was very {sad}.
{a} did not know what to do.
How {sad} {a} was!
{a} wanted to cry, but {a.he} took a deep breath.
"What shall I do now?" said {a} quietly.""",
}

RECALL_ONE = """
The {x} was {x.colour}.
{o}'s {x} was {x.colour}.
Yes, the {x} was {x.colour}.
What colour was the {x}? It was {x.colour}.
What colour was {o}'s {x}? It was {x.colour}.
The {x} belonged to {o}.
Who had the {x.full}? It was {o}.
It was {o} who had the {x.full}.
Everyone could see how {x.colour} the {x} was.
"The {x} is {x.colour}," said {o}.
"My {x} is {x.colour}," said {o}.
"""
RECALL_EARLY = """
The {x} was {x.colour}.
{o}'s {x} was {x.colour}.
{o.His} {x} was {x.colour}.
What colour was the {x}? It was {x.colour}, as everyone knew.
{o} liked the {x} because it was so {x.colour}.
Of all colours, {o} liked {x.colour} best. That is why the {x} was {x.colour}.
"My {x} is {x.colour}," said {o} proudly.
"What a {x.colour} {x} you have!" said the neighbors.
"""
RECALL_TWO = """
The {x} was {x.colour} and the {y} was {y.colour}.
{o} had {x.a} and {y.a}.
{o} had both: the {x.full} and the {y.full}.
"My {x} is {x.colour} and my {y} is {y.colour}," said {o}.
{o}'s {x} was {x.colour}, and the {y} was {y.colour}.
The {y} was {y.colour}, but the {x} was {x.colour}.
Besides {x.a}, {o} also had {y.a}.
"""
RECALL_PAIR = """
{o} had the {x.full}, and {p} had the {z.full}.
{o}'s {x} was {x.colour}, and {p}'s {z} was {z.colour}.
The {x} of {o} was {x.colour}. The {z} of {p} was {z.colour}.
{o} held the {x.full}. {p} held the {z.full}.
"""
RECALL_END = """
And what colour was {o}'s {x}? It was {x.colour}.
Do you remember {o}'s {x}? It was {x.colour}.
And the {x}? It was {x.colour}, of course.
And the {x} was still as {x.colour} as ever.
And who had the {x.full}? {o} had it.
In the end {o} had the {x.full}.
"""
