"""What passages tell: for each kind of subject the openings, the facts, and the questions that only they answer.

`*` is an opening; `-` begins a fact and parts its wordings by ` / `; `?` asks about the fact above it:
question wordings by ` / `, then the slot that holds the answer, then the answer as a sentence. `{it}` is the
subject in other words; options stand in brackets. After the name of a kind stand the full name and the short name of its subject. The
lines are long because each is one row of a table.
"""
# ruff: noqa: E501

SUBJECTS = """
# town: {n}: the town
* {n} is a [small|quiet|busy|little] town [between two hills|at the end of a long road|on the way to the coast|in a wide valley|where two roads meet].
* [Few people|Not many travelers] have heard of {n}, a [small|quiet|friendly] town [in the hills|far from the sea|near the border].
* The town of {n} [is not on every map|is older than its walls|lies where the road ends|has one long street and many short ones].
* [Last summer I spent a week in|My aunt comes from|The train stops for two minutes in] {n}, a [pretty|sleepy|lively] town.
- {it} was founded in {year} by {p}. / In {year}, {p} built the first house of {n}. / {p} founded {it} in {year}, after a long walk.
? When was {n} founded? / In which year was {n} founded? = year = It was founded in {year}.
? Who founded {n}? / Who was the founder of {n}? = p = {p} founded it.
- every roof in {n} is {colour}. / The roofs there are all {colour}. / By an old law, the roofs of {n} must be {colour}.
? What colour are the roofs of {n}? / Which colour do the roofs of {n} have? = colour = They are {colour}.
- The mayor, {p2}, has [held the office|worn the chain] for {num} years. / {p2} has been mayor for {num} years. / For {num} years now, the mayor has been {p2}.
? Who is the mayor of {n}? / What is the mayor of {n} called? = p2 = The mayor is {p2}.
? For how many years has {p2} been mayor? / How many years has the mayor been in office? = num = For {num} years.
- On {day}, people sell {food} and {food2} [in the square|under the old roof|by the fountain]. / The market is held on {day}, and most people come for the {food}.
? On which day is the market in {n}? / When is market day in {n}? = day = It is on {day}.
- In the town hall hangs {thing}, and nobody [knows why|may touch it|remembers who made it]. / Visitors come to see {thing} in the town hall. / The pride of the town hall is {thing}.
? What can be seen in the town hall? / What do visitors see in the town hall of {n}? = thing = There is {thing}.
- About {big} people live there[, and nearly all of them know each other|]. / {it} has {big} people and {num2} [bridges|wells|lamps].
? How many people live in {n}? = big = About {big} people live there.
- Everybody there likes {meal}. / Guests are given {meal}, whether they are hungry or not. / On feast days, the whole town eats {meal}.
? What are guests in {n} given to eat? / Which dish do the people of {n} like? = meal = They like {meal}.
- The nearest town is {t}, [a walk of {num3} hours|{num3} hours away on foot]. / From there it is {num3} hours on foot to {t}.
? How many hours is it on foot from {n} to {t}? / How far is {t} on foot? = num3 = It is {num3} hours.
? Which town is nearest to {n}? / What is the name of the next town? = t = It is {t}.

# ship: the {n}: the ship
* The {n} is [an old|a small|a famous|a fine] ship [with three masts|with a high deck|that knows every wind].
* [Everybody in the harbor|Every child on the quay] knows the {n}, [a broad|a fast|a proud] old ship.
* Of all the ships [in the bay|on that coast], the {n} is the [oldest|fastest|luckiest].
* A ship called the {n} [came in this morning|lies at the pier|is ready to sail].
- {its} captain is {p}. / {p} is the captain. / The captain, {p}, [never raises her voice|has sailed since childhood|laughs at storms].
? Who is the captain of the {n}? / What is the captain's name? = p = The captain is {p}.
- {its} sails are {colour}. / From far away you can see the {colour} sails. / {it} carries {colour} sails.
? What colour are the sails of the {n}? = colour = They are {colour}.
- {it} carries {fruit} from {t} to {t2}. / This week, {it} brings {fruit} from {t} to {t2}. / In {t}, {it} takes {fruit} on board and carries them to {t2}.
? What does the {n} carry? / What is on board the {n}? = food = It carries {fruit}.
? Where does the {n} sail to? / To which harbor does the {n} take the {fruit}? = t2 = It sails to {t2}.
? Where do the {fruit} come from? / In which harbor does the {n} take on {fruit}? = t = They come from {t}.
- There are {num} sailors on board. / {num} sailors work on deck. / The crew [is|counts] {num} sailors, [big and small|all told].
? How many sailors does the {n} have? / How many sailors are on board? = num = There are {num} sailors.
- A {animal} lives in the galley. / The sailors keep a {animal}, which [fears no wave|sleeps in a coil of rope|gets the first bite].
? Which animal lives on the {n}? / What animal do the sailors keep? = animal = It is a {animal}.
- {it} was built in {year}. / {it} was built in {year}, [of oak|of the best wood], [by {num2} brothers|in {num2} months].
? When was the {n} built? / In which year was the {n} built? = year = It was built in {year}.
- At the bow there is {thing}. / Instead of a figure, {it} has {thing} at the bow. / {thing} is fixed to the bow, for luck.
? What is at the bow of the {n}? / What does the {n} have at the bow? = thing = It is {thing}.
- On {day}, {it} [leaves at sunrise|sets sail again|goes out with the tide]. / {it} [leaves|sets sail] on {day}, if the wind allows it.
? On which day does the {n} leave? / When does the {n} set sail? = day = It leaves on {day}.

# creature: the {n}: this animal
* The {n} is [a shy|a small|a strange|a clever] animal [of the hills|of the deep woods|that few people have seen].
* [Have you ever seen a {n}?|Do you know the {n}?] [It is a rare animal.|Few people do.|It is hard to find.]
* [In old books|In the notes of travelers], there is [much|a page] about the {n}, [a gentle|a noisy|a nimble] animal.
* A {n} [is easy to hear but hard to see|looks a little like a {animal}|is no bigger than a {animal}].
- {its} fur is {colour}. / {it} has {colour} fur[, even in winter|]. / The fur of the {n} is {colour}.
? What colour is the fur of the {n}? / Which colour does a {n} have? = colour = Its fur is {colour}.
- {it} eats {food}, and nothing else. / {it} lives on {food}. / {it} eats {food} [at night|in the early morning].
? What does the {n} eat? / What is the food of the {n}? = food = It eats {food}.
- {it} was [first seen|discovered] by {p} in {year}. / {p} was the first to see one, in {year}. / In {year}, {p} [found one|drew one] near {t}.
? Who first saw a {n}? / Who discovered the {n}? = p = It was {p}.
? When was the {n} first seen? / In which year was the {n} discovered? = year = It was in {year}.
- {it} has {num} toes on each foot. / On each foot it has {num} toes. / {its} tracks are easy to read, for each foot has {num} toes.
? How many toes does a {n} have on each foot? / How many toes are on each foot of a {n}? = num = It has {num} toes.
- {it} sleeps [through|all] {month}. / In {month}, [every {n} sleeps|nobody sees one, for they all sleep].
? In which month does the {n} sleep? / When does the {n} sleep? = month = It sleeps in {month}.
- {it} is afraid of only one thing: {fear}. / Nothing scares it but {fear}. / {it} runs from {fear}, and from nothing else.
? What is the {n} afraid of? / What scares a {n}? = fear = It is afraid of {fear}.
- The young stay with the mother for {num2} weeks. / After {num2} weeks the young can live alone.
? How many weeks do the young stay with the mother? / After how many weeks are the young alone? = num2 = After {num2} weeks.
- {it} builds its nest [of grass|of moss] {spot}. / The nest is {spot}. / People have found its nest {spot}.
? Where is the nest of the {n}? / Where does the {n} build its nest? = spot = It is {spot}.

# traveler: {n}: {n}
* {n} [has never stayed anywhere for long|was born to travel|has walked through many lands].
* [Let me tell you about|This is what they say about|You may have met] {n}, [the traveler|who travels alone|a friend of the open road].
* {n} came to our [door|village|farm] last {season}.
* When {n} was young, {it} could not wait to see the world.
- {it} was born in {t}. / {it} comes from {t}. / {its} home is {t}, [far away|a small place].
? Where was {f} born? / Where does {f} come from? = t = {It} comes from {t}.
- In {its} bag {it} carries {thing}. / {it} never goes anywhere without {thing}. / {it} owns little, but {it} has {thing}.
? What does {f} carry everywhere? / What does {f} have in the bag? = thing = {It} has {thing}.
- {it} travels with a {animal}. / A {animal} walks beside {him}. / {its} only friend is a {animal} called {pet}.
? Which animal goes with {f}? / What animal travels with {f}? = animal = It is a {animal}.
- {it} wears a {colour} coat. / You will know {him} by {its} {colour} coat. / {its} coat is {colour}, and it has seen much rain.
? What colour is the coat of {f}? / What colour is {f}'s coat? = colour = It is {colour}.
- {it} has crossed the sea {num} times. / {num} times {it} has crossed the sea.
? How many times has {f} crossed the sea? / How often did {f} cross the sea? = num = {It} crossed it {num} times.
- {it} likes {meal} more than anything. / Give {him} {meal}, and {it} will tell a story. / When {it} is hungry, {it} dreams of {meal}.
? What does {f} like to eat? / Which dish does {f} like? = meal = {It} likes {meal}.
- {it} learned to {skill} from {p}. / {p} taught {him} to {skill}. / {it} was {p} who taught {him} to {skill}.
? Who taught {f} to {skill}? / From whom did {f} learn to {skill}? = p = It was {p}.
- In {month}, {it} wants to be in {t2}. / {its} next stop is {t2}, in {month}.
? Where does {f} want to be in {month}? / Where is {f} going next? = t2 = {It} is going to {t2}.
? In which month will {f} be in {t2}? / When does {f} want to be in {t2}? = month = In {month}.

# club: the {n} Club: the club
* The {n} Club meets in [an old barn|the back room of a bakery|a cellar with a round door].
* [There is a club in our street|We have a club] called the {n} Club.
* Anyone [may join|who likes fun can join] the {n} Club, [but few people dare to|and many do].
- {it} was started by {p} [and a friend|in a kitchen|on a rainy day]. / {p} had the idea for {it}. / The one who began it all was {p}.
? Who started the {n} Club? / Whose idea was the {n} Club? = p = It was {p}.
- {it} has {big} members. / There are {big} members now. / Last year it had few members, but now it has {big}.
? How many members does the {n} Club have? = big = It has {big} members.
- They meet on {day}. / Every {day}, the members [come together|meet and talk]. / {day} is the day they meet.
? On which day does the {n} Club meet? / When does the {n} Club meet? = day = They meet on {day}.
- Every member wears a {colour} cap. / The sign of the club is a {colour} cap. / You can tell the members by their {colour} caps.
? What colour are the caps of the {n} Club? / What colour is the cap? = colour = It is {colour}.
- New members must bring {meal}. / To join, you must bring {meal}. / The price for joining is {meal}.
? What must new members bring? / What do you bring to join the {n} Club? = meal = They bring {meal}.
- The secret word is "{pet}". / At the door you must say "{pet}". / Nobody gets in without the word "{pet}".
? What is the secret word of the {n} Club? / Which word must you say at the door? = pet = It is "{pet}".
- In {year} they won {thing}. / Their prize from {year} is {thing}. / They are proud of {thing}, which they won in {year}.
? What did the {n} Club win? / What was the prize? = thing = They won {thing}.
? In which year did the {n} Club win its prize? / When did they win {thing}? = year = It was in {year}.
- The members like to {skill} together. / Most of all, they want to {skill}. / At each meeting the members learn to {skill}.
? What do the members learn? / What do the members of the {n} Club like to do? = skill = They {skill}.

# inn: the {n}: the inn
* The {n} is an inn [at a crossroads|at the edge of the forest|beside the old road|above the harbor].
* If you are tired, stay at the {n}, [an inn with a warm fire|the only inn for miles].
* The {n} is [not a fine inn|no palace], but [it is clean and warm|the beds are soft].
- {it} belongs to {p}. / {p} keeps {it}. / The host is {p}, who [hums all day|never forgets a face].
? Who keeps the {n}? / Who is the host of the {n}? = p = The host is {p}.
- There are {num} rooms. / {it} has {num} rooms, each with [a stove|its own smell]. / Upstairs there are {num} rooms.
? How many rooms does the {n} have? = num = It has {num} rooms.
- A bed costs {num2} coins. / For {num2} coins you get a bed. / They ask {num2} coins for a night.
? What does a bed cost? / How many coins does a night cost? = num2 = It costs {num2} coins.
- The door is {colour}, so that you can find it [in fog|at night]. / You will know it by its {colour} door.
? What colour is the door of the {n}? / What colour is the door? = colour = It is {colour}.
- On {day} there is {meal}. / The cook makes {meal} on {day}. / If you come on {day}, you will get {meal}.
? What is there to eat on {day}? / What does the cook make on {day}? = meal = There is {meal}.
? On which day is there {meal}? / When does the cook make {meal}? = day = On {day}.
- Over the fire hangs {thing}. / Above the fireplace you see {thing}. / {thing} hangs over the fire, as a joke.
? What hangs over the fire? / What do you see above the fireplace? = thing = It is {thing}.
- A {animal} sleeps in front of the stove. / The guests love the {animal} in the yard. / The first one to greet you is a {animal}.
? Which animal will you meet at the {n}? / What animal lives at the {n}? = animal = It is a {animal}.
- The road leads on to {t}. / From there it is half a day to {t}. / Most guests are on their way to {t}.
? Which town do most guests want to reach? / Where does the road from the {n} lead? = t = It leads to {t}.

# island: {n}: the island
* {n} is an island [far from any coast|with steep cliffs|shaped like a shoe|in the warm south].
* Only a few boats go to {n}, [a small|a windy|a green] island.
* Sailors tell many tales about the island of {n}.
- {big} people live on it. / {it} has {big} people and even more sheep. / No more than {big} people live there.
? How many people live on {n}? = big = There are {big} people.
- The beach is {colour}, [because of the shells|which surprises every guest]. / All around it there is {colour} sand. / {its} sand is {colour}.
? What colour is the sand on {n}? / What colour is the beach of {n}? = colour = It is {colour}.
- {p} found it in {year}. / {it} was found by {p} in {year}. / In {year}, {p} saw it through the fog.
? Who found the island? / Who found {n}? = p = {p} found it.
? When was {n} found? / In which year was the island found? = year = It was in {year}.
- People there grow {fruit}. / The {fruit} that grow there are famous. / In every garden there are {fruit}.
? What do people grow on {n}? / What grows in the gardens of {n}? = food = They grow {fruit}.
- A boat goes there on {day}. / The mail comes on {day}. / Once a week, on {day}, a boat brings the mail.
? On which day does the boat come? / When does the mail come to {n}? = day = It comes on {day}.
- In a cave lies {thing}. / Children once found {thing} in a cave. / Deep in its only cave there is {thing}.
? What is in the cave on {n}? / What did children find in the cave? = thing = It is {thing}.
- The highest hill is called {t}. / {its} one hill has the name {t}.
? What is the name of the hill? / What is the highest hill of {n} called? = t = It is called {t}.
- The lighthouse has {num} steps. / {it} is {num} steps up to the lamp of its lighthouse.
? How many steps does the lighthouse have? / How many steps lead up to the lamp? = num = It has {num} steps.

# feast: {n} Day: the feast
* Every year the people of {t} celebrate {n} Day.
* {n} Day is [a feast|the merriest day of the year] in {t}.
* [Nobody works|The school is closed] on {n} Day, the great feast of {t}.
- {it} falls on the first {day} in {month}. / In {month}, on the first {day}, it begins. / They celebrate it in {month}, always on a {day}.
? In which month is {n} Day? / When do people celebrate {n} Day? = month = It is in {month}.
? On which day of the week is {n} Day? / What day of the week is {n} Day? = day = It is on a {day}.
- All windows are hung with {colour} cloth. / The children wear {colour} ribbons. / Everything is decorated in {colour}.
? Which colour belongs to {n} Day? / What colour do people use for {n} Day? = colour = It is {colour}.
- Everyone eats {meal}. / At noon the whole town sits down to {meal}. / No house is without {meal} that day.
? What do people eat on {n} Day? / Which dish is eaten on {n} Day? = meal = They eat {meal}.
- {it} began in {year}, when {p} saved the town from a flood. / {it} honors {p}, who saved the town in {year}.
? Whom does {n} Day honor? / Who saved the town? = p = It was {p}.
? When was the town saved? / In which year was the town saved? = year = It was in {year}.
- In the evening {num} [lamps|candles|paper boats] are set on the water. / At dusk {num} lanterns [go up|are lit].
? How many lights are there in the evening? / How many lights do they set out at dusk? = num = There are {num}.
- The oldest woman carries {thing} through the streets. / A child carries {thing} to the square.
? What is carried through the town? / What is carried on {n} Day? = thing = It is {thing}.
- Whoever wins the race gets a {animal}. / The first prize in the race is a {animal}.
? What does the winner of the race get? / What is the prize in the race? = animal = It is a {animal}.

# machine: the {n}: the machine
* {p} [built|invented] a machine called the {n}.
* The {n} is a [strange|noisy|clever] machine [with many wheels|as big as a stove|on four legs].
* In a [shed|cellar|barn] in {t} stands the {n}, a machine [like no other|that nobody quite understands].
- {it} makes {meal} in {num} minutes. / In {num} minutes it can make {meal}. / You wait {num} minutes, and out comes {meal}.
? What does the {n} make? / What comes out of the {n}? = meal = It makes {meal}.
? How many minutes does the {n} need? / How many minutes must you wait? = num = It needs {num} minutes.
- To start it, you pull the {colour} lever. / The {colour} lever starts it. / {it} only runs if you pull the {colour} lever.
? Which lever starts the {n}? / What colour is the lever that starts it? = colour = The {colour} one.
- {it} runs on {food}. / Instead of coal, it burns {food}. / If you want it to work, you must feed it {food}.
? What does the {n} run on? / What must you feed the {n}? = food = It runs on {food}.
- {it} has {big} wheels. / Inside there are {big} wheels. / {p2} counted the wheels and got to {big}.
? How many wheels does the {n} have? = big = It has {big} wheels.
- {it} was finished in {year}. / {year} was the year when it first ran. / The work was done in {year}.
? When was the {n} finished? / In which year did the {n} first run? = year = It was in {year}.
- When it is angry, it sounds like a {animal}. / {it} hums like a {animal}. / {its} noise is that of a {animal}.
? Which animal does the {n} sound like? / What does the {n} sound like? = animal = It sounds like a {animal}.
- On top there is {thing}. / {thing} sits on top and turns with the wind. / For no reason at all, there is {thing} on top.
? What is on top of the {n}? = thing = There is {thing} on top.
- Only {p3} can repair it. / When it breaks, they send for {p3}. / Nobody but {p3} knows how to mend it.
? Who can repair the {n}? / Who is sent for when it breaks? = p3 = It is {p3}.

# band: {n}: the band
* {n} is a band from {t}.
* [On market days|At every wedding], you can hear {n}, [a band|a loud band] from {t}.
* The band {n} [was born in a garage|began with two old guitars|plays in the street and in the hall].
- {p} sings. / The singer is {p}. / The voice of the band is {p}.
? Who sings in {n}? / Who is the singer of {n}? = p = The singer is {p}.
- {p2} plays the {music}. / On the {music} you hear {p2}. / Nobody plays the {music} like {p2}.
? Which instrument does {p2} play? / What does {p2} play? = music = The {music}.
? Who plays the {music}? / Who is on the {music}? = p2 = It is {p2}.
- They always wear {colour} [shoes|hats]. / You know them by their {colour} [boots|hats].
? Which colour do they wear? / What colour do the players of {n} wear? = colour = They wear {colour}.
- Their best song is about {thing}. / Everybody knows their song about {thing}. / One of their songs is about {thing}.
? What is their best song about? / What does {n} sing about? = thing = It is about {thing}.
- They have played together for {num} years. / For {num} years they have played together.
? For how many years have they played together? = num = For {num} years.
- They practice on {day}. / Each {day} they practice, and the neighbors go for a walk.
? On which day does the band practice? / When do they practice? = day = On {day}.
- In {month} they go to {t2}. / In {month} they will play in {t2}.
? Where will {n} play in {month}? / To which town does the band go? = t2 = To {t2}.
? In which month will the band play in {t2}? / When do they go to {t2}? = month = In {month}.
- Before they play, they eat {meal}. / For luck they eat {meal} first.
? What do they eat before they play? / What does the band eat for luck? = meal = They eat {meal}.

# tower: the tower: the tower
* The tower of {n} [leans a little|stands alone in a field|can be seen for miles].
* [Near {t}|Behind the village of {t}] stands the tower of {n}.
* Nobody has lived in the tower of {n} for a long time, [or so they say|people think].
- {it} has {big} steps. / You climb {big} steps to reach the top. / {big} steps lead to the top.
? How many steps does the tower of {n} have? = big = It has {big} steps.
- {p} built it in {year}. / {it} was built in {year} by {p}. / In {year}, {p} laid the first stone.
? Who built the tower of {n}? / Who laid the first stone? = p = It was {p}.
? When was the tower built? / In which year was the tower of {n} built? = year = In {year}.
- At the top there is {thing}. / Up there you find {thing}. / {thing} stands under the roof.
? What is at the top of the tower? / What is under the roof of the tower? = thing = There is {thing}.
- A {animal} lives on the stairs. / {its} only guard is a {animal}. / The one who lives there is a {animal}.
? Which animal lives in the tower? / What lives on the stairs? = animal = It is a {animal}.
- The stones are {colour}. / {its} walls are {colour}, [like no other wall in the land|as if painted]. / When the sun sets, the {colour} walls seem to burn.
? What colour are the walls of the tower? / What colour are the stones? = colour = They are {colour}.
- {it} has {num} windows. / There are {num} windows, all on one side.
? How many windows does the tower have? = num = It has {num} windows.
- You may go up on {day} only. / {it} is open on {day}. / On {day} a guide takes people up.
? On which day is the tower open? / When may you go up? = day = On {day}.
- The key is kept {spot}. / They hide the key {spot}. / You will find the key {spot}.
? Where is the key of the tower? / Where do they keep the key? = spot = It is {spot}.

# school: {n} School: the school
* {n} School [stands on a hill|has only two classes|is the smallest school in the land|is near the park].
* [My cousin|My friend|A boy I know] goes to {n} School.
* At {n} School, [things are a little different|every day starts with a song|nobody is bored].
- The head of the school is {p}. / {p} has run {it} for {num} years. / {p} is the head of the school.
? Who is the head of {n} School? / Who runs {n} School? = p = It is {p}.
- {big} children go there. / There are {big} children in all. / {it} has {big} children [and only one bell|in two classes].
? How many children go to {n} School? = big = There are {big}.
- On {day} they have {meal} for lunch. / For lunch on {day} there is {meal}. / {day} is the best day, for lunch is {meal}.
? What is for lunch on {day}? / What do they have for lunch on {day}? = meal = They have {meal}.
? On which day is {meal} for lunch? / When do they have {meal}? = day = On {day}.
- The doors are {colour}. / Last year the children painted every door {colour}.
? What colour are the doors of {n} School? = colour = They are {colour}.
- In the yard lives a {animal} named {pet}. / The children take care of a {animal} called {pet}. / {pet}, the {animal}, lives in the yard.
? What is the name of the {animal}? / What is the {animal} called? = pet = It is called {pet}.
? What kind of animal is {pet}? / What animal lives in the yard? = animal = It is a {animal}.
- In the hall stands {thing}. / Once a year they polish {thing} in the hall. / A gift from {p2} stands in the hall: {thing}.
? What stands in the hall? / What do they polish once a year? = thing = It is {thing}.
- All the children learn to {skill}. / Nobody leaves the school before they can {skill}. / In the first year they learn to {skill}.
? What do all the children learn? / What must every child at {n} School learn? = skill = They learn to {skill}.

# tree: the {n} Tree: the tree
* The {n} Tree [stands in the middle of {t}|is older than the town of {t}|grows on a hill near {t}].
* In {t} there is a tree that people call the {n} Tree.
* Of all the trees of {t}, the {n} Tree is the [oldest|strangest|tallest].
- {p} planted it in {year}. / {it} was planted in {year} by {p}. / In {year}, {p} put the seed into the ground.
? Who planted the {n} Tree? / Who put the seed into the ground? = p = It was {p}.
? When was the {n} Tree planted? / In which year was it planted? = year = In {year}.
- {its} leaves are {colour}. / In {season} the leaves turn {colour}. / {it} has {colour} leaves, [which is rare|as every child knows].
? What colour are its leaves? / What colour are the leaves of the {n} Tree? = colour = They are {colour}.
- {it} is {big} meters high. / {it} has grown {big} meters high. / From root to top it is {big} meters.
? How many meters high is the {n} Tree? / How high is the tree? = big = It is {big} meters high.
- In {month} it bears {fruit}. / {it} bears {fruit} in {month}, and everybody may pick them. / People come in {month} to pick its {fruit}.
? What does the {n} Tree bear? / What do people pick from the tree? = food = It bears {fruit}.
? In which month can you pick them? / When does the tree bear fruit? = month = In {month}.
- In its trunk lives a {animal}. / A {animal} has made its home in the trunk.
? Which animal lives in the trunk? / What lives in the {n} Tree? = animal = It is a {animal}.
- Somebody hung {thing} in the branches. / High up in it hangs {thing}. / {thing} hangs on the lowest branch, for luck.
? What hangs in the {n} Tree? / What hangs in the branches? = thing = It is {thing}.
- {it} takes {num} children to reach around it. / {num} children, hand in hand, can reach around it.
? How many children does it take to reach around the tree? = num = It takes {num} children.
- Under it, people sing on {day}. / On {day}, old people play chess under it. / Each {day} there is a picnic in its shade.
? On which day do people meet under the tree? = day = On {day}.
"""

