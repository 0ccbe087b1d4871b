"""What guides and adverts are made of: feasts and their customs, readers and their gifts, wares.

The lines are long because each is one row of a table.
"""

# feast: when it is | what people do | a treat to put beside the gift | the wrapping | an adjective
FEASTS = """
Eid al-Fitr: when the month of Ramadan ends|families visit each other and share sweets|a box of dates|green paper with a gold ribbon|joyful
Diwali: on a dark night in autumn|little lamps shine in every window|a plate of milk sweets|bright paper with a paper star|glowing
Christmas: at the end of December|the tree is lit and people sing|a tin of ginger cookies|red paper with a white ribbon|merry
Hanukkah: on eight nights in winter|a new candle is lit every evening|a bag of warm doughnuts|blue paper with a silver ribbon|happy
Lunar New Year: when the new moon comes in winter|red lanterns hang over the street|a round rice cake|red paper with a gold knot|lucky
Easter: on a Sunday in spring|children look for painted eggs|a loaf of braided bread|yellow paper with green grass|bright
Nowruz: on the first day of spring|families set a table with seven things|a bowl of nuts and raisins|cloth with painted flowers|fresh
Holi: when spring begins|people throw coloured powder and laugh|a tray of sweet dumplings|paper with spots of every colour|colourful
Vesak: on a full moon night in May|lanterns hang at the gates|a bowl of milk rice|plain white paper with a leaf|peaceful
Midsummer: on the longest day of the year|people dance in wreaths of flowers|a basket of strawberries|paper tied with long grass|sunny
Eid al-Adha: after the days of the pilgrimage|families share their food with neighbors and the poor|a dish of rice with raisins|white paper with a green ribbon|generous
Thanksgiving: on a Thursday in November|people say what they are thankful for|a small pumpkin pie|brown paper with an autumn leaf|thankful
"""

# readers: what they care about: gift = reason | ...
READERS = """
content marketers: good words and a full plan for the month: a desk calendar with big squares=every post finds its day|a pocket notebook=ideas come on the bus, not at the desk|a book about storytelling=a good story sells better than a loud one|a box of coloured markers=a plan is easier to read in five colours|a warm desk lamp=the last headline is often written at night|a kitchen timer=twenty quiet minutes are worth more than two busy hours|a mug with a lid=no tea will ever run over the keyboard again|a course in photography=a true picture says more than ten adjectives
gardeners: everything that grows: a short trowel with a wooden handle=it fits the hand and lasts for years|seeds of old tomatoes=nobody can buy such tomatoes in a shop|gloves of soft leather=even roses may be cut without a scratch|a straw hat with a wide brim=the sun is strong among the beans|a watering can with a long neck=the far pots get a drink, too|a knee cushion=weeding is hard on the knees|a rain gauge=a gardener likes to know, not to guess|labels made of slate=in May everything small and green looks alike
teachers: calm days and clever children: a stamp with a smiling sun=some pages need more than a tick|a thermos for the break=the bell never waits for hot tea|a good red pencil=the old one is always the first to be lost|a plant that needs little water=it lives through the long holidays|a bag with many pockets=thirty notebooks have to come home tonight|a book of riddles=the last five minutes of a lesson can be long|a set of chalk that does not squeak=every ear in the room will be grateful|a soft chair for reading=the feet have been standing since eight
bakers: bread, cake and early mornings: a linen cloth for the dough=it keeps the loaf in shape while it rises|a scale that weighs every gram=a pinch is not always a pinch|a long wooden spoon=the bottom of the bowl is deep|a jar of dark honey=it makes the crust brown and fragrant|a sharp bread knife=good bread should not be torn|an apron with a big pocket=there is always a cloth to look for|an alarm clock with a kind sound=the day begins at three|a tin for cookies=nothing stays crisp in a paper bag
bird watchers: feathers, songs and patience: a small pair of field glasses=they weigh less than an apple|a feeder for the window=in winter the birds come closer than ever|a book of bird songs=the ear often finds what the eye misses|a folding stool=herons are in no hurry|a notebook for rainy woods=its pages do not mind the wet|a nest box of pine=by April there may be a family in it|wool socks up to the knee=the best hour is the cold one before sunrise|a map of the marsh=the paths move when the water rises
sailors: wind, water and a dry cabin: a rope of soft cotton=knots want to be practiced in the evening|a brass compass=it points north when all lamps are out|a knitted cap=the wind at sea has cold fingers|a lantern that swings=the table may tilt, but the light does not|a mug with a wide foot=it stays where it is in a high sea|a waterproof bag=a dry shirt is a treasure on board|a chart of the bay=the rocks are drawn in red|a tin whistle=the evenings at anchor are long
knitters: wool, patterns and warm evenings: a bag of soft gray wool=it becomes whatever it likes|needles of smooth bamboo=they make no noise while others sleep|a tape measure in the shape of a snail=it always finds its way home|a book of hat patterns=heads come in all sizes|a bowl for the ball of wool=now it cannot roll under the sofa|a lamp for the arm of the chair=dark blue wool is hard to see at night|a box for buttons=the right one is never found without it|a pair of tiny scissors=they cut the thread and nothing else
chess players: quiet rooms and long thoughts: a board that rolls up=a game can be played on any train|a book of end games=the last five moves decide|a clock with two faces=nobody can think forever|a set of wooden pieces=a knight should feel heavy in the hand|a pocket set with magnets=no bump in the road will move the queen|a pot of strong tea=the third hour needs it|a puzzle for each day of the year=breakfast becomes a small battle|a felt bag=lost pawns are the saddest of all
cyclists: long roads and dry feet: a bell with a clear ring=it is friendlier than shouting|a small pump=the next garage is always far away|a repair kit in a tin=a nail can end the best of trips|a rain cape=it covers the knees and the bag|a lamp for the front wheel=the evening comes early in October|a basket of willow=bread and flowers ride along|gloves with soft palms=cobbles shake the hands|a map of quiet lanes=the long way is the better one
beekeepers: hives, flowers and honey: a white hat with a veil=curious bees stay outside|a soft brush=it moves a bee without making it angry|a dozen honey jars=a good summer fills them all|seeds of wild flowers=a hungry hive is a sad hive|a notebook for the hives=each one has its own mood|a smoker made of tin=a little smoke keeps the peace|a wooden honey spoon=nothing drips on the table|labels with a drawn bee=the neighbors will know whose honey it is
painters: colour, light and clean water: a fine brush of soft hair=cats need whiskers, even on paper|a box of twelve colours=all the others can be mixed from them|a pad of thick paper=it does not curl when it is wet|a smock with deep pockets=blue paint loves a white shirt|a folding easel=the best view is never in the studio|a jar with a lid=the water can travel, too|a book about shadows=they are hardly ever black|an old wooden frame=even a small sketch looks grand in it
campers: tents, fires and starry nights: a tin cup=it can stand right in the fire|a lamp for the forehead=both hands are free for the tent|a blanket of thick wool=the ground is colder than it looks|a pocket stove=rain cannot stop the soup|a length of strong cord=it holds the tent, the towels and the food bag|a game of cards=wet afternoons get shorter|a whistle=it is heard further than a voice|a star map=there is no ceiling to stare at
"""

