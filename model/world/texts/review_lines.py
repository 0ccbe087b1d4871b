"""What reviews say: per kind of thing what was bought or seen, good points and bad points, and what one did with it.

Rows are `part: wording`. `it` names the thing in other words; good and bad points are full sentences without the
last stop.
"""

THINGS = """
# toy
name: [wooden|little|wind-up] [train|crane|robot|boat|horse]
got: I bought {a_name} for my [niece|son|little brother|twins].
got: We got {a_name} for [a birthday|a rainy weekend].
got: {A_name} was the gift for our [daughter|youngest], who is {kid}.
good: it has survived {num} falls from the table
good: the children have played with it every day since
good: the wheels run smoothly and make no noise
good: it needs no batteries
good: the paint does not come off, even in the bath
good: even the grandparents want a turn
bad: one wheel fell off after {num} days
bad: the key to wind it up was missing
bad: it has sharp corners
bad: the paint comes off and turned the bath {colour}
bad: after an hour it lay in a corner, forgotten
bad: it makes a noise that you can hear in the next street
# book
name: book about [a lighthouse|a lost dog|two sisters|bees|a thief with good manners|the moon]
got: I read {a_name} in {num} evenings.
got: My neighbor lent me {a_name}.
got: {A_name} lay on the table for weeks before I opened it.
good: I could not put it down and missed my stop on the bus
good: the people in it are so real that I miss them now
good: the pictures are wonderful
good: I laughed out loud on nearly every page
good: the end came as a surprise, and still it was right
good: every sentence is clear and short
bad: nothing at all happens before page {big}
bad: I knew the end after the first page
bad: there are mistakes in every chapter
bad: all the people in it talk alike
bad: I fell asleep over it {num} times
bad: the last page was missing, and I did not even care
# inn
name: [little|small|old] inn [by the lake|on the hill|near the station|at the harbor]
got: We stayed for {num} nights at {a_name}.
got: On our way to the coast we slept at {a_name}.
got: My friends had told me about {a_name}, so I went there in {month}.
good: the beds were soft and clean
good: there were fresh rolls and {food} for breakfast
good: the host gave us a map and carried our bags
good: at night it was so quiet that we heard the owls
good: from the window you can see the [water|mountains]
good: the fire in the hall was always burning
bad: the window did not close, and it rained in
bad: the water was cold in the morning and brown in the evening
bad: somebody played the trumpet all night
bad: there was a family of mice in the wardrobe
bad: breakfast was one slice of bread, and we had to pay for the butter
bad: the bed was shorter than I am
# meal
name: [plate of {meal}|bowl of {meal}]
got: I had {a_name} [at the market|in the new place by the bridge|at the station].
got: On {day} I ordered {a_name}.
got: After a long walk we stopped and I asked for {a_name}.
good: it was hot and there was plenty of it
good: it tasted like the food of my grandmother
good: everything in it was fresh
good: it cost only {num} coins
good: I wiped the plate with bread until it shone
good: they gave me a second helping and asked for nothing
bad: it was cold when it came
bad: there was so much salt in it that I drank a whole jug of water
bad: I found a button in it
bad: we waited for {big} minutes
bad: it was as small as a stamp
bad: the {food} in it had seen better days
# film
name: film about [a talking donkey|a race to the pole|an old pirate|a village of thieves|a boy who never sleeps]
got: Last {day} we saw {a_name}.
got: The children wanted to see {a_name}, so we went.
got: I went to see {a_name} because it was raining.
good: the music is still in my head
good: I forgot to eat my nuts, so exciting it was
good: the whole hall laughed and cried together
good: the pictures of the sea are beautiful
good: the old actor plays with only his eyes, and that is enough
good: it was over far too soon
bad: after {num} minutes the first people left
bad: it is two hours too long
bad: you could see the strings on the dragon
bad: nobody in it does anything that makes sense
bad: the sound was so low that we had to guess
bad: my son asked when it would be over, and I asked myself the same
# bicycle
name: [{colour} bicycle|used bicycle|folding bicycle]
got: I have had {a_name} for {num} months now.
got: In {month} I bought {a_name} [from a neighbor|in the shop at the corner].
got: For my way to work I got {a_name}.
good: it runs so quietly that I hear the birds
good: uphill it feels as if somebody pushes me
good: the brakes work even in the rain
good: the saddle is soft
good: I have gone {big} miles and not one screw is loose
good: it is light enough to carry up the stairs
bad: the chain came off on the very first day
bad: the brakes squeal like a pig
bad: the lamp shines everywhere but on the road
bad: after the first rain it began to rust
bad: I have had {num} flat tires in one month
bad: the bell is so quiet that only I can hear it
# tent
name: tent for [two|four]
got: We took {a_name} to the mountains.
got: In {month} we slept in {a_name} for a week.
got: {A_name} came with the mail on {day}.
good: it stood in {num} minutes
good: in a storm it stayed dry inside
good: it is light and fits into a small bag
good: there is even a pocket for the lamp
good: it is high enough to stand in
bad: the poles were of different lengths
bad: it leaked exactly over my head
bad: the first wind took it over the hedge
bad: the door sticks, and you have to crawl out under the side
bad: there is room for two only if one of them is a cat
# shoes
name: pair of [walking|winter|red|leather] shoes
plural: yes
got: I bought {a_name} before our trip.
got: {A_name} caught my eye in a window.
good: I walked {big} miles in them without one blister
good: they are warm and dry in the snow
good: they fit as if they were made for me
good: after two winters they look like new
good: the soles do not slip on ice
bad: one of them is larger than the other
bad: the sole came off after {num} days
bad: they squeak, so everybody turns around
bad: my feet were {colour} when I took them off
bad: the water gets in and does not get out
# course
name: course in [baking|drawing|knitting|singing|chess]
got: All winter I went to {a_name}.
got: My sister and I took {a_name} together.
got: {A_name} at the town hall costs {big} coins.
good: after {num} evenings I could do things that I had never dreamed of
good: the teacher has time for everybody
good: we laughed a lot and learned even more
good: the room is bright and there is tea
good: I found three new friends there
bad: the teacher came late every time
bad: there were {big} of us and only {num} chairs
bad: I know less now than before
bad: we did the same thing every week
bad: it was too cold to hold a pencil
# museum
name: museum of [clocks|toys|the sea|bread|old machines]
got: On a rainy {day} we went to {a_name}.
got: {A_name} has opened in our town.
got: With {num} children I visited {a_name}.
good: you may touch everything
good: the guide told stories instead of numbers
good: there is a room where you can try it yourself
good: we wanted to stay an hour and stayed all day
good: children get in without paying
bad: half of the rooms were closed
bad: everything is behind dusty glass
bad: the signs are so small that nobody can read them
bad: a guard followed us and coughed
bad: the best thing there was the bench at the exit
# lamp
name: [desk lamp|garden lamp|paper lantern|reading lamp]
got: I ordered {a_name} in {month}.
got: {A_name} stands next to my bed now.
good: the light is warm and does not hurt the eyes
good: it bends in every direction
good: it uses hardly any power
good: even the cat likes to sleep under it
good: it was ready to use in a minute
bad: it goes out whenever somebody closes a door
bad: it hums like a fly
bad: the switch broke off in my hand
bad: it gets so hot that I burned my thumb
bad: it smells of rubber when it is on
# backpack
name: [{colour} backpack|hiking backpack|school backpack]
got: I took {a_name} on a walk of {num} days.
got: My daughter has worn {a_name} since {month}.
got: {A_name} was in the sale, so I bought it.
good: it sits on the shoulders like a friendly hand
good: it has a pocket for everything, even for a wet towel
good: a cloudburst could not get through it
good: the zippers run like butter
good: I have stuffed it full {big} times and not one seam gave way
bad: the left strap tore at the first bus stop
bad: the zipper bites and then refuses to move
bad: it is heavy even when it is empty
bad: all my sandwiches taste of plastic now
bad: it hangs down to my knees
# train ride
name: train ride [through the hills|along the coast|over the old bridge]
got: On {day} we took {a_name}.
got: I had dreamed of {a_name} for years, and in {month} I did it.
good: at every bend there was another valley, and nobody spoke for joy
good: the windows can be opened, and you smell the pines
good: the conductor knew the name of every mountain
good: we arrived {num} minutes early
good: in the dining car there was warm {meal}
bad: we stood still for {big} minutes, and nobody told us why
bad: it was so full that I sat on my suitcase
bad: the windows had not been washed since the train was built
bad: the heating was on in the middle of summer
bad: my ticket was for a seat that did not exist
# board game
name: board game about [farmers|pirates|trains|spies]
got: On rainy evenings we play {a_name}.
got: We unpacked {a_name} last {day}.
good: the rules fit on one page
good: it is different every time
good: even my grandfather cheats with pleasure
good: the pieces are carved and feel good in the hand
good: one round takes {big} minutes, which is just right
bad: after {num} pages of rules we still did not know who begins
bad: two of the pieces were missing
bad: whoever throws the first six has already won
bad: the board does not lie flat
bad: one round takes a whole night, and nobody remembers who is winning
# haircut
name: haircut [at the corner|by a young barber|in the new salon]
got: Before the wedding I had {a_name}.
got: On {day} I treated myself to {a_name}.
good: it looks good even when I get out of bed
good: nobody tried to sell me anything
good: my hair has never been so soft
good: I was asked what I wanted, and I got exactly that
good: it took only ten minutes
bad: one side is longer than the other
bad: my own dog barked at me
bad: I wanted it a little shorter, and now it is gone
bad: my ear was cut, twice
bad: the water was ice cold
# teapot
name: [blue|round|iron|painted] teapot
got: I drink a lot of tea, so I bought {a_name}.
got: {A_name} came well packed in straw.
good: it pours without spilling a drop
good: the tea stays hot for two hours
good: the handle never burns the fingers
good: it is easy to clean
good: it survived my brother, who breaks everything
bad: the lid falls into the cup when you pour
bad: half of the tea runs down the outside
bad: after {num} weeks there was a crack in it
bad: it tastes of metal
bad: it holds one cup, and not a big one
# guided walk
name: guided walk through [the old town|the moor|the harbor|the caves]
got: With friends from far away I joined {a_name}.
got: My neighbor gave me {a_name} as a present.
good: I have lived here all my life and still learned something new
good: the guide waited for the slow ones
good: we were allowed to see rooms that are always locked
good: it ended in a garden, with cold juice for everybody
good: there was time for questions
bad: we could not hear a word because of the traffic
bad: the guide got lost {num} times
bad: we walked so fast that my mother gave up
bad: most of it was a shop
bad: it began an hour late, in the rain
# umbrella
name: [{colour} umbrella|folding umbrella|umbrella with a wooden handle]
got: I have carried {a_name} through {num} storms.
got: {A_name} is hanging in our hall.
good: the wind turned it inside out, and it simply folded back
good: it opens with a soft click, with one hand
good: two people and a dog stay dry under it
good: the handle feels warm even in winter
good: the cloth dries in no time
bad: the first gust broke {num} of its ribs
bad: it opens by itself, most of all in shops
bad: rain drips through the seams onto the nose
bad: the colour ran, and now my coat is striped
bad: it does not fit into any bag, although the box says so
# puppet play
name: puppet play about [a greedy king|a lazy cat|a flying carpet|a lost moon]
got: In the park we watched {a_name}.
got: The school invited us to {a_name}.
good: the children shouted and helped the hero
good: the puppets seemed to breathe
good: one man did all {num} voices, and each was different
good: my little one wanted to go again the next day
good: the crocodile was the best I have ever seen
bad: the curtain fell down, and the play went on without it
bad: we sat so far back that we saw only hats
bad: the hero lost his head, and that was not part of the play
bad: it was so sad that all the children cried
bad: the voices were too low, and the drum was too loud
"""

