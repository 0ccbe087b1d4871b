"""Sayings that are not so: sarcasm and lies as data, each with the truth that the text tells as well.

SARCASM rows: what is so | what is said | the truth in short. LIES rows: the deed | the question | the lie | what
gives it away | the confession | how it ends. `<a>` and slots are as in `dialogue_plots`.
"""
# ruff: noqa: E501

SARCASM = """
it was raining hard, and the wind pulled at their coats|[What a lovely day|I just love this weather|We are so lucky with the weather]|the weather was awful
the soup was cold and tasted of soap|[This is the best soup of my life|My compliments to the cook|I could eat this every day]|the soup was awful
the bus was an hour late|[How quick it is today|Right on time|It must have flown here]|the bus was very late
the bed at the inn was as hard as a board|[I slept like a king|What a soft bed|I have never slept so well]|the bed was much too hard
the cake was black all around and still raw in the middle|[You should open a bakery|Just as I like it|What a fine cake]|the cake was a failure
the man next door was drilling holes in the wall at six in the morning|[How quiet it is here|What sweet music|I was just going to ask for more noise]|the noise was terrible
{b} had lost the game for the [fifth|seventh|tenth] time|[You are a real master|What a player you are|You must teach me how to do that]|the game was lost
{b} came in with mud up to the knees and walked across the clean floor|[Thank you for washing the floor|What a nice pattern|Do come in and walk around a little more]|the floor was dirty
{a} had waited in the cold for an hour before {b} came|[You are early|I had hardly sat down|Take your time]|the wait was much too long
the bag was full of stones and books, and {a} had to carry it alone|[It is light as a feather|I hardly feel it|Could you put in a few more stones]|the bag was far too heavy
the speech had already lasted two hours, and half of the people were asleep|[How exciting|I hope that it never ends|I cannot wait to hear the rest]|the speech was dull
the band played every note wrong|[The angels could not play better|What a fine concert|I must learn this song by heart]|the music was terrible
water came into the boat from all sides|[What a good boat you bought|It is nice to have wet feet|This boat will last for ever]|the boat was leaking
the tire was flat, and the next village was far away|[That is just what we needed|What luck we have|Now the day is perfect]|they were in trouble
the milk ran over the table, over the book and down to the floor|[Well done|That was very clever|The book was thirsty, I see]|the milk was spilled
there were so many mosquitoes that nobody could sit still|[The animals here are so friendly|I could stay here for weeks|They must like us]|the mosquitoes were a pest
{b} was still in bed at noon|[Up so early|You must be tired from all that work|Do not get up because of me]|it was far too late
they had walked in a circle and stood in front of the same tree again|[You read maps like a captain|We are getting on very well|I am so glad that you know the way]|they were lost
the shop had only one shoe, and it was for the left foot|[Just what I wanted|What a big choice|I will take a hundred]|the shop had nothing to sell
the puppy had chewed up both of {a}'s slippers|[What a good little dog|How kind of him to help|I never liked them anyway]|the slippers were ruined
the new chair broke when {a} sat down on it|[How strong it is|That was money well spent|They do not make chairs like this any more]|the chair was badly made
{b}'s room was full of socks, plates and apple cores|[How tidy it is here|You could eat from this floor|I see that you have cleaned up]|the room was a mess
the pen did not write and left a blot on every page|[A wonderful pen|I will write a whole book with it|What a fine hand I have]|the pen was no good
the film had no end and no beginning, and the picture was upside down|[I have rarely seen anything so good|I want to see it again|That was worth the money]|the film was bad
"""
SARCASM_FRAMES = """
{Truth}. "{saying}," <a>. {a.He} did not mean it, of course: {plain}.
{Truth}. "{saying}!" <a!>. {note}
"{saying}," <a>. {note} {Truth}.
{Truth}. {a} [looked around and sighed|rolled {a.his} eyes|made a long face]. "{saying}," <a>. {note}
"{saying}," <a>, but {a.he} meant the opposite, for {truth}.
{Truth}. "{saying}," <a>. But {plain}, and {a} knew it very well.
"{saying}!" <a!>. {a.He} was not serious. {Truth}.
"{saying}," {a} said to {b}, and [nobody could have looked less happy|{a.his} face said something else]. {Truth}. {note}
"{saying}," <a>. {note} You see, {truth}.
"""
NOTES = """
{a.He} did not mean it.
{a.He} meant the opposite.
That was not what {a.he} thought: {plain}.
It was a joke, for {plain}.
That was the opposite of the truth: {plain}.
Of course {a.he} meant the opposite.
{a.He} only said it to make a joke.
In truth, {plain}.
"""
REPLIES = """
"You mean that {now}," <b>. "[Exactly|That is what I mean|How clever you are]," <a=>.
"Do you really think so?" <b?>. "No," <a=>. "I think that {now}."
{b} did not understand. "But {now}!" <b>. "I know," <a=>. "I said the opposite for fun."
{b} laughed, for anybody could see that {plain}.
"Why do you say that?" <b?>. "Because {now}," <a=>, "and crying does not help."
"I [know|can see] that {now}," <b>. "You could just say so."
{b} looked at {a}. "You do not mean that," <b>. "Not a word of it," <a=>.
"I know that tone," <b>. "You think that {now}."
"That is not true at all!" <b!>. "No," <a=>, "but it is funny."
"""
SARCASM_ENDS = """
Then they both had to laugh.
"Next time, say what you mean," <b>.
"When you talk like that, I never know what you think," <b>.
After that, nobody said anything for a while.
They looked at each other and [giggled|shook their heads|sighed].
"Come," <b>. "[Tomorrow will be better|Let us go home]." And this time {b.he} meant what {b.he} said.
"And now without joking," <a>, "[what shall we do?|can we go?|I have had enough.]"
"I am sorry," <a> after a while. "I am only [tired|hungry]."
{b} gave {a} some {food}. "[That is good|Thank you]," <a>, and this time it was true.
"""

