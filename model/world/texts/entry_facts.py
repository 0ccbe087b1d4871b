"""What the encyclopaedia knows: per occupation, kind of place and habitat, the lines that fit together.

A line is `part: wording`; parts of the same name are different wordings (or different details) of one part of an
entry. The lines are long because each is one row of a table.
"""
# ruff: noqa: E501

PEOPLE = """
# mapmaker
child: As a child {he} drew [the yard|the village|every path to the well] on the back of old letters.
child: {his} first map showed the way from the kitchen to the apple tree.
work: {he} walked with a long chain and counted every step.
work: {he} measured [hills and roads|the coast] in summer and drew in winter.
deed: In {year3} {he} finished the first [true map of the northern coast|map of the {t2} valley]. {he_was} {age} years old then.
deed: {his} great map of {t2} took [{num} years|{num} winters], and it still hangs in the town hall there.
habit: {he} put a tiny [{animal}|whale|snail] in the corner of every map.
habit: {he} never drew a place that {he} had not seen.
left: {his} maps are so exact that [sailors used them for a hundred years|walkers still carry copies].
left: On {his} last map there is one empty spot. Nobody knows what should have been there.
# clockmaker
child: When {he} was {kid}, {he} took apart the only clock in the house, and put it together again.
child: {his} parents were [poor|millers], and they told the time by the sun.
work: {his} shop was full of ticking, and {he} liked it that way.
work: {he} made wheels so small that {he} held them with [a hair|two needles].
deed: In {year3} {he} built a clock that [needs to be wound only once a year|strikes with {num} bells|shows the moon as well]. It stands in {t2}.
deed: {his} best clock was made in {year3} for the tower of {t2}. It has never been late.
habit: {he} was late for everything, even for {his} own wedding.
habit: Every evening at nine {he} wound all {his} clocks, and nobody was allowed to speak.
left: When {he} died, all the clocks in {t} were stopped for one minute.
left: {num} of {his} clocks still run today.
# boat builder
child: {he} grew up [by the harbor|on the beach] and could swim before {he} could read.
child: {his} father [mended nets|sold fish], and the boats of others were {his} toys.
work: {he} built {big} boats and gave each one a name.
work: {he} chose every tree {himself} and knocked on the wood to hear if it was sound.
deed: In {year3} {he} built the {ship}, [the lightest boat on that coast|which sailed to {t2} in one night]. {he_was} {age} years old.
deed: {his} most famous boat, the {ship}, was launched in {year3}.
habit: {he} put a {coin} under every mast, for luck.
habit: {he} did not like to sail, because {he} was always seasick.
left: In {t} [they still build boats the way {he} did|the boat school has {his} name].
left: {his} hammer and {his} saw lie in the museum of {t}.
# composer
child: {he} learned to play on a piano with {num} broken keys.
child: {his} mother sang in the kitchen, and {he} wrote down what {he} heard.
work: {he} wrote {big} songs and [{num} pieces for the organ|one opera about bees].
work: {he} always wrote at night, with [cold tea|a cat] on the table.
deed: The song "{song}" from {year3} [made {him} famous|is still sung at weddings].
deed: In {year3} {he} played for the whole town of {t2}, and the rain stopped to listen, people said.
habit: {he} tapped the beat on every table, even in the library.
habit: {he} could not stand [loud spoons|clocks that ticked out of time].
left: Every {month}, musicians meet in {t} to play {his} works.
left: {his} last song has no end, because {he} fell asleep while writing it.
# explorer
child: As a child {he} wanted to know what was behind every hill.
child: {he} left home at sixteen with {num} coins and a pair of good boots.
work: {he} crossed the [great desert|white mountains] {num} times, [on foot|with two mules].
work: {he} filled {big} notebooks with drawings of plants and footprints.
deed: In {year3} {he} was the first to [reach the lake of {t2}|cross the pass of {t2}]. {he_was} {age} at the time.
deed: {his} longest journey began in {year3} and ended two years later in {t2}.
habit: {he} wrote a letter home every {day}, even where there was no mail.
habit: {he} was afraid of nothing except [geese|cows|thunder].
left: A [cape|lake|mountain] in the north has {his} name.
left: {his} boots stand in the museum of {t}. They are surprisingly small.
# painter of signs
child: {he} painted on walls with [coal|beet juice] until somebody gave {him} a brush.
child: {his} school books were full of [birds|faces] and had little room for words.
work: {he} painted the signs of inns and shops, {big} in all.
work: {he} mixed {his} own {colour}, and never told anybody how.
deed: In {year3} {he} painted {thing} on the wall of the {t2} bakery. It looked so real that [people tried to take it|dogs barked at it].
deed: {his} best work, from {year3}, is the sign of an inn in {t2}: a {animal} with a crown.
habit: {he} wore a coat with so many spots that nobody knew its first colour.
habit: {he} signed {his} pictures with a small {colour} dot.
left: Some of {his} signs [still hang|swing in the wind] in {t} today.
left: People who look for {his} dot can find it on {num} houses in {t}.
# inventor
child: {he} was {kid} when {he} built a [bed that rocked itself|fan out of spoons].
child: In school {he} was always asking why, until somebody gave {him} the key to the library.
work: {he} worked in a [shed|barn] that [smelled of oil and soup|had no door, only a ladder].
work: {he} made {big} inventions, and nearly half of them worked.
deed: In {year3} {he} invented [a pen that cannot be lost|an umbrella for two|a lamp that follows you|a chair that laughs]. {he_was} {age} then.
deed: {his} [flying basket|walking table|singing kettle] of {year3} was shown in {t2}, where it [got away|caused great joy].
habit: {he} slept in the afternoon and worked while others dreamed.
habit: {he} kept [string|old keys|bent nails] of all sizes, because you never know.
left: In {t} there is a prize with {his} name, for ideas that [fail in an interesting way|make people smile].
left: {his} last plan was never built. It shows a bridge that can be folded.
# weaver
child: {he} learned to weave from {his} grandmother, on a loom older than the house.
child: There were {num2} children at home, and everyone had to help with the wool.
work: {his} cloth was thin as a leaf and warm as a stove.
work: {he} dyed the wool with [onion skins|walnut shells|berries] and dried it in the wind.
deed: In {year3} {he} wove a {colour} carpet for {t2}. [It shows every house of the town|It took {him} {num} years].
deed: {his} greatest work is a curtain from {year3} with {big} birds, no two of them alike.
habit: {he} sang while {he} worked, and stopped when a thread broke.
habit: In each cloth {he} made one mistake on purpose, so that it would not be too proud.
left: The pattern that {he} invented is called the {t} knot.
left: {his} loom still stands by the window in {t}, and once a year somebody uses it.
# star watcher
child: {he} could not sleep as a child, so {he} counted stars.
child: {his} first telescope was [a pipe with two lenses|made from a rain pipe].
work: {he} sat on the roof every clear night for most of {his} life.
work: {he} wrote down the place of {big} stars, and was wrong about only two.
deed: In {year3} {he} saw a comet that nobody had seen before. It comes back every {big2} years.
deed: On a cold night in {year3}, at the age of {age}, {he} found a new star. {he} called it {pet}, after {his} dog.
habit: {he} slept all day, and {his} neighbors thought that {he} was lazy.
habit: {he} wore {num} pairs of socks, one over the other.
left: Today there is a [tower|hill] in {t} where anybody may look at the sky.
left: {his} notebook of the stars is kept in {t2}, behind glass.
# storyteller
child: {he} grew up in an inn, where {he} listened to travelers.
child: As a small child {he} did not speak at all. Then {he} began with a whole story.
work: {he} went from town to town and told stories for [a bed and some soup|bread and a song].
work: {he} knew {big} stories and never told one twice in the same place.
deed: In {year3} {he} talked for {num} nights in {t2}, and in that time the [two sides stopped their quarrel|flood went down].
deed: The tale of the {animal} and {thing}, first told in {year3}, is {his} best.
habit: {he} always stopped before the end and said, "Tomorrow."
habit: {he} kept a {animal} that seemed to know all the stories by heart.
left: Children in {t} still play the tale of the {animal} every {month}.
left: {he} never wrote anything down, so all we have is what others remember.
# bridge builder
child: {he} built {his} first bridge out of [chairs|spoons], over a sleeping dog.
child: {his} village had a river and no bridge, and {he} did not like wet feet.
work: {he} built {num} bridges of stone and [one|two] of rope.
work: {he} stood under each new bridge while the first cart went over it.
deed: {his} bridge at {t2}, finished in {year3}, has {num2} arches. {he_was} {age} when it was opened.
deed: In {year3} a flood took every bridge in the land but the one that {he} had built at {t2}.
habit: {he} measured everything with {his} own [arm|hat].
habit: {he} never crossed a bridge without taking off {his} hat.
left: People in {t} say "as safe as a bridge of {f}" when they trust somebody.
left: {num} of {his} bridges are still in use.
# seed collector
child: {his} pockets were always full of seeds, even on Sundays.
child: {he} planted a [plum|cherry] stone when {he} was {kid}. The tree is still there.
work: {he} collected the seeds of {big} plants and kept them in [small glass jars|folded paper].
work: {he} asked old people for old beans, and they were glad to give them.
deed: When a frost killed the fields in {year3}, {his} seeds saved the farms of {t2}.
deed: In {year3} {he} grew a {colour} [bean|pear|melon] that people had thought was lost.
habit: {he} talked to {his} plants, but only in the morning.
habit: {he} would give away any seed, but never sell one.
left: {his} seed house in {t} is open on {day}s, and everybody may take a handful.
left: The [beans|pears] that bear {his} name are sold on every market in {t}.
"""

