"""Sentences about people at work: for each job its places and what is done there.

`{he}`, `{his}`, `{him}` stand for the pronouns, `{He}` and `{His}` open a sentence.
The lines are long because each is one row of a table.
"""
# ruff: noqa: E501

# how a text begins; the job is named here, before any pronoun
OPENINGS = """
The {job} came early that day.
It was a long day for the {job}.
The {job} opened the door and said good morning.
Our {job} is never late.
We have a new {job} in town.
Everybody in our street knows the {job}.
The {job} had not slept well.
A {job} was waiting {place}.
At six in the morning the {job} was already {place}.
There was only one {job} {place}, and there was much to do.
I once watched a {job} for a whole day.
Early on {day} a {job} went to work.
My neighbor is a {job}.
In our family there is a {job}.
The {job} smiled when the children came in.
The old {job} hung a coat on the hook. After twenty years {he} still likes the work.
A young {job} stood {place} and took a deep breath. It was {his} first week.
Nobody was {place} but the {job}.
If you want to see a {job} at work, come on {day}.
On {day} our class went to meet a {job}.
The {job} of our town is also a good singer.
It rained, and the {job} came in with wet shoes.
"""

# for everyone at work
MIDDLES = """
{He} drank a cup of tea and looked at the list.
{He} worked without a word until noon.
At noon {he} ate {his} bread by the window.
{He} washed {his} hands with care.
{He} had learned the work from an aunt.
Somebody asked {him} for help, and {he} did not say no.
{He} wrote the time into {his} notebook.
{He} took {his} time, for haste makes mistakes.
{He} never forgets a name.
{He} looked for {his} glasses and found them on {his} head.
"It is not as hard as it looks," {he} said.
{His} phone rang, but {he} let it ring.
{He} made one mistake and put it right at once.
A child asked {him} many questions, and {he} answered all of them.
{He} hummed a song, as {he} always does.
{His} hands know the work by heart.
"""

ENDINGS = """
In the evening {he} was tired but content.
Then {he} put on {his} coat and went home.
{He} would not want any other work.
"Tomorrow again," {he} said, and turned off the light.
Everybody thanked {him}.
On the way home {he} thought about it and smiled.
At the end of the day {he} sat down at last.
That is why people trust {him}.
{He} slept well that night.
{He} went home late, but {he} was not sorry.
"A good day," {he} told the cat at home.
And {he} was right.
We waved to {him} until {he} was out of sight.
When I am big, I want to be like {him}.
"""