LIES = """
{a} had eaten the last piece of cake|Who ate the last piece of cake?|It was the {animal}|there were crumbs on {a.his} chin|I ate the cake|[Together they baked a new one, and {a} washed the dishes.|The next cake was cut into two halves.]
{a} had broken the {colour} vase with a ball|Who broke the vase?|The wind knocked it over|the window was closed, and the ball lay among the pieces|I broke the vase|[They glued it together, and only {num} small holes were left.|{a} paid for a new one with {a.his} own coins.]
{a} had not fed the hens|Have you fed the hens?|Yes, they ate everything|the hens ran to the fence and the sack was still full|I did not feed the hens|[{a} fed them at once, and they ate as if it were their first meal.|From then on, {a} fed the hens before breakfast.]
{a} had taken {b}'s {colour} pencil|Have you seen my {colour} pencil?|I have not seen it for days|there was {colour} paint on {a.his} fingers|I took the pencil|[{a} gave it back and added a new one.|"You could have asked," <b>. "I would have given it to you."]
{a} had forgotten to lock the gate, and the goat was gone|Did you lock the gate?|I locked it twice|the goat stood in the street with a {flower} in its mouth|I forgot the gate|[It took them two hours to catch the goat.|{a} wrote LOCK ME on the gate in big letters.]
{a} had stayed in bed and had not gone to school|How was it at school?|We learned about {animals} all day|it was {day2}, and the school was closed for repairs|I was not there|["Tomorrow we go together," <b>.|{a} did all the work on the weekend.]
{a} had lost the money for the bread|Where is the bread?|The baker was closed|{b} had just met the baker, and the shop was open|I lost the money|[They looked for the coins together and found them in the grass.|Next time {a} carried the money in a sock around {a.his} neck.]
{a} had painted a {animal} on the wall|Who drew this?|It was there before|the brush behind {a.his} ear was still wet|I painted it|["It is a good {animal}," <b>, "but paper is better."|{a} cleaned the wall, but {b} kept a photo of it.]
{a} had let the stove go out|Is the stove still burning?|It is warm as summer in there|they could see their breath in the kitchen|I let it go out|[{a} fetched wood and {b} made tea, and soon it was warm.|That night they slept in their coats.]
{a} had cheated at {game}|Did you move my stone?|I never touched it|the stone lay in {a}'s sleeve and fell out|I cheated|[They began again, and this time {b} won.|"Without cheating you play better anyway," <b>.]
{a} was afraid of the dark|Shall I leave the light on?|I like the dark|{a.his} voice was shaking|I am afraid of the dark|[{b} left the light on, and nobody spoke of it again.|"So was I," <b>, and lit a small lamp.]
{a} had read {b}'s letter|Has anybody opened this letter?|It came like that|{a} knew what was in it before {b} said a word|I read your letter|[{a} promised never to do it again, and kept the promise.|"Then you also know that you are invited," <b>, and had to laugh.]
{a} had caught no fish at all|How many fish did you catch?|I caught {num}, but I let them swim away|the rod was dry|I caught nothing|[They ate bread instead, and it tasted good.|"Neither did I," <b>, and they walked home together.]
{a} had hidden {b}'s shoes for fun|Do you know where my shoes are?|I have no idea|one of the shoes looked out from under {a}'s coat|I hid your shoes|["It was funny for one of us," <b>.|That evening {a} cleaned both pairs of shoes.]
{a} had picked all the {flower}s in the garden|Where are all my {flower}s?|The {animal} must have eaten them|there was a big bunch of {flower}s on {a}'s table|I picked them|[{a} planted new ones, and in {month} they bloomed.|"You only had to ask for one," <b>.]
{a} had scratched the {colour} bicycle|What happened to my bicycle?|It was like that already|{a.his} knee was bleeding, and there was {colour} paint on {a.his} trousers|I fell down with your bicycle|[First they washed the knee and then they painted the bicycle.|"Are you hurt?" <b?>. "The bicycle can wait."]
"""
# `truth` tells the deed, `lie` says the lie and marks it; they come in either order
LIE_FRAMES = """
truth ask lie clue confess end
ask lie truth clue confess end
open truth ask lie clue confess end
open ask lie truth clue confess
open truth ask lie believed
truth ask lie believed
open ask lie clue confess truth2 end
"""
LIE_PARTS = """
# truth
{Deed}.
{Deed}, and nobody had seen it.
[It was like this|This is what had happened]: {deed}.
[The truth was this|But the truth was]: {deed}.
# truth2
So the truth came out: {deed}.
Now {b} knew: {deed}.
# ask
"{ask}" <b?>.
[Later|In the evening|On {day}], {b} came in. "{ask}" <b?>.
{b} looked [cross|worried|puzzled]. "{ask}" <b?>.
# lie
"{lie}," <a>. That was not true.
"{lie}," <a>, but that was a lie.
"{lie}," <a=> and [looked the other way|turned red|looked at the ceiling]. It was a lie.
"{lie}," <a=>. {a.He} knew that it was not true.
"{lie}," <a=> quickly. Not a word of it was true.
# clue
But {clue}.
{b} saw that {clue}.
"[Is that so?|Really?]" <b?>. For {clue}.
But there was one thing that {a} had not thought of: {clue}.
# confess
{a} looked at the floor. "{confess}," <a.>. "I am sorry."
"{confess}," {a} said at last. "[It was wrong to lie.|I did not dare to tell you.]"
It was quiet for a while. "You are right," <a>. "{confess}."
"[All right|Well]," <a>, "{confess}. [Are you angry?|I was afraid that you would be angry.]" "Not any more," <b=>.
{a} could not look at {b}. "I lied," <a.>. "{confess}."
# believed
{b} believed it. But that night {a} could not sleep, and in the morning {a.he} told the truth: "{confess}."
{b} believed every word. {a} got away with the lie, but {a.he} was not glad about it.
{b} nodded and went away. {a} felt {sad}, because {b} trusted {a.him} and it was not true.
Nobody ever found out. Only {a} knew the truth, and [it was heavy as a stone|{a.he} never lied to {b} again].
# open
{a} and {b} lived in the same [house|street].
It was a {weather} {time}.
{b} was a good friend of {a}.
On {day}, something happened [that {a} did not like to think of|at home].
A lie can be small and still grow.
"""