FEARS = "thunder|mirrors|the colour of fire|wet grass|music|the smell of soap|loud drums|red umbrellas|old shoes|the moon|cold wind|ringing bells|geese|ladders|snow|barking dogs|its own shadow|shiny coins"
MUSIC = "flute|drum|fiddle|guitar|trumpet|harp|accordion|banjo|cello|piano|tuba|bagpipe"

FILLERS = """
Nobody knows why.
That is what people say.
It is a long story.
Everybody is proud of that.
Strangers often ask about this.
You can read about it in an old book.
I have seen it with my own eyes.
Old people talk about it in the evening.
It has always been like this.
Some people think that this is funny.
"""

# Several names with one thing each: a lead with its number slot, rows (k: the name, v: the thing), and what is asked.
ROSTERS = """
# pets: first: pet
* {num} [children|friends] live [in one house|in our street|by the mill], and each of them has a pet.
* [Yesterday|On {day}] there was a show of pets [in the park|at the school|in {t}].
- {k} has a {v}. / The {v} belongs to {k}. / {k} came with a {v}. / {k} loves {k_his} {v}.
? What pet does {k} have? / Which animal belongs to {k}? = v = {k} has a {v}.
? Who has the {v}? / Whose pet is the {v}? = k = The {v} belongs to {k}.
# boxes: colour: thing
* [Old {p}|{p}] left {num} boxes, and nobody had ever opened them.
* There were {num} [boxes|jars|bags] on the shelf in {t}, each of another colour.
- In the {k} one lay {v}. / The {k} one held {v}. / {v} was in the {k} one.
? What was in the {k} one? / What did the {k} one hold? = v = It was {v}.
? Where was {v}? / Which one held {v}? = k = It was in the {k} one.
# ships: ship: town
* {num} ships left the harbor [this morning|at dawn|on {day}].
* The clerk of the harbor wrote down {num} ships [in a thick book|before breakfast].
- The {k} sailed to {v}. / The {k} was bound for {v}. / To {v} went the {k}.
? Where did the {k} sail? / To which town did the {k} go? = v = It sailed to {v}.
? Which ship sailed to {v}? / What was the ship to {v} called? = k = It was the {k}.
# week: day: meal
* {p} has a plan for the week, and it hangs [on the kitchen door|over the stove].
* At the inn of {t} everyone knows what there is to eat.
- On {k} there is {v}. / {k} is the day for {v}. / They make {v} on {k}.
? What is there on {k}? / What do they make on {k}? = v = There is {v}.
? When is there {v}? / On which day do they make {v}? = k = It is on {k}.
# finds: first: number
* {num} [children|cousins] went to the beach to look for {goods}.
* After the storm, {num} [friends|children] picked up {goods} [behind the barn|by the road].
- {k} found {v} {goods}. / {k} came back with {v}. / There were {v} {goods} in the basket of {k}. / In the bag of {k} there were {v}.
? How many {goods} did {k} find? / How many {goods} did {k} have? = v = {k} had {v}.
? Who found {v} {goods}? / Who came back with {v} {goods}? = k = It was {k}.
# gifts: first: thing
* {p} came home from {t} with a gift for [everybody|each of the children].
* On {day}, {p} opened a big trunk and gave away [what was in it|old things].
- {k} got {v}. / {p} gave {v} to {k}. / For {k} there was {v}. / {v} went to {k}.
? What did {k} get? / What was the gift for {k}? = v = {k} got {v}.
? Who got {v}? / To whom did {p} give {v}? = k = It went to {k}.
# jobs: first: work
* [On the farm of {p}|In the house of {p}], everybody has something to do.
* {num} [friends|cousins] wanted to clean up the [old mill|boat house] of {t}.
- {k} has to {v}. / {it} is the task of {k} to {v}. / {k} must {v}.
? What does {k} have to do? / What is the task of {k}? = v = {k} has to {v}.
? Who has to {v}? / Whose task is it to {v}? = k = It is the task of {k}.
# houses: number: full
* The [street|lane] by the [mill|church|well] in {t} has only {num} houses.
* The letter carrier of {t} knows the street by heart.
- In number {k} lives {v}. / Number {k} is the house of {v}. / {v} lives in number {k}.
? Who lives in number {k}? / Whose house is number {k}? = v = It is {v}.
? In which number does {v} live? / What number is the house of {v}? = k = It is number {k}.
# teams: colour: town
* {num} teams came to the [boat race|ball game] in {t}.
* At the race on {day}, every team wore another colour.
- The team from {v} was in {k}. / {k} was the colour of {v}. / In {k} came the team from {v}.
? Which colour did the team from {v} wear? / What was the colour of {v}? = k = It was {k}.
? Where did the team in {k} come from? / Which town had the colour {k}? = v = It was {v}.
# wishes: first: skill
* {p} asked the class what they wanted to learn.
* [Before the new year|On a cold evening in {t}], {num} [cousins|friends] told each other their wishes.
- {k} wants to {v}. / The wish of {k} is to {v}. / {k} would like to {v}. / {k} hopes to {v} one day.
? What does {k} want to do? / What is the wish of {k}? = v = {k} wants to {v}.
? Who wants to {v}? / Whose wish is it to {v}? = k = It is {k}.
"""
PETS = "cat|dog|rabbit|goat|parrot|turtle|hamster|pony|goose|mouse|snail|frog|duck|lizard|crow|hedgehog|donkey|hen"
WORK = "feed the hens|sweep the floor|chop the wood|wash the windows|fetch the water|paint the gate|bake the bread|mend the roof|count the sheep|carry the bags|clean the stove|pick the beans|fold the sheets|milk the goats"
ROSTER_ENDS = """
[Everybody was|They were all] happy in the end.
[After that|Then] it was time for supper.
That is how it was, and [nobody complained|everybody agreed].
"""