# ware: what it is for: a feature|...: a slogan|...
WARES = """
sun lamp: reading in bed or finding the keys: it charges in the window|it folds flat|it runs for nine hours|it fits in a coat pocket: Light that you can carry.|Catch the sun, keep it for tonight.|Never lose your way to the kitchen again.
rain boots: puddles, mud and wet gardens: they stay soft in the cold|they come in eleven colours|they pull on without help|they have a sole that grips: Jump first, look later.|Let it rain.|No puddle is too deep.
lunch box: school, work and the long train: it has three rooms|it closes with one click|it never leaks|it can go in the dishwasher: Soup stays in. Hunger stays out.|Good things come in small boxes.|Open at noon, smile till evening.
folding bicycle: short ways in a big city: it folds in ten seconds|it weighs less than a dog|it fits under a desk|it has a bell that sings: Ride it, fold it, forget the bus.|Small wheels, big city.|Your way to work just got shorter.
wool blanket: cold evenings on the sofa: it is woven by hand|it is washed in spring water|it does not scratch|it is wide enough for two: Winter, you may come now.|Warm as a good word.|Stay in. Stay warm.
tin kettle: tea for the whole family: it whistles in tune|it pours without a drip|it has a handle that stays cool|it boils a liter in three minutes: Listen for the song.|The best minute of the day starts here.|Tea is ready when it sings.
wooden blocks: building towers and knocking them down: they have round corners|they are painted with safe colours|they come in a cotton bag|they fit together without glue: Build it up. Knock it down. Again!|A city in a bag.|No batteries, no end.
pocket umbrella: days that cannot decide: it opens with one hand|it does not turn over in the wind|it dries in a minute|it is shorter than a banana: Small when dry, big when wet.|Be ready for every cloud.|The sky can say what it likes.
alarm clock: heavy sleepers: it rolls off the table|it has no loud tick|it shines softly at night|it runs for two years: Up you get!|It always wakes before you do.|Good morning, whether you like it or not.
garden chair: doing nothing in the shade: it is made of ash wood|it stays outside all summer|it folds behind the door|it carries a grown bear: Sit down. The weeds can wait.|For people who listen to bees.|Summer needs a seat.
paint set: rainy Sundays: it holds sixteen colours|it comes with two brushes|it washes out of shirts|it closes like a book: Make a mess. Make a masterpiece.|Every child paints a different sun.|The wall stays white, the paper does not.
hiking backpack: days in the hills: it keeps the rain out|it has a pocket for each thing|it sits lightly on the hips|it has a whistle on the strap: Leave heavy thoughts at home.|Pack less. See more.|The hill is waiting.
music box: falling asleep: it plays four old tunes|it is wound up by hand|it is carved from pear wood|it is no bigger than an apple: Turn the key, close your eyes.|A small song for a big night.|Quiet begins here.
soup pot: big families and small kitchens: it heats evenly|it has a lid of glass|it holds six liters|it cleans in a minute: One pot, eight happy people.|Stir, taste, share.|Good soup takes time. Cleaning does not.
reading glasses: small print and big adventures: they come with a soft case|they weigh almost nothing|they do not slip|they bend without breaking: See the end of the story.|The print did not shrink, but we can help.|Find the comma again.
dog leash: walks before breakfast: it shines in the dark|it is soft in the hand|it does not twist|it stretches when the dog is quick: Who is walking whom?|Two ends, one friendship.|Go on, he is already at the door.
toy boat: baths, ponds and quiet streams: it never sinks|it has a real cotton sail|it rights itself|it is made of light cork: Every bath is a sea.|Small boat, brave captain.|Set sail before bedtime.
bread oven: the corner of any kitchen: it is hot in six minutes|it has a stone floor|it uses little power|it lets you watch through a window: Wake up to the smell.|Your street will envy you.|Fresh at seven, gone by eight.
warm scarf: frost, wind and waiting for buses: it goes around three times|it is knitted without a seam|it keeps its colour|it fits the young and the old: Give winter the cold shoulder.|A hug for your neck.|Long enough for a long winter.
notebook: ideas that come at night: it lies flat on the table|it has 200 pages|it takes ink without stains|it closes with a ribbon: Write it down before it flies away.|Empty, but not for long.|Your head is full. This is not.
seed box: balconies and window sills: it holds twelve kinds of herbs|it comes with good soil|it needs only a cup of water|it fits on any sill: A garden as long as your arm.|Sow today, taste in June.|Green begins small.
night light: children who hear monsters: it looks like a hedgehog|it gets dim slowly|it stays cool|it can be carried to the bathroom: Monsters hate hedgehogs.|Dark, but not too dark.|Sleep is just around the corner.
sled: the first good snow: it is made of bent ash|it steers with the feet|it carries two children|it has a rope that does not freeze: Uphill is the price, downhill is the prize.|Faster than the big brother.|Snow is free. Get ready.
board game: four friends and one long evening: it takes five minutes to learn|it never ends the same way|it needs no reading|it fits on a small table: One more round, then bed. Promise.|Win, lose, laugh.|The phone can stay in the coat.
"""

