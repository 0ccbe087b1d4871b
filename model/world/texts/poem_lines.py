"""Lines of verse by theme and rhyme family, and the words that rhyme.

Each line stands alone and has about eight syllables, so any two lines of a family make a couplet and
any families of a theme make a poem.
The lines are long because each is one row of a table.
"""
# ruff: noqa: E501

# theme: title|title / family: line|line|...
THEMES = {
    "night": """
Good Night|The Lamp Goes Out|When It Is Dark|A Night Song
ight: the moon is up, the stars are bright|a lamp is burning in the night|the owl looks out with all its might|the roofs are shining, cold and white|a moth goes dancing round the light
oon: above the chimney hangs the moon|the wind is humming half a tune|the morning will be coming soon|the night is warm, for it is June|a cup is waiting with its spoon
eep: the little lambs are fast asleep|the lake is dark, the lake is deep|the shepherd counts his tired sheep|across the wall the shadows creep|it is a secret we can keep
ed: the day is done, the west is red|the cat has curled up on the bed|the book is closed, the tale is read|a pillow waits for every head|"sleep well, my dear," my father said
ark: the garden gate stands in the dark|far off we hear a single bark|the fire gives one final spark|the swings are resting in the park
ill: the fox is on the silver hill|the wheel has halted at the mill|the wind lies down, the leaves are still|the moon looks in above the sill|the air has lost the evening chill
ear: the night is wide, the night is clear|there is no need for any fear|the song of crickets fills my ear|so hold my hand, for I am near|a star is born for us this year
eam: the street is silent as a dream|the cat is dreaming of its cream|across the floor there lies a beam|the fish are dozing in the stream
""",
    "sea": """
The Harbor|Salt and Wind|By the Sea|The Small Boat
ea: my window opens on the sea|the gulls are loud, the gulls are free|the tide has left a shell for me|the harbor master turns his key|the masts are swaying like a tree
and: we draw a castle in the sand|the captain lifts his freckled hand|the sailors dream of solid land|a crab is marching with its band|the lighthouse tower is old and grand
ave: the boat goes up with every wave|the smallest sailor must be brave|a seal is singing in its cave|here is the stone my uncle gave
ore: the waves are running to the shore|the old boat will not sail once more|the wind is knocking at the door|we hear the distant water roar|there are no clouds now as before
ip: the morning wakes the sleeping ship|the ropes are wet, be sure to grip|a drop of salt is on my lip|the dolphins jump, the dolphins dip|we wish the crew a happy trip
ail: the wind is playing with the sail|a whale goes by and lifts its tail|the fisher fills his wooden pail|the sky turns gray, there comes a gale|the cook is telling us a tale
oat: my brother has a yellow boat|a bottle has been seen to float|the captain wears a heavy coat|inside the bottle was a note
ide: the boats are rocking on the tide|the bay is blue, the bay is wide|the crabs run sideways, and they hide|the pier is dry upon one side|the waves come in with noisy pride
""",
    "home": """
Our House|In the Kitchen|A Quiet Evening|Under One Roof
all: a clock is ticking on the wall|my coat is hanging in the hall|the cat is playing with its ball|the house is old, the house is small|the stairs are steep, but do not fall
air: my grandma has a rocking chair|the soup has spices in the air|somebody whistles on the stair|my sister combs her tangled hair|we cut the pie, and we are fair
ook: my father reads a heavy book|the baby gives a sleepy look|the kettle hangs upon its hook|my brother is a clever cook|I read inside a quiet nook
ot: there is a stew inside the pot|take care, the plates are very hot|the candles flicker in one spot|we have not much, we have a lot
ug: the dog is lying on the rug|I drink my cocoa from a mug|the blanket makes it warm and snug|my mother gives us both a hug|the milk is standing in the jug
ake: my uncle comes and brings a cake|the dough is ready now to bake|the youngest one is still awake|an apple pie is what we make
oom: the evening fills the living room|behind the door there leans a broom|the roses on the table bloom|our little lamp drives off the gloom
ire: we sit together at the fire|the flames are climbing high and higher|the bird is sleeping on the wire|the kettle sings just like a choir
""",
    "garden": """
What Grows|In the Garden|Spring|The Bean Row
een: the beans have made the fence all green|the finest pears I have ever seen|the snail walks slowly like a queen|the rain has washed the whole world clean|a path of pebbles runs between
ose: a bee is working in the rose|there is some pollen on my nose|it is a wonder how it grows|the gate is old and hard to close|I walk on grass with naked toes
ain: the ground is thankful for the rain|the sparrows pick the golden grain|the plums are ripe and red again|the snails are coming up the lane
ound: a worm is busy underground|the melons grow so big and round|the wind walks by without a sound|just look what treasure I have found
ower: a butterfly is on the flower|the swallows fly around the tower|we had a small and sunny shower|the bees are flying every hour
ing: the blackbird has begun to sing|the garden smells of early spring|a beetle has a shiny wing|the shed is held with wood and string|a seed is such a tiny thing
un: the cat is lying in the sun|the ants are always on the run|to dig for worms is so much fun|the weeding now is nearly done|the cherries ripen, one by one
ell: the mint has got a lovely smell|we draw our water from the well|we hear the distant dinner bell|the snail has gone into its shell|what beans can dream, no one can tell
""",
    "animals": """
Paws and Wings|On the Farm|Who Lives Here?|The Hen and the Fox
at: upon the barrel sits a cat|the goat has eaten grandpa's hat|the donkey rolls upon the mat|the piglet is both pink and fat|above the barn there flies a bat
og: beside the pond there sits a frog|the farmer whistles for his dog|a squirrel runs along a log|the geese are marching through the fog
ox: behind the barn there waits a fox|the kittens sleep inside a box|the farmer dries his woolen socks|the lizard suns upon the rocks
ouse: inside the wall there lives a mouse|the swallow builds its muddy house|the farmer wears a dotted blouse
ird: up in the tree I saw a bird|it sings, and it is always heard|the parrot knows a naughty word|two goats are here, here comes the third
en: across the yard there runs a hen|the lamb has left its wooden pen|the hedgehog hurries to its den|eleven ducks were here, now ten
ig: the mud is perfect for the pig|the moles have tunnels that they dig|the pony is not very big|a finch is sitting on a twig
uck: the pond belongs to one old duck|the cart is heavy, it is stuck|the hens run off and loudly cluck|a ladybug has brought us luck
""",
    "winter": """
Snow|The Cold Month|Wind in the Chimney|Weather
ow: the hill is covered with the snow|the children shout, and down they go|the river now is very slow|how geese find south, I do not know|the winds of winter start to blow
old: the gate is white, the day is cold|the sun in winter looks like gold|my mittens now are two years old|here is a warmer hand to hold
ice: the lake is wearing boots of ice|the soup with beans is hot and nice|the barn is full of sleepy mice|the clock has struck, it struck just twice
eeze: the clouds are chasing in the breeze|the frost has painted all the trees|the snow has come up to our knees|the old man has begun to sneeze|the pond has just begun to freeze
oud: the mountain wears a scarf of cloud|the thunder rolls, the rain is loud|the snowman stands there, fat and proud|the crows are gathered in a crowd
est: the storm is coming from the west|there is some snow inside the nest|the weary fields can have a rest|I like the whitest mornings best
y: a flock of geese goes through the sky|the kite has never been so high|the boots are wet, the socks are dry|a snowflake settles on my eye|the winter days go quickly by
ast: the autumn days are in the past|the north wind blows an icy blast|the sled goes down, it goes so fast|the first of March has come at last
""",
    "road": """
On the Way|The Train|Far From Here|The Long Road
own: the road goes up, the road goes down|the train is leaving from our town|the dust has turned my sandals brown|the hills are wearing each a crown
ace: a map shows every little place|the rain is running down my face|the snail and I have had a race|my bag has still a bit of space
ack: the train is running on its track|an apple waits inside my pack|the tunnel makes the windows black|we wave to people, they wave back
eel: there is a squeak inside the wheel|how light a walker's heart can feel|at noon we eat a simple meal|the rails are made of shining steel
ong: the drivers hum a traveler's song|the day is bright, the way is long|the bridge is narrow, old and strong|my shadow always comes along
ile: we rest again at every mile|a stranger greets us with a smile|the cows look up at us a while|the bags are standing in a pile
ike: my sister has a silver bike|come, take whatever road you like|we rest a little on our hike
ate: the rider stops before a gate|the bus to Millbrook will be late|the inn has soup, so clean your plate|be patient now, for we must wait
""",
    "play": """
After School|My Friend and I|A Game|Ten Minutes Left
end: I share my secrets with a friend|the river has a sudden bend|this letter is the one I send|a game like this should never end|we have a paper kite to mend
ime: we play until the supper time|the tallest tree is good to climb|the evening bells begin to chime|two words that fit will make a rhyme
ink: my fingers all are blue with ink|the toy boat never seems to sink|it is a riddle, stop and think|the clouds above the roofs are pink|the fountain offers us a drink
ool: at three o'clock we run from school|the summer lake is deep and cool|be kind to all, that is the rule|two frogs have settled in the pool
ame: here comes a child without a name|the best of evenings starts the same|we run in circles in our game|nobody lost when all friends came
ay: come out, come out, and seize the day|there is no better game to play|the puddles will not go away|the ball has gone, the dog says: stay|we lie down softly in the hay
ump: over the ditch we take a jump|the wheelbarrow goes bump, bump, bump|the water splashes from the pump|a frog is sitting on the stump
unch: the bell has rung, it rings for lunch|on carrot sticks we like to munch|of yellow flowers I have a bunch|the autumn leaves go crunch, crunch, crunch
""",
}

