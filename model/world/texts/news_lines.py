"""What news items, weather reports and adverts of events are made of.

A news item is a row of facts that belong together: `lead`, `more` (in this order, some left out), `end`, `title`.
The lines are long because each is one row of a table.
"""
# ruff: noqa: E501

NEWS = """
# escape
title: {AnimalA} on the run|Who has seen this {animal}?|The {animal} is back
lead: A {animal} [escaped|ran away] from [a farm|the small zoo] in {town} on {day}.
lead: On {day}, people in {town} could not believe their eyes: a {animal} was walking down the main street.
more: It walked [through the market|into the bank|across the school yard] and ate {num} [baskets|bags] of {food}.
more: "It looked at me as if I were in the way," said {p}, who [sells {food}|drives the bus] there.
more: Traffic stopped for {big} minutes.
more: {num2} [firefighters|neighbors|police officers] tried to catch it with a [net|blanket].
end: In the evening it was found {spot}, fast asleep.
end: At last a child called it with some {food2}, and it came at once.
end: Nobody was hurt. The {animal} is [well|at home again] and looks [proud|pleased].
# bridge
title: New bridge for {town}|{town} has its bridge|At last: a bridge
lead: On {day}, the new bridge over the {river} was opened in {town}.
lead: {town} has a new bridge. It was opened on {day} by the mayor, {p}.
more: It is {big} meters long and cost {big2} thousand coins.
more: Building it took {num} years, [one|two] more than planned.
more: "[Now my sister lives only five minutes away|I have waited for this since I was a child]," said {q}, {age}.
more: The old ferry, which had carried people across for {big2} years, made its last trip.
more: The first to cross it was not the mayor but a {animal}.
end: From {day2} on, cars may use it, too.
end: In the evening there was music and {meal} for everybody.
end: The ferry will become a [cafe|small museum].
# record
title: A record in {town}|The biggest {cake} of all|{big} eggs for one {cake}
lead: The bakers of {town} have made a {cake} that is {big} meters long.
lead: On {day}, a {cake} of {big} meters lay in the main street of {town}. It is a new record.
more: They used {big2} eggs and {num} sacks of flour.
more: {p}, who had the idea, did not sleep for {num} nights.
more: To bring it out of the house, they had to take down a wall.
more: The old record was held by {town2}, with {old} meters.
end: After {num2} hours nothing was left of it but crumbs.
end: {town2} wants to win the record back in {month}.
end: "Next year we will make it of cheese," said {p}.
# found
title: An old {chest} and a big surprise|What lay under the floor|Found after many years
lead: While [mending a roof|digging in the garden|cleaning the attic] in {town}, {p} found {thing}.
lead: {Thing} has been found [under the floor|in the wall] of an old house in {town}.
more: It is about {big2}0 years old, says the museum of {town2}.
more: "I thought it was [an old pot|rubbish]," said {p}, {age}.
more: Next to it lay a letter, but [water|a mouse] had left only {num} words of it.
more: Nobody knows who hid it there.
end: From {day} on it can be seen in the town hall.
end: {p} wants to [give it to the museum|keep it on the kitchen shelf].
end: Since then, half of the town is digging.
# school
title: Children plant {big} trees|More green for {town}|Trees for {town}
lead: The children of the school in {town} have planted {big} trees along the {river}.
lead: In {town}, {big} children spent {day} outside: they planted trees along the {river}.
more: The idea came from {p}, who is [ten|eleven|nine] years old.
more: It took them {num} hours, and they ate {big2} [sandwiches|pancakes].
more: "My tree is called {pet}," said one of them. "I will visit it every {day2}."
more: Parents brought {food} and warm tea.
end: In {num2} years, there will be shade for everybody.
end: The mayor promised to water them. The children do not quite trust that.
end: {town2} wants to do the same in {month}.
# storm
title: Storm over {town}|{num} roofs gone|Wind, water and helping hands
lead: A storm [passed over|hit] {town} on {day} night.
lead: On {day} night, the wind in {town} was so strong that it carried away {num} roofs.
more: {big} trees fell, and the road to {town2} was closed.
more: A chicken house flew over the {river}. The {num2} hens in it are well.
more: The lights went out for {num} hours, and people sat together by candles.
more: "I heard a crash, and then I could see the stars from my bed," said {p}.
end: Neighbors from {town2} came to help.
end: Nobody was hurt. By {day2}, [most|all] of the roofs should be mended.
end: The church bell rang by itself all night, people say.
# contest
title: {p} wins|The fastest {boat} of {town}|First prize: {thing}
lead: {p} has won the [{boat}|barrel] race of {town}.
lead: On {day}, {big} people took part in the race on the {river}. The winner is {p}, {age}.
more: {q} came second, only {num} seconds later.
more: The {boat} of last year's winner sank after {num2} minutes.
more: It rained all day, but about {big2}0 people watched.
more: "I trained every morning before [school|work]," said {p}.
end: The prize is {thing}.
end: Next year the race will be in {month}.
end: In the evening, winners and losers ate {meal} together.
# library
title: A book comes home|{late} years too late|The library laughs
lead: {p} has brought a book back to the library of {town}, {late} years too late.
lead: After {late} years, a book has come back to the library of {town}.
more: It is called {book} and had been {spot} all the time.
more: "I was always on the last page," said {p}.
more: The fine would be {big2}0 coins, but nobody asked for it.
more: Between its pages lay a [photo|bus ticket|dry flower] from that time.
end: The book has already been lent again, to a girl of {num}.
end: Now the library is waiting for {num} more books.
end: From {day} to {day2}, everybody may bring back old books and pay nothing.
# tree
title: The oldest tree of {town}|Rings in the wood|A birthday for a tree
lead: The big [oak|beech|linden] in {town} is {big2}0 years old. Experts from {town2} have counted.
lead: In {town}, people celebrated an unusual birthday on {day}: a tree turned {big2}0.
more: It takes {num} children to reach around its trunk.
more: In the storm three years ago it lost a branch, and {num2} benches were made from it.
more: "My grandparents met under it," said {p}, {age}.
more: A family of [squirrels|owls|woodpeckers] has lived in a hole near the top for years.
more: The choir sang, a little out of tune, and there was {meal}.
end: A fence of {colour} wood will protect the roots.
end: The tree itself took it calmly.
end: Whoever wants to may help to water it in {month}.
# prize
title: A prize for {p}|{Thing} for {p}|Honor for a quiet helper
lead: {p} from {town} has won {thing}, the prize of the {river} valley.
lead: For {num} years, {p} has read to old people in {town} without asking for anything. Now there is a prize.
more: "[I only did what was fun|There must be a mistake]," said {p}, {age}.
more: There were {big} other names on the list.
more: {q}, who won last year, handed it over with a bow.
more: The speech of the mayor lasted {big2} minutes, so the soup was cold.
end: The money will go to the [school|hospital|library].
end: On {day} there will be a party in {town}, and the street will be closed.
end: The day after, everything was as usual, and that is how {he} likes it.
# fog
title: Lost in the fog|{num} hours on the {river}|A trumpet in the fog
lead: {num2} people and a dog were lost in the fog on the {river} near {town} on {day}.
lead: Thick fog stopped the ferry of {town} on {day}, in the middle of the {river}.
more: For {num} hours nobody knew where the shore was.
more: Then {p} began to play the {music} on the bank, and they rowed toward the sound.
more: "We sang to keep warm," said {q}, {age}.
more: They shared what they had: some {food} and half a cake.
end: All of them are well. The dog was the first on land.
end: From now on there will be a bell on the pier of {town}.
end: {p} was thanked with {meal} for a week.
# mystery
title: Who knits for {town}?|The secret of {town}|Socks for statues
lead: For {num} weeks, somebody has been knitting for the [statues|lamp posts|trees] of {town}.
lead: On {day}, the people of {town} woke up and found {big} woolen hats on the lamp posts.
more: Nobody saw anything, not even {p}, who delivers the newspapers at five.
more: The police have found one {colour} thread and no other trace.
more: "I hope that they never find out who it is," said {q}, {age}.
more: Visitors come from {town2} to take pictures.
more: On {day2} night, {num2} young people kept watch, but they fell asleep.
end: The mayor says that no law has been broken.
end: Now there is a box in front of the town hall, for letters to the unknown friend.
end: In {town2}, meanwhile, the first hats have been seen.
# bus
title: New bus line|From {town} to {town2} in {big} minutes|No more walking
lead: From {day} on, a bus will go from {town} to {town2}.
lead: Good news for {town}: there will be a bus to {town2}.
more: It is {colour} and has {big2} seats.
more: A ticket costs {num} coins. Children and [dogs|old people] pay nothing.
more: The trip takes {big} minutes if no [sheep|geese] are on the road.
more: The driver, {p}, knows the road well: {he} has walked it for years.
end: The first bus leaves at {hour}.
end: There will be {meal} at the bus stop on the first day.
end: If it goes well, a second bus will follow in {month}.
# music
title: Strange music in {town}|{p} plays|A concert near {town}
lead: On {day}, {p} played the {music} for {big} cows on a farm near {town}.
lead: {p} played the {music} on a roof in {town} on {day}, and it was heard as far as {town2}.
more: About {big2} people sat in the [grass|street] and listened.
more: After {num} songs a string broke, and {p} went on without it.
more: "They are good listeners," said {p}, {age}. "Nobody coughs."
more: The neighbors first complained and then danced.
end: The next concert will be in {month}, in {town2}.
end: The coins that were collected go to the school.
end: A {animal} sat in the first row until the end.
"""

