"""The situations of the dialogues, as data: who may be in them, what happens, and how each step is said.

`# name: pairs` begins a situation; `+` begins a step, `?` after it says that the step may be left out, `t>b` that
thing t goes to b. Each line is one wording, with options in brackets. `<a>` stands for "said Tom" in one of its
many forms, `<a?>` for asked, `<a!>` for called, `<a.>` for whispered, `<a=>` for answered.
"""
# ruff: noqa: E501

OPENINGS = """
On {day}, {a} and {b} were {place}.
{a} and {b} met {place}. [It was {weather}.|It was still early.|Nobody else was there.]
It was a {weather} {time}. {a} and {b} sat {place} and [ate {food}|watched a {animal}|looked at the clouds].
One {weather} {time}, {a} went {to_place} and found {b} there.
"Good morning, {b}," <a>. "Good morning, {a}," <b=>. "[You are up early.|It is {weather} today.|Come and sit down.]"
"There you are!" <b!> when {a} came. "I have been waiting for you."
{b} was [sweeping the path|eating {food}|counting the {flower}s] when {a} came [around the corner|along|through the gate].
{a} knocked at {b}'s door. "Come in!" <b!>. "It is open."
It was quiet {place}. Only {a} and {b} were there.
{a} was [sitting on the fence|drawing in the sand|lying in the grass] when {b} came by.
"Wait for me!" <b!>. {a} stopped, and they walked on together.
"Look who is here," <b>. {a} [waved|laughed|came closer].
In the {time2}, {a} and {b} [walked home together|stood at the gate and talked|were the last ones {place}].
All week long, {a} had [hoped to see|thought of] {b}. On {day} they met at last.
{a} and {b} were [neighbors|old friends|good friends], and they [met|saw each other] every {day}.
"""

OWNING = """
{a} had {t.a} [with {a.him}|in {a.his} bag|under {a.his} arm].
{a} had brought {t.a}.
In {a.his} bag, {a} had {t.a} [and some {food2}|wrapped in a cloth].
{a} was holding {t.a}.
{a} had {t.a}, and {b} had {v.a}.
{a} had put {a.his} {t.full} on the [bench|wall|ground].
"""