PERSON_LINES = """
# lead
{n} ({year}-{year2}) was a {job} from {t}.
{n} was a {job}. {he} was born in {year} in {t}.
{n}, born in {t} in {year}, [is known as|became] a {job}.
A {job} from {t}, {n} lived from {year} to {year2}.
{n} was the [best|most famous] {job} [in|of] {t}. {he} was born there in {year}.
If you visit {t}, you will [soon|often] hear the name of {n}, a {job} who was born there in {year}.
# family
{he} was the [youngest|oldest] of {num2} children.
Money was short at home, and {he} went to work at the age of {teen}.
{he} was brought up by an [aunt|uncle] who [told stories|had {num2} cats|laughed a lot].
{he} never married, but {his} house was always full of [friends|guests|nephews].
{he} had a [twin|brother] who became a [sailor|shepherd], and the two looked just alike.
# end
{he} died in {year2}, at the age of {age2}.
{f} lived to be {age2}.
{he} worked until the end of {his} life, in {year2}.
In {year2}, the whole town walked behind {his} coffin.
"""
PERSON_ORDERS = """
lead child work deed habit? end? left
lead family? child? deed work habit? left?
lead work habit child? deed end left?
lead deed work child? family? left
lead child family? habit work deed left? end
"""

TOWNS = """
# sea
where: a fishing town [by the sea|on the western coast|in a deep bay]
work: Most people live from fishing, and the boats go out before sunrise.
work: [Nets|Ropes] are mended on the beach, and the best sails of the coast are sewn here.
see: The lighthouse, painted {colour} and white, is {big} steps high.
see: Old anchors stand in the front yards, and [shells|ropes] hang over the doors.
eat: On {day} everybody eats fish soup with [onions|pepper and bread].
eat: The smoked fish is so good that ships turn around for it.
sound: The gulls are louder than the bells.
sound: At night you hear the waves in every bed.
tale: In the storm of {year3} the sea carried {thing} into the church. It is still there.
tale: They say that a whale once slept in the harbor and nobody dared to wake it.
feast: In {month} the boats are decorated with flags, and the oldest captain throws bread into the water.
# river
where: a town on the river {river}[, built on both banks|]
work: For a long time the mills have ground [flour|corn] for the whole valley.
work: The ferry takes people, [goats|cows] and carts across for {num} coins.
see: {num2} bridges cross the river, and the oldest has a [small roof|crooked back].
see: The houses stand on wooden legs, because the river rises every spring.
eat: People like [eel pie|watercress soup|pike with lemon], and the children catch crabs under the bridge.
eat: The [bread|cake] from the old mill is known far down the river.
sound: The water wheels turn day and night, and people from here cannot sleep where it is quiet.
tale: In {year3} the river rose to the [second|third] window of the town hall. A line on the wall shows it.
tale: A {animal} once came down the river on a door, and the town kept it.
feast: On the first {day} in {month} there is a race of [bath tubs|rafts|barrels].
# hill
where: a town on top of a hill, with [one steep street|walls on every side]
work: People keep goats and make a hard cheese with a {colour} skin.
work: The wind never stops, so {num2} windmills [grind the corn|saw the wood].
see: From the wall you can see {num2} other towns and, on clear days, the mountains.
see: The street is so steep that the [chairs|benches] have two short legs and two long ones.
eat: The goat cheese is eaten with [figs|honey|dark bread].
eat: Guests get a cup of mint tea, because the climb is long.
sound: When the goats come home, the whole town rings with bells.
tale: In {year3} a cheese rolled down the hill and knocked over the mayor of the next town.
tale: The well is {big} meters deep. They dug for {num} years, and the first bucket was full of sand.
feast: In {month} people race up the hill with {food} in a spoon.
# forest
where: a town deep in the forest, [a day from the next road|among old oaks]
work: The people are carvers, and they make [spoons|toys|masks] from [ash|beech|birch] wood.
work: In autumn everybody picks mushrooms, and the [shoemaker|smith] closes his shop.
see: The houses have roofs of moss, and in spring flowers grow on them.
see: In the middle stands an oak that {num2} people cannot reach around.
eat: The dish of the town is mushroom stew with [nuts|thyme|dumplings].
eat: They bake a bread with nuts and wild honey.
sound: At night the owls call, and every child knows what they say.
tale: In {year3} a bear came to the market, ate all the honey and left without paying.
tale: Nobody cuts a tree there without asking it first.
feast: On the longest night of the year, lanterns are hung in the trees.
# plain
where: a town in a wide, flat land, [among fields of corn|where the sky is big]
work: The fields reach to the sky line, and people grow [corn|wheat|sunflowers].
work: Horses from here are [strong and calm|known for their long tails].
see: The church tower can be seen from {num} hours away.
see: All streets are straight, and there are no corners where you can hide.
eat: Every house has its own recipe for corn cakes.
eat: On {day} there is {meal} for everybody in the square.
sound: In summer you hear nothing but crickets.
tale: In {year3} a strong wind took the roof of the school and set it down on the barn. It fit as if made for it.
tale: The first people came in {year} with {big2} wagons and stopped where a wheel broke.
feast: After the harvest, in {month}, a straw [giant|horse] is carried through the town.
# lake
where: a town on a [deep|cold|round] lake
work: In summer the people rent out boats, and in winter they [cut ice|mend them].
work: Reeds from the lake are made into [chairs|baskets|roofs].
see: The houses along the shore are {colour}, and each has its own small pier.
see: On an island in the lake stands a chapel with {num2} bells.
eat: The trout from the lake is fried with [butter and almonds|herbs].
eat: There is a cake made of [plums|nuts|berries] that grow only by this water.
sound: In cold winters the ice sings at night.
tale: In {year3} the lake froze so hard that a market was held on it.
tale: Some say that an old village lies at the bottom, and that its [clock|bell] can be heard in {month}.
feast: On {season} nights, candles in paper boats are set on the lake.
# desert
where: a town at the edge of the desert, [around a green spring|where the caravans stop]
work: The people trade [salt|dates|carpets] and keep camels.
work: Glass is made here from the fine sand, in {colour} and in green.
see: The walls are of clay and as thick as a bed is long, so the rooms stay cool.
see: Every street leads to the well, and the well has {num2} stone steps.
eat: There are dates in everything, even in the soup.
eat: Flat bread is baked on hot stones and eaten with lentils.
sound: When the wind blows, the dunes hum.
tale: In {year3} it rained for {num} days. People stood outside and did not know what to do.
tale: A lost camel found the spring, they say, and the town was built where it drank.
feast: When the first dates are ripe, there is a race of camels, and the slowest one wins {thing}.
# snow
where: a town in the snow, far up in the north
work: The people keep reindeer and knit [socks|caps] with patterns of stars.
work: In winter all goods come by sled, and the dogs know the way.
see: The houses are painted {colour}, so that you can find them in a snowstorm.
see: For {num2} weeks in winter the sun does not rise, and lamps burn all day.
eat: A thick soup with [dried meat|barley and roots] is on the stove in every kitchen.
eat: The children eat cloudberry jam on everything.
sound: On still nights you can hear your own breath fall as snow, the old people say.
tale: In {year3} the snow was so high that people left their houses by the chimney.
tale: A polar bear once looked through the window of the school. Since then, lessons are very quiet.
feast: When the sun comes back, everybody climbs the hill and shouts good morning.
# mine
where: a town [at the foot of a mountain|in a narrow valley], built around an old mine
work: For {big} years people dug for [silver|copper|salt] here.
work: Today the mine is closed, and its cool halls are used to store [cheese|apples].
see: The statue in the square shows a miner with a lamp and a small {animal}.
see: There are {big} tunnels under the streets, and some houses have a door to them.
eat: The people eat [potato pie|bean soup] out of tin boxes, as the miners did.
eat: A round, dark bread called lump is baked here. It keeps for {num} weeks.
sound: When a cart passes, the ground answers with a dull sound.
tale: In {year3} the miners found {thing} in the deepest tunnel. Nobody can explain how it got there.
tale: A lost miner once followed a {animal} for {num} hours and came out in the garden of the mayor.
feast: On the last {day} before the first snow, everybody walks through the town with a lamp.
"""
TOWN_LINES = """
# lead
{n} is {where}.
{n} ([about|some] {many} people) is {where}.
{n}, {where}, [was founded in {year}|has {many} people].
{n} is {where}. It was founded in {year} by {p}.
{n} is the name of {where}.
# people
People from {n} are said to be [slow to speak and quick to help|stubborn|fond of long jokes|good with their hands].
[The best known person from|The most famous child of] {n} was {p}, who [walked around the world|won every game of chess for {num} years|wrote a book about spoons].
About {many} people live there, and nearly as many [cats|bicycles|hens].
The mayor is chosen every {num} years, and whoever wants the office least gets it.
The {colour} flag of {n} shows a {animal}.
"""
TOWN_ORDERS = """
lead work see eat? sound? tale
lead see work people? feast
lead sound? work eat people? tale?
lead people see? eat tale feast?
lead tale work? see sound? eat?
lead work eat? feast people?
"""