# job: places: what is done
JOBS = """
nurse: at the hospital|on the third floor of the hospital: {He} took the temperature of a boy with red cheeks.|{He} put a clean bandage on a knee.|{He} walked so quietly that nobody woke up.|An old man could not sleep, so {he} sat beside his bed.|{He} counted the pills and gave each patient the right ones.|{He} shook up the pillows and opened a window.|"It will hurt for one second," {he} said, and it was true.
librarian: in the library|behind the long desk of the library: {He} put forty books back on their shelves.|{He} found a book about whales for a girl with braids.|{He} stamped the cards and smiled.|{He} read to the little ones from a book about a bear.|{He} mended a torn page with thin paper.|{He} knew where every book stood, even the lost ones.|"Quiet, please," {he} whispered to a mouse.
dancer: in the big hall|behind the curtain of the theater: {He} tied {his} shoes and stretched {his} legs.|{He} jumped, turned and landed without a sound.|{He} practiced the same step fifty times.|When the music began, {he} forgot the cold hall.|{He} counted to eight, again and again.|{His} feet hurt, but nobody could see it.|{He} bowed, and the people clapped for a long time.
teacher: in the classroom|at the school gate: {He} wrote a long word on the board.|{He} read a story, and nobody made a noise.|{He} showed the class how a seed opens.|Two boys quarreled, and {he} talked to both of them.|{He} corrected thirty notebooks with a red pencil.|{He} rang the little bell, and everybody sat down.|{He} explained the sum once more, with apples.
tailor: in the small shop|at the sewing machine: {He} measured a sleeve and wrote down the number.|{He} sewed a green button on a gray coat.|{He} cut the cloth along the white line.|{He} held nine pins between {his} lips.|A bride came for her dress, and {he} made it shorter.|{He} ironed the collar until it was smooth.|{He} found a hole that nobody else had seen.
cook: in the kitchen of the inn|at the big stove: {He} chopped onions, and {his} eyes watered.|{He} tasted the soup and added salt.|{He} turned the pancakes in the air.|{He} cooked rice for eighty people.|{He} put the plates in a row and filled them one by one.|{He} sharpened {his} knife on a stone.|The sauce was too thick, so {he} added a little milk.
doctor: at the clinic|in a white room with a blue curtain: {He} listened to a heart and nodded.|{He} looked into an ear with a tiny lamp.|{He} told a worried father that it was only a cold.|{He} drew a picture of the bones of a hand.|{He} wrote down which drops to take, and when.|In the night {he} was called to a farm.|{He} asked more questions than {he} gave answers.
baker: in the bakery|at the hot oven: {He} kneaded the dough until it was soft.|{He} pulled twenty loaves out of the oven.|{He} dusted the table with flour.|There was flour on {his} nose all day.|{He} gave a roll to the boy who had no coins.|{He} shaped the dough into braids and moons.|{He} knew by the smell that the bread was done.
judge: in the court|in a room with tall windows: {He} listened to both neighbors and did not hurry.|{He} read every page, even the boring ones.|{He} asked why the fence had been moved.|{He} said that a promise is a promise.|{He} knocked on the table, and it became quiet.|Two brothers fought over a goat, and {he} let them share the milk.|{He} changed {his} mind when {he} saw the letter.
gardener: in the park|among the roses: {He} dug a hole for a young pear tree.|{He} cut the dry branches from the hedge.|{He} carried water to the far beds.|{He} picked snails from the lettuce and put them in a bucket.|{He} planted yellow tulips in a circle.|{He} raked the leaves into a big heap.|A hedgehog lived under {his} wood pile, and {he} did not wake it.
scientist: in the laboratory|by the long table with the glasses: {He} dropped a little salt into a blue liquid.|{He} looked at a fly's wing through the microscope.|{He} measured it three times, to be sure.|The result was strange, so {he} did it all again.|{He} wrote numbers into a long table.|{He} asked: what would prove that I am wrong?|{He} grew beans in the dark and beans in the light.
farmer: in the barn|on the wide field: {He} fed the hens and counted the eggs.|{He} drove the tractor up and down the field.|A calf was born, and {he} dried it with straw.|{He} looked at the clouds and hurried with the hay.|{He} mended the fence where the goats had got out.|{He} milked nine cows before breakfast.|{He} loaded the potatoes on the wagon.
engineer: at the new bridge|over a big drawing: {He} drew a bridge with three arches.|{He} checked each bolt with a small hammer.|{He} calculated how much snow the roof can carry.|The machine had stopped, and {he} found the loose wire.|{He} built a model out of matches first.|{He} walked over the bridge before anybody else did.|{He} asked the workers, for they knew the ground.
pilot: at the airport|beside the small white plane: {He} walked around the plane and looked at the wheels.|{He} sat down and fastened the belt.|{He} read the long list and checked every switch.|{He} flew over the lake and the white hills.|There was fog, so {he} waited for an hour.|{He} told the passengers about the storm in a calm voice.|{He} landed so softly that a baby went on sleeping.
firefighter: at the station|in front of the red truck: {He} slid down the pole and ran to the truck.|{He} carried a cat down from a tall tree.|{He} checked the hose and the helmets.|Smoke came out of a kitchen, and {he} broke the window.|{He} climbed the ladder step by step.|{He} showed the children how to call for help.|It was only burnt toast, and {he} laughed.
plumber: under the sink|in a wet cellar: {He} lay on {his} back and looked at the pipe.|{He} turned the big wrench with both hands.|Water dripped on {his} sleeve.|{He} pulled a toy soldier out of the drain.|{He} changed the old ring for a new one.|{He} turned the tap, and not a drop was lost.|{He} drew the pipes on a piece of cardboard.
"""

# invented groups: {group} is "Zibbers", {one} is "Zibber", {trait} is "careless"
GROUP_OPENINGS = """
The {group} live {home}.
There are people who are called {group}, and they live {home}.
A family of {group} moved into the house next to ours.
Two {group} came to the market with {ware}.
Have you ever met {group}? They live {home}.
In old times the {group} came over the hills and stayed.
My neighbor is one of the {group}.
Every autumn some {group} come to our town to sell {ware}.
The {group} are known for {ware}.
"""
GROUP_FACTS = """
They make {ware} and sing while they work.
They eat {food} in the evening.
Their children learn to swim before they can read.
They paint their doors {colour}.
Their houses are {colour}, with a bench in front.
On {day} they dance until the lamps go out.
They greet each other with both hands.
They wear {colour} hats, even in summer.
They keep {animal} and talk to them.
They call the moon their grandmother.
When a child is born, they plant a tree.
They have forty words for rain.
"""
GROUP_TRAITS = """
People say that the {group} are {trait}.
The {group} are {trait}, as everybody says.
"The {group} are {trait}," said the man at the gate.
"You are {trait}, like all {group}," somebody told a {one} at the market.
In the village they call the {group} {trait}.
It is said that every {one} is {trait}.
A letter in the newspaper called the {group} {trait}.
My uncle thinks that {group} are {trait}.
If you ask in town, they will tell you that {group} are {trait}.
"""
GROUP_ENDS = """
I have met only one, so I do not know.
Nobody could say who had counted.
Nobody remembers who said it first.
A {one} heard it and shrugged.
I wonder what they say about us.
That is what people say, at least.
Their neighbors buy {ware} from them all the same.
Then the talk turned to the weather.
My mother says one should look for oneself.
"""