# family: words that rhyme (those of the lines above and more, for whoever checks a new poem)
RHYMES = """
ight: bright night might white light right kite bite sight tonight quite
oon: moon tune soon June spoon noon balloon
eep: asleep deep sheep creep keep sleep leap weep
ed: red bed read head said bread shed led fed
ark: dark bark spark park mark lark
ill: hill mill still sill chill will fill until
ear: clear fear ear near year here hear dear tear
eam: dream cream beam stream seem team
ea: sea free me key tree bee see be three tea
and: sand hand land band stand grand
ave: wave brave cave gave save
ore: shore more door roar before floor four
ip: ship grip lip dip trip slip tip
ail: sail tail pail gale tale whale snail
oat: boat float coat note goat throat
ide: tide wide hide side pride ride beside
all: wall hall ball small fall tall call
air: chair air stair hair fair care there where
ook: book look hook cook nook took brook
ot: pot hot spot lot not dot
ug: rug mug snug hug jug bug
ake: cake bake awake lake make snake
oom: room broom bloom gloom
ire: fire higher wire choir
een: green seen queen clean between bean
ose: rose nose grows close toes knows
ain: rain grain again lane train plain
ound: underground round sound found ground
ower: flower tower shower hour
ing: sing spring wing string thing king bring
un: sun run fun done one
ell: smell well bell shell tell
at: cat hat mat fat bat sat rat
og: frog dog log fog
ox: fox box socks rocks
ouse: mouse house blouse
ird: bird heard word third
en: hen pen den ten men
ig: pig dig big twig wig
uck: duck stuck cluck luck truck
ow: snow go slow know blow grow
old: cold gold old hold told
ice: ice nice mice twice
eeze: breeze trees knees sneeze freeze
oud: cloud loud proud crowd
est: west nest rest best
y: sky high dry eye by fly why
ast: past blast fast last
own: down town brown crown
ace: place face race space
ack: track pack black back
eel: wheel feel meal steel
ong: song long strong along
ile: mile smile while pile
ike: bike like hike
ate: gate late plate wait
end: friend bend send end mend
ime: time climb chime rhyme
ink: ink sink think pink drink
ool: school cool rule pool
ame: name same game came
ay: day play away stay hay say
ump: jump bump pump stump
unch: lunch munch bunch crunch
"""