CREATURES = """
# river
size: a [cat|rabbit|small dog]
group: animal that lives by [slow rivers|streams and ponds]
look: Its fur is {colour} and so thick that water runs off it. Its feet are wide and flat.
look: It has a flat {colour} tail and [small round ears|long whiskers].
move: It swims on its back and steers with its tail.
move: On land it walks slowly, but in the water it is faster than a fish.
food: It eats [water plants|snails|small fish] and keeps some for the winter.
home: Its home is a tunnel in the river bank, with the door under water.
sound: When it is glad, it slaps the water {num} times.
# sea
young: The young swim beside their mother for {few} years.
young: The young are born in {month}, in warm, shallow water.
size: a [horse|rowing boat|barrel]
group: animal of the [warm|cold] sea
look: Its skin is {colour} with [white spots|dark rings], and it has {num} arms.
look: It is as long as a boat, and its back is {colour}.
move: It lets the waves carry it, and only its eyes look out of the water.
move: It can jump over a boat, and it seems to do so for fun.
food: It eats [seaweed|shrimps|jellyfish], mostly at night.
home: It sleeps in caves under the waves, often {num} in one cave.
sound: Sailors know its long, low song.
# trees
size: a [squirrel|cat|pigeon]
group: animal that lives in [tall trees|old forests]
look: It has a long {colour} tail, which it wraps around the branch when it sleeps.
look: Its fur is {colour} above and white below, and its eyes are very large.
move: It glides from tree to tree like a paper plane.
move: It climbs down backward, and only when it must.
food: It eats [nuts|buds|beetles] and hides them in hollow trees. It remembers nearly all of the places.
home: It builds a round nest of twigs and lines it with [moss|feathers].
sound: Its call sounds like a creaking door.
# grass
size: a [hare|goat|pony]
group: animal of the wide grass lands
look: It has long ears and a short {colour} coat, which is hard to see in dry grass.
look: On its back there are {num} {colour} stripes, and no two animals have the same ones.
move: It runs in circles when it is afraid and in a straight line when it is happy.
move: It jumps as high as a horse and lands on all four feet.
food: It eats [grass|seeds|clover] and needs little water.
home: It lives in holes under the ground, where {big2} of them may share one kitchen.
sound: One of them always stands guard and whistles when a hawk comes.
# snow
size: a [sheep|fox|hen]
group: animal of the far north
look: In winter its fur is white, in summer it turns {colour}.
look: It is round as a ball, with {colour} fur down to its toes.
move: It slides down hills on its belly and climbs up again, many times.
move: Its wide feet carry it over deep snow.
food: It digs for [roots|moss|frozen berries] with its strong front feet.
home: It sleeps in a snow cave, in groups, and those in the middle change places with those outside.
sound: It hums in the cold, very softly.
# desert
size: a [mouse|fox|hen]
group: animal of the dry lands
look: Its skin has the colour of sand, with {colour} spots, and it can close its nose.
look: Its huge ears keep it cool, and its coat is {colour}.
move: It walks on its toes, because the sand is hot.
move: It rolls down the dunes like a wheel.
food: It eats [beetles|thorny leaves|seeds] and drinks the dew from its own back.
home: By day it lies under the sand, and only the tip of its tail looks out.
sound: At dusk it barks {num} times, and then all is quiet.
# caves
size: a [mouse|cat|potato]
group: animal that lives in caves
look: It is nearly blind, but its ears are large, and its fur is {colour}.
look: Its {colour} skin glows a little in the dark.
move: It walks on the ceiling as easily as on the floor.
move: It finds its way by clicking with its tongue.
food: It eats [moths|mushrooms|cave beetles] and leaves the cave only in the rain.
home: The same family may live in one cave for a hundred years.
sound: Its clicking is like that of a clock, so miners used to call it the ticker.
# air
young: The young hatch in {month} and can fly after {few} weeks.
young: Both parents sit on the eggs, one by day and one by night.
size: a [swan|goose|stork]
group: bird [of the high cliffs|that is seen only at dusk]
look: Its wings are {colour} and longer than a tall man.
look: It has a {colour} crest, which stands up when it is surprised.
move: It can sleep while it flies, and it lands only once a year.
move: It flies in circles and never moves its wings.
food: It catches [flies|moths|fish] in the air and at the water.
home: It lays {few} {colour2} eggs on bare rock, so round that one wonders why they stay there.
sound: It has only one note, but it can hold it for {num} minutes.
# garden
size: a [bee|walnut|button]
group: animal that lives in gardens and hedges
look: It is as small as a thumb, and its back is {colour}.
look: It has {colour} spines that are soft as wool.
move: It travels on the backs of snails when it is not in a hurry.
move: It moves only when nobody is looking.
food: It eats [crumbs|slugs|fallen fruit], and gardens where it lives have the best lettuce.
home: It likes to live in [old watering cans|flower pots|lost shoes].
sound: In the evening it makes a sound like a small spoon in a cup.
# swamp
size: a [heron|goose|calf]
group: animal of the swamps
look: It has {few} toes on each foot and {colour} skin that is always wet.
look: Its legs are long and thin, and its belly is {colour}.
move: It stands on one leg for hours and then takes a single step.
move: It walks on floating leaves without sinking.
food: It eats [frogs|worms|duckweed] and washes each bite.
home: It builds a small island of reeds and moves it when the water rises.
sound: Its voice is like a drum, and people nearby set their clocks by it.
"""
CREATURE_LINES = """
# lead
The {n} is a {group}.
The {n} is a [rare|shy|clever|small|gentle] {group}.
A {n} is a [strange|peaceful|curious] {group}. It is about the size of {size}.
{N}s are [shy|gentle|playful|rare], and few people have seen one. The {n} is a {group}.
The {colour} {n} is a [well known|little known|restless] {group}.
# young
The young [are born in {month}|open their eyes after {num} days] and ride on the back of their mother.
A mother has {few} young, and she carries them one by one in her mouth.
The father looks after the young until they can [swim|run|feed] themselves.
# danger
When it is afraid, it [plays dead|makes itself flat|hides its head and thinks that nobody can see it].
Its enemy is the [fox|owl|snake], but it is too clever to be caught often.
When danger is near, it gives off a smell of [old cheese|burnt toast|wet dog].
# humans
It was first described by {p} in {year3}.
In {t}, people believe that it brings luck to see one on a {day}.
It cannot be kept in a cage. {p} tried it in {year3} and found the cage empty and the cake gone.
There are only about {many} of them left, and they are protected.
Children in {t} put out {food} for it on cold evenings.
"""
CREATURE_ORDERS = """
lead look move food? home humans?
lead food look? home young danger?
lead look sound move? danger humans
lead home food sound? young? humans?
lead move look danger? young
lead sound? look food young? humans
"""
SONGS = "The Door Is Open|Nine Small Boats|Snow on My Sleeve|The Miller's Other Hat|Come In, Said the Rain|A Spoon for the Moon|Last Train to the Orchard|My Left Shoe|Bread and Stars|The Slow Road Home"