PLOTS = """
# lost: children elder animals
+ t>-
Then {a} [stopped|turned pale|looked around]. {a.His} {t.full} was gone.
"My {t}!" <a!>. "It is gone!"
But after a while {a} looked for the {t}, and it was not there.
+
"When did you last see it?" <b?>. "At [breakfast|noon]," <a=>.
"What does it look like?" <b?>. "It is {t.colour}," <a=>, "and I love it."
"Do not worry," <b>. "A {t.full} does not just walk away."
"Did you take it out of your bag?" <b?>. {a} could not remember.
+ ?
They looked {spot2}, but there was only [an old shoe|a {animal2}|dust].
"You look on the left, and I look on the right," <b>.
{b} asked a {animal}, but the {animal} said nothing.
"Let us walk back the same way," <a>, and so they did.
+ t>a
"I see something {t.colour}!" <b!>. The {t} was {spot}.
{b} bent down and laughed. "[Is this what you are looking for?|Guess what I found!]" The {t.full} had been {spot} all the time.
At last {a} found it {spot}. "Here it is!" <a!>.
+
"[Thank you|Oh, thank you], {b}," <a>. "What would I do without you?"
"Next time I will tie it to my [belt|wrist]," <a>.
"You have good eyes," <a>. "And you have a hole in your bag," <b=>.
# deal: children animals
+
{b} had {v.a} and looked at it without joy.
"I am tired of my {v.full}," <b>.
{b} had {v.a}. {a} could not take {a.his} eyes off it.
+
"Will you give me the {v} for my {t}?" <a?>.
"Let us make a deal," <a>. "My {t.full} for your {v.full}."
"What do you want for it?" <a?>. "Your {t}," <b=>, "and nothing else."
+ ?
"Hmm," <b>. "And some {food} as well?" "[No, only the {t}|All right, one handful]," <a=>.
{b} turned the {t} over three times. "Is it broken?" <b?>. "No," <a=>, "it is as good as new."
"My {elder} says that a deal needs a night of sleep," <b>. But {b.he} could not wait so long.
+ t>b v>a
They shook hands. Now {a} had the {v.full}, and {b} had the {t.full}.
"Done!" <b!>. So {b} got the {t}, and {a} got the {v}.
Each of them gave and each of them took. "[No going back|A deal is a deal]," <b>.
+
"If you ever miss your {t}, come and look at it," <b>.
"I think that I got the better part," <a.> on the way home. {b} thought the same.
Both of them went home with [a light step|something new] and were {glad}.
# secret: children elder
+
"Can you keep a secret?" <a.>.
{a} looked left and right. "I will tell you something, but you must not tell anybody," <a.>.
"I know something that you do not know," <a>.
+
"[Of course|I can]," <b=>. "I am as silent as a stone."
"Tell me!" <b!>. "Not so loud," <a.>.
{b} came closer. "[Go on|I am all ears]," <b.>.
"Nobody will hear it from me," <b>.
+
"There is a nest with {num} eggs {spot}," <a.>. "[A {bird} sits on it.|I look at it every morning.]"
"I am making a {colour} {craft} for {elderx}," <a.>. "It is for {day2}, and nobody may know."
"I have hidden {t.a} {spot}," <a.>. "Only you and I know it now."
"On {day2} we will get a {puppy}," <a.>. "I heard it through the door."
+ ?
"Who else knows?" <b?>. "Nobody," <a=>. "Only the {animal}, and it cannot speak."
{b} put a finger on {b.his} lips.
"Thank you for telling me," <b>. "It is a good secret."
+
{b} said nothing to anybody, not even when [{b.his} best friend|the whole street] asked.
For days, {b} walked around with the secret and smiled.
"Was it hard to say nothing?" <a?> later. "Only at night," <b=>.
{b} kept the promise. That is how {a} knew that {b} was a true friend.
# rain: children
+
"Today we will [build a raft|have a picnic|fly my kite|look for shells]," <a>. "I have thought of everything."
{a} had a plan. "[First we eat, then we climb the hill|First we swim, then we lie in the sun]," <a>.
"I have waited for this day for weeks," <a>. "We will play {game} {place2}."
+ ?
"And what if it rains?" <b?>. "It never rains on a {day}," <a=>.
{b} looked at the sky. "There is a gray cloud over there," <b>.
"Did you look at the sky?" <b?>. {a} had not.
+
They had hardly begun when a drop fell on {a}'s nose. Then it poured.
[Boom!|Crack!] There was thunder, and in a minute both of them were wet to the skin.
The wind came first, and then the rain. The {food} got wet, and so did they.
+
"Quick, under the roof!" <b!>. They ran to [an old barn|the boat house] and shook themselves like dogs.
"So much for my plan," <a>, and {a.his} voice was {sad}.
"Now everything is spoiled," <a>.
+
"Not everything," <b=>. "We have {food}, and we have a roof. Let us [tell stories|play {game}] here."
"I like rain," <b>. "Listen, it plays the drum for us."
"Let us make paper boats," <b>. "There is a river in the street now!"
+
In the end it was the best {day} of the whole {season}.
When the sun came back, they did not even see it, so busy were they.
"You know," <a> later, "I am glad that it rained."
# quarrel: children animals
+
They saw it at the same time: {u.a}, lying {spot}.
Somebody had left {u.a} {spot}. {a} saw it, and {b} saw it, too.
+
"It is mine!" <a!>. "I saw it first." "No, I did!" <b!>.
"I will have it," <a>. "You always have everything," <b=>.
{a} pulled on one side, and {b} pulled on the other.
+
"Then keep your old {u}!" <b!> and walked away.
After that they did not speak for [an hour|a whole day]. {a} was {sad}, and so was {b}.
"You are not my friend any more," <a>, but {a.he} did not mean it.
+ ?
{a} looked at the {u}. It was only a {u}. But {b} was {b}.
{a} tried to play alone, but [alone it was dull|it was no fun].
"What is a {u} without a friend?" thought {a}.
+
"I am sorry," <a>. "You can have it on {day} and {day2}, and I take it on the other days."
"I was wrong," <b>. "Let us share it." "I was wrong, too," <a=>.
{a} went to {b} and held out {a.his} hand. "Peace?" <a?>. "Peace," <b=>.
"Are we friends again?" <b?>. "[Friends|Always]," <a=>.
+ u>-
They took the {u.full} to the old woman who had lost it, and both got {food} as a reward.
From then on the {u} belonged to both of them.
The {u} went back to where it had been. They had found something better to do.
# visit: children elder animals own
+
{b} lay in bed with a [cold|fever]. {a} had heard of it and come at once.
"I am ill," <b>, and that was easy to see. {b.His} nose was red.
{b} had not been outside for {num} days. {b.His} foot was hurt.
+
"I have brought you some {meal}," <a>. "It is still warm."
"How do you feel?" <a?>. "Like an old {sock}," <b=>.
"Do not get up," <a>. "I can find the kitchen by myself."
+ ? t>b
"And this is for you," <a> and put the {t.full} on the bed. "[You may keep it.|It will keep you company.]"
{a} gave {b} the {t.full}. "It is {t.colour}," <a>, "because that makes people strong."
+
{a} told {b} what had happened {place}: a {animal} had [stolen a hat|fallen into the pond|eaten all the {food}].
They played {game} on the blanket. {b} won {num} times.
{a} read to {b} from a book about a {animal} who wanted to see the sea.
+
"Now I am nearly well," <b>.
When {a} left, {b} was asleep, with a smile on {b.his} face.
"Come again tomorrow," <b>. "I will," <a=>, "but tomorrow you will be well."
Two days later {b} was up again. "It was the {meal}," <b> to everybody.
# riddle: children elder animals
+
"I know a riddle," <b>. "[Listen.|Do you want to hear it?|You will never guess it.]"
"If you can solve my riddle, I will give you some {food}," <b>.
"Here is a riddle for a clever head," <b>.
+
"{riddle}" {b.He} [smiled|waited|sat back].
"{riddle}" <b?>.
+
"That is easy," <a>. "It is {wrong}." "No," <b=>, "it is not {wrong}."
{a} thought for a while. "Is it {wrong}?" <a?>. "Good, but wrong," <b=>.
"{wrongC}!" <a!>. {b} shook {b.his} head.
+ ?
"May I have a hint?" <a?>. "{hint}," <b=>.
{a} walked up and down. "Give me a hint," <a>. "{hint}," <b>.
+
"Now I have it!" <a!>. "It is {right}!" "Right," <b>.
{a} slept on it. In the morning {a.he} [knew|ran to {b}]. "It is {right}," <a>.
"I give up," <a>. "It is {right}," <b>. "Of course!" <a!>.
+
"Now I have one for you," <a>, and so it went on until dark.
"I will ask my {elder} this one," <a>.
{a} laughed. From then on {a.he} saw {right} with other eyes.
# teach: children elder
+
"Can you really {skill}?" <a?>. "[I can|Since I was {kid}]," <b=>.
{a} wanted to learn to {skill}. "Who can teach me?" {a.he} asked.
{b} could {skill} better than anyone in town. {a} watched with big eyes.
+
"Will you show me?" <a?>. "If you are patient," <b=>.
"It is not hard," <b>. "You only have to try it {big} times."
"Teach me," <a>. "[Gladly|Come on, then]," <b=>.
+
The first time went wrong, and so did the second. "I cannot do it," <a>.
"Slowly," <b>. "You are too fast." {a} tried again.
It looked easy when {b} did it. "Why does it not work?" <a?>.
+ ?
"You cannot do it yet," <b>. "Yet is a good word."
"Do you know how often I failed?" <b?>. "[Once?|Twice?]" "A hundred times," <b=>.
"Breathe," <b>. "And do not look at your feet."
+
On {day2} it worked for the first time. "Did you see that?" <a!>.
And then, after many tries, {a} could {skill}. {b} clapped.
"There!" <b!>. "You did it!"
+
"Now you can teach somebody else," <b>.
{a} gave {b} some {food} as thanks.
"I had a good teacher," <a>. "I had a good pupil," <b=>.
# market: children animals own
+
{b} sat behind a small table. On it stood a sign: "{tC}, only {price} coins."
"Who wants {t.a}?" <b!>. "Only {price} coins!"
{b} was selling {t.a} for {price} coins.
+
"{price} coins is a lot," <a>. "I have only {less}."
{a} counted {a.his} money. "I have {less} coins," <a>. "Is that enough?"
"That is too much," <a>. "I will give you {less}."
+ ?
"Look at the colour," <b>. "You will not find such a {t.full} anywhere."
"My {elder} gave it to me," <b>. "I do not sell it to just anybody."
"{less}? Then I would rather keep it," <b>, but {b.he} did not [sound sure|put it away].
+
"I am {missing} short, but I can [sweep your yard|carry your table home]," <a>.
"{less} coins and some {food}," <a>.
"{less} coins, and I will sing you a song," <a>.
+ t>a
{b} thought about it. "[Good|All right]," <b>, and {a} took the {t.full} home.
"It is a deal," <b>. So {a} got the {t}.
They shook hands. {b} put the {less} coins into a [jar|sock], and {a} put the {t} into {a.his} bag.
+ ?
Both thought that they had been very clever.
"Come again!" <b!> as {a} walked away.
# place: children
+
"Tomorrow we meet {place2}," <a>. "At {hour}."
"Be {place2} at {hour}," <a>. "I will show you something."
They wanted to meet {place2} at {hour}. That was the plan.
+
But {b} had understood something else and waited {spotx}.
The next day {a} stood {place2} and waited. {b} did not come, because {b.he} was waiting {spotx}.
+
"Where were you?" <a?> later. "I waited for an hour!"
When they met at last, both were {sad}. "You did not come!" <a!>. "I did!" <b=>.
+
"But I was {spotx}," <b>. "You said so!" "I said {place2}," <a=>.
"You said {spotx}," <b>. "No," <a=>, "I said {place2}."
+
They looked at each other, and then they began to laugh.
"Next time we write it down," <b>. "[And we draw a map|In big letters]," <a=>.
"So each of us waited for the other," <b>. "That is nearly the same as being together."
# why: elder
+
"Why {why}?" <a?>.
"May I ask you something?" <a?>. "[Always|Go on]," <b=>. "Why {why}?"
{a} thought for a while. "I would like to know why {whyx}," <a>.
+
"What do you think?" <b?>. "[Maybe because of magic|I do not know|Because somebody wants it so]," <a=>.
"That is a good question," <b>.
{b} put down {b.his} [cup|book|glasses]. "Let me think," <b>.
+
"{because}," <b>.
"It is like this," <b>. "{because}."
+ ?
{a} nodded slowly. "Can I see it somewhere?" <a?>. "You only need to look," <b=>.
"And who found that out?" <a?>. "Somebody who asked why," <b=>.
"Are you sure?" <a?>. "Quite sure," <b=>. "I [read|learned] it when I was your age."
+
"And why is that so?" <a?>. {b} laughed. "[One why a day is enough|Now it is time for {meal}]," <b>.
That evening {a} told it to everybody in the house.
"I have {num} more questions," <a>. "Good," <b=>. "We have time."
# guess: children elder animals
+
{b} held something behind {b.his} back. "Guess what it is," <b>.
"What is in your bag?" <a?>. "Guess," <b=>.
"I have something for you," <b>, "but first you must guess what it is."
+
"Is it {u.colour}?" <a?>. "No, it is {v.colour}," <b=>.
"What colour is it?" <a?>. "{vC}," <b=>.
+
"Can you eat it?" <a?>. "Only if you have very strong teeth," <b=>.
"Is it bigger than a {animal}?" <a?>. "[Not much|That depends on the {animal}]," <b=>.
"Is it alive?" <a?>. "No," <b=>, "but you can have fun with it."
+
"Is it a {u}?" <a?>. "No, it is not a {u}," <b=>.
"Then it must be a {u}," <a>. {b} shook {b.his} head.
+ v>a
"I know!" <a!>. "It is a {v}!" And so it was: a {v.full}. Now it belonged to {a}.
"Close your eyes," <b>, and put the {v.full} into {a}'s hands.
"I give up," <a>. {b} laughed and gave {a} the {v.full}.
+
"For me?" <a?>. "For you," <b=>. "[Just because|Because it is {day}]."
{a} was so {glad} that {a.he} forgot to say thank you. {a.he} did it the next day, twice.
"How did you know that I wanted one?" <a?>. "You talk in your sleep," <b=>.
# borrow: children animals
+ t>b
"May I borrow your {t}?" <b?>. "[Until {day2}|Only for today]," <a=> and gave it to {b.him}.
"Lend me your {t.full}," <b>. "I will bring it back." {a} gave it to {b}.
+
But {day2} came, and {b} did not bring it back.
{b} took it {place2r}, and then forgot all about it.
A week went by. {a} waited, but no {b} came, and no {t}.
+
"Do you still have my {t}?" <a?>. {b} turned red.
"You said that you would bring it back," <a>. "I did not forget it."
+ t>a
"I am sorry," <b=>. "Here is your {t.full}. I have cleaned it."
{b} ran home and came back with the {t}. "It was {spot}," <b>. "I am sorry."
+
"Thank you," <a>. "Next time, tell me if you need it longer."
"You may borrow it again," <a>, "but I will tie a letter to it: bring me home!"
{a} was glad to have {a.his} {t.full} back, and gladder still to have {b} back.
# afraid: children elder
+
"I do not want to go {in_dark}," <a>.
They came to {dark}, and {a} stood still. "You go first," <a.>.
The shortest way led {in_dark}. "[Not for me|Let us go around]," <a>.
Their {thing_lost} had rolled {in_dark}. "Will you get it?" <a?>.
+
"Are you afraid?" <b?>. "No," <a=>. "A little," {a.he} said then.
"What could be in there?" <b?>. "A {animal} with teeth like knives," <a=>.
"Take my hand," <b>.
+ ?
"When I was small, I was afraid of [cows|the bathtub]," <b>.
"Being brave does not mean that you are not afraid," <b>.
"Let us sing," <b>. "Nothing bad can happen while we sing."
+
They went in, step by step. Something moved! It was only a {animal}.
{a} counted to {num} and went in. It smelled of dust, and there was nothing but {u.a} on a nail.
"Hello?" <a!> into the dark. "Hello," it came back, and {a} had to laugh.
+
"That was all?" <a?>. "That was all," <b=>.
"Again!" <a!>. {b} groaned, but they went in again.
From that day on, {a} was not afraid of it any more.
# bet: children animals
+
"I bet that I can [stand on one leg until noon|be silent and still for an hour|look at you for an hour without a laugh]," <a>.
"I bet that you cannot keep still for an hour," <b>. "I can," <a=>. "I bet my {t}."
+
"And what do I get if you lose?" <b?>. "My {t.full}," <a=>.
"What do we bet?" <b?>. "My {t.full} against your {v.full}," <a=>.
+
At first it was easy. Then a {animal} came along and looked at {a}.
{a} began. {b} sat down, ate {food} and watched.
A minute can be very long. {a} had not known that.
+ ?
"[Are you tired?|Does it itch?]" <b?> kindly. {a} did not answer.
{b} made faces. {a} looked at the sky and bit {a.his} lips.
+ t>b
In the end {a} had to laugh, and so the {t.full} went to {b}.
"[Ha!|There!]" <b!>. "That was it!" {a} gave {b} the {t.full} without a word.
A fly sat down on {a}'s nose, and that was that. Now the {t.full} was {b}'s.
+ ?
"You were good," <b>. "I could not have done it half as long."
"Tomorrow I want to win it back," <a>.
"One should never bet with a friend who has time," <a>.
# wish: children elder
+
"If you had one wish, what would it be?" <b?>.
They saw a star fall. "Quick, wish for something!" <b!>.
"Today I found a clover with four leaves," <b>. "You may have the wish."
+
"{a_thing_big}," <a=> at once.
{a} thought for a long time. "{a_thing_big}," <a> at last.
+
"And what would you do with it?" <b?>. "[I do not know yet|Show it to everybody]," <a=>.
"Where would you put it?" <b?>. "In the [garden|kitchen|bathtub]," <a=>.
"Is that all?" <b?>. "[And some {meal}|And a second one for you]," <a=>.
+
"And what do you wish for?" <a?>. "That it stays as it is now," <b=>.
"I would wish for {a_thing_small}," <b>, "because that can come true."
"I do not need a wish today," <b>. "I have you and {food}."
+ ?
{a} was silent for a while. "Then I take back my wish," {a.he} said, "and wish for that, too."
The next day there was {a_thing_small} on the table. "So it works!" <a!>.
"Do not tell anybody, or it will not come true," <b.>.
# new: children own
+
{b} was new at school and sat alone {spot}. {b.He} came from {town}.
That week, {b} had come from {town} and knew nobody.
Nobody had ever seen {b} before. {b.He} came from {town}, stood at the gate and looked at {b.his} shoes.
+
"What is your name?" <a?>. "{b}," <b=>. "And yours?" "{a}," <a=>.
"Hello, I am {a}," <a>. "[Do you want to play {game}?|Are you new here?]"
"Are you waiting for somebody?" <a?>. "No," <b=>. "I only do not know where to go."
+
"In {town} we played it with other rules," <b>. "Show me," <a=>.
"Do you like it here?" <a?>. "Not yet," <b=>.
"Is it true that there are [bears|goats|camels|storks] in the streets of {town}?" <a?>. "Only on {day}s," <b=>, and both laughed.
+ v>a
"Here, this is from {town}," <b> and gave {a} {v.a}.
{b} opened {b.his} bag. "I have two {vs}," <b>. "The {v.colour} one is for you."
+
"Tomorrow I will show you [the river|the best tree|where the {food} grow]," <a>.
The next day there were two of them at the gate.
"I think that I will like it here," <b>.
# party: children animals
+
"On {day2} it is {c}'s birthday," <a>. "We must do something."
"{c} will be {kid} on {day2}," <b>. "Let us have a party, but {c.he} must not know."
+
"I will make {meal}," <b>, "and you bring [{num} candles|the music]."
"What does {c} like?" <b?>. "{foodC} and {flower}s," <a=>.
"I know where there are {flower}s," <a>. "And I can make {meal}."
+ ?
"What are you two whispering about?" asked {c}. "[The weather|Nothing]," <b=>, a little too fast.
All week long they were so busy that {c} thought, "They do not like me any more."
+ t>c
On {day2} they all jumped out from {spotx2}. "Happy birthday!" <a!> and gave {c} the {t.full}.
When {c} opened the door, there were lights everywhere, and {a} held out the {t.full}. "It is for you," <a>.
+
"And I thought that you had forgotten me," {c} said. "How could we?" <b=>.
{c} was so {glad} that {c.he} could not speak for a whole minute.
They ate {meal} until nobody could move.
"""

ENDS = """
The {t} was {t.colour}, and it belonged to {o}.
So the {t.full} was {o}'s.
{o} took good care of the {t.full}.
And the {t}? It was {o}'s, and it stayed {t.colour}.
"""