DATELINES = """

From our reporter in {town}.
News from {town}:
"""

WEATHER = """
# sunny
now: The sun shines all day.|There is not a cloud in the sky.|It is dry and bright.|Blue sky over the whole land.
tip: Take a hat and drink enough water.|A good day for a picnic.|Do not forget the plants: they are thirsty.|Hang out the washing.
night: The night is clear, with many stars.|The night stays mild.
# rainy
now: It rains [all day|from morning to night].|One shower follows the other.|Gray clouds bring a lot of rain.|It pours, and there are puddles everywhere.
tip: Take an umbrella.|Wear your boots.|A good day for a long book.|Leave the bicycle at home.
night: It goes on raining at night.|Toward midnight the rain stops.
# stormy
now: A strong wind blows from the [west|sea].|A storm comes up in the afternoon.|Branches may fall from the trees.|There is thunder and lightning.
tip: Stay away from tall trees.|Tie down the garden chairs.|Boats should stay in the harbor.|Close all the windows.
night: The wind drops during the night.|The storm goes on until morning.
# snowy
now: It snows in thick flakes.|Fresh snow covers the fields.|There are {deep} centimeters of new snow.|Snow falls down to the valleys.
tip: Drive slowly.|Get out the sled.|Put some seeds out for the birds.|Wear warm gloves.
night: It freezes hard at night.|At night the sky clears, and it gets very cold.
# foggy
now: Thick fog lies over the [river|valleys|fields].|In the morning you cannot see the next house.|The fog does not lift before noon.|It is gray and still.
tip: Ships should sound their horns.|Turn on your lamp when you ride.|Walk on the left and listen.|Higher up in the hills the sun shines.
night: The fog comes back at night.|It stays foggy and damp.
# frosty
now: It is clear and very cold.|Frost covers the roofs.|The ponds are frozen.|The air is so cold that it bites.
tip: Wear a scarf and a cap.|Do not step on the ice yet, for it is thin.|Cover the roses with straw.|Look out for ice on the steps.
night: The night will be the coldest of the week.|At night the stars are bright, and the ground is hard as stone.
# windy
now: A fresh wind blows from the [north|east|hills].|White clouds fly over the land.|Sun and clouds change all the time.|It is dry, but the wind is strong.
tip: Hold on to your hat.|A good day for kites.|Sailors will be happy.|The washing will dry in an hour.
night: At night the wind falls asleep.|The wind turns and brings milder air.
# hot
now: It is hot and dry.|The heat goes on.|Not a leaf moves.|It has not rained for {deep} days.
tip: Stay in the shade at noon.|Swim before breakfast.|Give water to the birds.|Do not light fires in the forest.
night: The night brings hardly any cool air.|People sleep with open windows.
"""
# usual degrees of a month, and what it may bring
MONTHS = """
January: 0: snowy frosty foggy stormy
February: 1: snowy frosty foggy stormy
March: 7: rainy windy foggy stormy
April: 11: sunny rainy windy foggy stormy
May: 16: sunny rainy windy stormy
June: 20: sunny hot rainy windy stormy
July: 22: sunny hot rainy windy stormy
August: 22: sunny hot rainy windy stormy
September: 17: sunny rainy windy foggy stormy
October: 12: sunny foggy rainy windy stormy
November: 6: foggy rainy windy stormy
December: 1: snowy frosty foggy stormy
"""
# kind of weather: how many degrees it adds, and other words for it
KINDS = """
sunny: 4: sunny|bright|dry and bright
rainy: -2: rainy|wet|gray and wet
stormy: -2: stormy|gray and stormy
snowy: -4: snowy|white and cold
foggy: -3: foggy|gray
frosty: -9: frosty|clear and cold
windy: -1: windy|breezy
hot: 9: hot|hot and dry
"""
WEATHER_HEADS = """
The weather in {town} on {day}:\\n
The weather for {day}, {date}:\\n
Weather report for {town}:\\n
Here is the weather for {day}.
And now the weather in {town}.

"""
WEATHER_OUTLOOKS = """
On {day2} it will be {next}.
{Day2} will be {next}.
The outlook for {day2}: {next}, with {temp2} degrees.
For {day2} we expect {next} weather and about {temp2} degrees.
After that it will be {next}.
"""
WEATHER_TEMPS = """
It is {temp} degrees.
The temperature is {temp} degrees.
At noon it will be {temp} degrees[ in {town}|].
We measure {temp} degrees in the afternoon.
"""