FRAMES = """
good good good
good good
good bad good
bad good good
bad bad bad
bad bad
bad good bad
good bad bad
"""
OPENERS = """
# good
I am very happy with {it}.
What a good choice!
I did not expect much, but I was wrong.
We loved {it}.
It is not often that I write a review, but now I must.
# bad
I am sorry to say it, but {it} {was} a mistake.
I wanted to like {it}. I could not.
What a waste of money!
We had been looking forward to {it}, and then this.
Please learn from my mistake.
"""
LINKS = """
# first
{X}.
{X}.
First of all, {x}.
I must say that {x}.
# same
Also, {x}.
And {x}.
Besides, {x}.
What is more, {x}.
{X}.
On top of that, {x}.
# turn
But {x}.
But {x}.
It is true that {x}.
On the other hand, {x}.
However, {x}.
Still, {x}.
# back
That does not change my mind, though: {x}.
What counts in the end is this: {x}.
All the same, {x}.
Still, {x}, and that is more important.
Even so, {x}.
"""
CLOSERS = """
# good
I would buy {it} again at once.
[Thank you!|Well done!]
I can only say: go and see for yourself.
My whole family is glad about {it}.
It was worth every coin.
You will not be sorry.
I have already told all my friends.
# bad
I want my money back.
Never again.
I cannot recommend {it} to anybody.
Save your money for something better.
I gave {it} away, and even that was hard.
We will not do that a second time.
Next time I will ask a friend first.
"""
FORMS = r"""
Review: {body}\nVerdict: {verdict}
Review: {body}\nVerdict: {verdict}
Review of {a_name}: {body}\nVerdict: {verdict}
Verdict: {verdict}\nReview: {body}
A {verdict} review of {a_name}: {body}
"""