# shop: where it is|what it does|what it offers now|when it is open
SHOPS = """
the bakery on Mill Lane|rolls come out of the oven at six|three rolls for the price of two|from six until noon
the bicycle workshop behind the station|every chain is oiled by hand|a free check of your brakes|from nine to five
the flower shop by the fountain|roses come straight from the field|a small pot of mint with every bunch|every day but Monday
the bookshop on the corner|you may read the first chapter in the red chair|old books for two coins each|until eight in the evening
the swimming school at the lake|even grandfathers learn to float|the first lesson for nothing|on Tuesday and Thursday
the shoe repair in Bridge Street|old boots learn to walk again|new laces with every sole|from Tuesday to Saturday
the ice cream cart in the park|there are fourteen kinds, and one is secret|a second scoop for everybody under ten|as long as the sun shines
the music school over the bank|nobody has to practice alone|a drum to borrow for a month|after school
the pottery at the old kiln|you make the cup and we fire it|a lump of clay for beginners|on weekends
the barber beside the market|no ear was ever cut here|a haircut for two brothers at the price of one|from eight to four
the farm shop at the crossroads|eggs are from this morning|a free pumpkin with ten pounds of potatoes|from Friday to Sunday
the boat hire at the pier|the ducks know every boat|two hours for the price of one|until sunset
the tailor above the pharmacy|a hole becomes a flower|buttons sewn on while you wait|in the mornings
the clock shop in the arcade|a hundred clocks strike at noon|a new battery at half price|from ten to six
the toy library in the school yard|you borrow a robot and bring back a train|a free card for new children|on Wednesday afternoon
the soup kitchen at the harbor|the pot is as big as a bathtub|a bowl for every helper|at one o'clock sharp
the night school in the town hall|people who fix roofs learn French|the first month free|from seven to nine
the animal doctor on the hill|nervous cats get a quiet room|a check of the teeth for dogs|on every day of the week
the cheese stall under the arches|the oldest cheese is older than the cheese maker's son|a taste of anything you point at|on market days
the kite shop on the beach road|the wind tries every kite first|a free tail for every kite|from April to October
"""