EVENTS = """
# flea market in: {big} tables are full of old things|you can find [lamps|hats|clocks] and {thing}|the first hour is for children|every seller gives one coin to the school
# summer fair out: there are swings, games and {meal}|you can win {thing}|the [sack|egg] race starts at noon|{p} will sing
# night of stories in: {p} tells stories of [ghosts|the sea|long roads]|every child may bring a pillow|there will be tea and {meal}|nobody is too old for it
# cooking class in: {p} shows how to make {meal}|all you need is an apron|there are {num} places left|afterward everyone eats together
# boat race out: anything that floats may take part|last year a bathtub won|the start is at the old bridge|the first prize is {thing}
# concert in: {p} plays the {music}|the hall has {big} seats|there will be old songs and new ones|whoever wants may dance
# chess evening in: players of any age are welcome|{p} plays against {num} people at once|boards are there|whoever loses gets {meal}
# bird walk out: {p} knows every bird by its voice|the way is {num} miles long|quiet shoes are a good idea|there will be breakfast in the grass
# paper boat workshop in: paper and glue are there|{p} shows {num} ways to fold|in the end all the boats swim|the smallest boat wins {thing}
# dance in: a band with {num} fiddles plays|the floor is new|{p} teaches the first steps|there is {meal} for tired feet
# plant swap out: everyone brings one plant and takes another|{p} answers questions about [roses|beans|moss]|even a [cactus|weed] is welcome|there will be {meal}
# lantern walk out: the walk goes from the school to the {river}|the most beautiful lantern wins {thing}|{p} leads the way with the {music}|at the end there is {meal}
# photo show in: {p} shows {big} pictures of {town}|the oldest picture is {big2} years old|you will see [the old bridge|the great flood]|there is [tea|juice] and {meal}
# open day in: you may look into every room|{p} answers all questions|children can ring the bell|on the roof there is {meal}
"""
EVENT_FORMS = """
{Event} {in_town}!\\n{when}, {place}.\\n{F1}. {F2}. {F3}.\\n{cost}
On {day}, {date}, there is a {event} {place} {in_town}. {F1}, and {f2}. It begins at {hour}. {cost}
Do you have plans for {day}? Come to the {event} {place}! {F1}. {F2}. {cost} We start at {hour}.
You are invited to a {event}. When? {when}. Where? {Place}. What for? {F1}, and {f2}. {cost}
{Event}: {when}, {place} {in_town}. {F1}. {F2}, and {f3}. {cost}
Notice: The {event} of {town} will be on {day}, {date}, {place}. {F1}. {F2}. If it rains, we meet on {day2}. {cost}
{F1}, {f2}, and {f3}: that is the {event} of {town}. It is {place} on {day} at {hour}. {cost}
"""
COSTS = """
[Entry is free.|It costs nothing.]
A ticket costs {num2} coins.
Entry: {num2} coins, children [free|half].
Pay what you can.
[Everyone is welcome.|Bring your neighbors.]
Please tell {q} if you come.
"""
BOOKS = "The Silent Island|Nine Winters|A Hat for the King|The Cat Who Stayed|Bread and Rope|The Long Way Up|Captain Spoon|The Last Ferry|Under the Snow|Twelve Blue Doors"
