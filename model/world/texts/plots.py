"""The plots of the stories, as data: what happens step by step, and the many ways to say each step."""

PLOTS = {
    "lost": """
# t>-
Yesterday it was still there, but now {a.his} {t.full} was gone.
{a} went {place2r} to play. When {a.he} came home, the {t.full} was gone.
On the way home, {a} noticed that {a.his} {t.full} was missing.
The wind was strong. Suddenly {a} could not see {a.his} {t} any more.
{a} put down the {t.full} for a moment and forgot where.
One day {a} lost the {t.full}.
After a long walk, {a} opened {a.his} bag. The {t.full} was not in it!
# @sadly ?
# @search
# t>a
At last {a.he} found the {t.full} {spot}.
And there it was! The {t.full} lay {spot}.
Then something {t.colour} shone {spot}. It was the {t}!
A {animal} was sitting {spot}, and next to it lay the {t.full}.
{a} followed a {animal}, and it led {a.him} to the {t}. It was {spot}.
"There you are!" cried {a}. The {t.full} had been {spot} all the time.
Just before dark, {a} saw the {t.full} {spot}.
# ?
{a} cleaned the {t} and held it tight.
"I will take better care of you," {a.he} promised.
{a} wrote {a.his} name on it, so that it would never be lost again.
"Thank you, little {animal}," said {a}.
After that, {a} always put the {t} back in its place.
# @joy
""",
    "found by a friend": """
# @meet
# t>-
They played {game}, and {a} left the {t.full} {spot}.
While they played {game}, the {t.full} was left {spot}. Nobody noticed.
{a} ran after a {animal} and dropped the {t.full}.
"My {t} is gone!" said {a} after the game.
Later {a} wanted to show the {t.full} to {b}, but it had disappeared.
# @sadly ?
# ?
"Do not worry," said {b}. "I will help you look."
"What does it look like?" asked {b}. "It is {t.colour}," said {a}.
"We will find it together," said {b}.
{b} thought hard. "Let us look where we played," {b.he} said.
"Two pairs of eyes see more than one," said {b}.
# t>a
{b} looked {spot} and found the {t.full}.
After a while, {b} called, "I see something {t.colour} {spot}!" It was the {t}.
"Is this yours?" asked {b} and held up the {t.full}. "Yes!" cried {a}.
It was {b} who found it. The {t.full} had been {spot}.
{b} bent down, reached out and brought back the {t.full}.
# ?
"Thank you, {b}!" said {a}. "You are a real friend."
{a} thanked {b} and gave {b.him} some {food}.
"Thank you," said {a}. "Without you I would never have found it."
{a} hugged {b}.
# @together
""",
    "gift": """
# @meet
# ?
{b} looked {sad}. "Today is my birthday, but nobody remembers," {b.he} said.
{b} liked {a}'s {t} very much. "I wish I had a {t} like that," {b.he} said.
It was {b}'s birthday, and {a} wanted to make {b.him} happy.
{b} was ill and had to stay in bed. {a} wanted to cheer {b.him} up.
"Tomorrow I move far away," said {b}. {a} thought for a long time.
# t>b
{a} gave {b} the {t.full}. "It is for you," {a.he} said.
"Here, take my {t.full}," said {a}. "It is yours now."
So {a} wrapped the {t.full} in paper and gave it to {b}.
{a} held out the {t.full}. "I want you to have it," {a.he} said.
{a} put the {t.full} in a box, tied a ribbon around it and took it to {b}.
"Close your eyes," said {a}. When {b} opened them, {b.he} saw the {t.full}.
# ?
{b} could not believe it. "For me? Thank you!"
"Thank you so much!" cried {b}.
{b}'s eyes grew big. "It is so {t.colour}!" {b.he} laughed.
{b} was so {glad} that {b.he} danced.
"I will keep it forever," said {b}.
#
It is good to give.
{a} had one thing less now, but one friend more.
Giving made {a} as happy as getting.
A gift makes two people happy.
{a} went home without the {t}, and yet {a.he} was {glad}.
That evening {b} put the {t} next to {b.his} bed.
""",
    "swap": """
# @meet
# ?
{a} liked {b}'s {v}. {b} liked {a}'s {t}.
"Your {v} is beautiful," said {a}. "I like your {t} more," said {b}.
They looked at each other's things for a long time.
"I have never seen a {v} as {v.colour} as yours," said {a}.
{a} had always wanted a {v}, and {b} had always wanted a {t}.
# t>b v>a
"Shall we swap?" asked {a}. "Yes!" said {b}. So {b} got the {t}, and {a} got the {v}.
They swapped. {a} took the {v.full}, and {b} took the {t.full}.
{a} gave {b} the {t.full}, and {b} gave {a} the {v.full}.
"My {t} for your {v}?" asked {a}. {b} nodded, and they swapped.
So {a} gave away the {t} and got the {v} for it.
# ?
{b} put the {t} to good use at once.
Each of them thought it was a very good swap.
"Now we both have something new," said {b}.
{a} looked at the {v.full} from all sides.
"Take good care of it," said {a} to {b}.
"If you miss it, come and visit it," said {a}.
# @together
""",
    "broken": """
# t>-
One {time}, the {t.full} fell to the ground and broke.
{a} ran too fast and fell. Crack! The {t.full} was broken.
Then a {animal} jumped onto the {t.full}, and it broke.
"Be careful!" called {a.his} {elder}, but it was too late. The {t.full} broke in two.
During the night the {t.full} had fallen down. In the morning it was broken.
There was a loud noise. {a}'s {t.full} had broken.
# @sadly
# t>a
{a} fetched glue and string and mended the {t}.
{a} took the pieces to {a.his} {elder}. Together they mended the {t}.
"We can fix it," said {a.his} {elder}. It took a whole hour, and then the {t} was whole again.
{a} worked with glue and paint until the {t.full} looked like new.
With a lot of patience, {a} put the pieces together again.
{a} tried once, twice, three times. At last the {t} held together.
# ?
If you looked closely, you could see a thin line, but {a} did not mind.
It was not perfect, but {a} loved it even more.
"Old friends have scars," said {a.his} {elder}, and {a} laughed.
Now it was stronger than before.
#
What is broken can often be mended.
{a} was {glad}, because {a.he} had done it with {a.his} own hands.
After that, {a} was more careful.
{a} learned that patience helps.
"I can mend things!" said {a} proudly.
Now {a} mends things for the whole street.
""",
    "rain": """
#
Suddenly dark clouds came, and it began to rain.
Then a drop fell on {a}'s nose, and another, and soon it was raining hard.
There was thunder far away. {a} looked up. The sky was gray.
All at once the sky turned gray, and the rain came down.
In the middle of the game, a storm came up.
# ?
{a} ran as fast as {a.he} could.
"Quick, I need a dry place!" said {a}.
{a} had no umbrella, and {a.his} hair was dripping.
{a} put the {t.full} under {a.his} coat to keep it dry.
Water ran down the path like a small river.
#
{a} found shelter in an old barn. A {animal} was there, too.
Under a big tree stood a {animal}, just as wet as {a.he} was.
{a} crept into a little hut. A {animal} sat there and shivered.
{a} waited {spot}. A {animal} came and sat down beside {a.him}.
#
"We can wait together," said {a}.
{a} gave the {animal} a piece of bread, and they listened to the rain.
{a} sang a song, and the {animal} was quiet.
{a} dried the {animal} with a cloth.
{a} shared some {food} with it.
#
After the rain, a rainbow stood in the sky. It had seven colours.
At last the rain stopped, and the sky was blue again.
When the sun came out, everything shone.
Then the clouds went away. "Look at the blue sky!" cried {a}.
An hour later the sun was back, and the puddles were full of light.
# @joy
""",
    "animal": """
#
One day {a} heard a small sound. A {animal} was stuck {spot}.
{a} found a little {animal} {spot}. It was hungry and cold.
There, {spot}, sat a {animal} with a hurt leg.
A {animal} had lost its mother. It sat {spot} and shook.
Something moved {spot}. It was a {animal}, and it could not get out.
# ?
"Do not be afraid," said {a} softly.
{a} came closer, step by step.
{a} sat down and waited until it was calm.
The {animal} looked at {a} with big eyes.
"Poor little {animal}," said {a}.
#
{a} gave it some water and a soft place to sleep.
Very gently, {a} lifted it up and carried it home.
{a} used the {t.full} to help it. It worked!
{a} wrapped the {animal} in a blanket and stayed with it all night.
{a} called {a.his} {elder}, and together they freed the {animal}.
{a} fed it every day, and it grew strong.
#
Soon the {animal} was well. It ran around {a} in circles.
After a few days, the {animal} was strong again and went back to its family.
The next {time}, the {animal} was gone, but it came back to say hello.
From then on, the {animal} followed {a} everywhere.
One {time} it brought {a} a shiny stone as a thank-you.
#
Even a small friend is a good friend.
Whoever helps others is never alone.
{a} was {glad} that {a.he} had stopped to help.
Kindness always comes back.
{a} felt {glad}.
""",
    "fear": """
#
{a} was afraid of the dark.
{a} was afraid of deep water.
There was one thing {a} did not like: thunder.
{a} did not dare to speak in front of the class.
{a} was afraid of the big dog {place2}.
Everyone climbed the tall tree, but {a} did not dare.
#
"I cannot do it," {a.he} whispered.
{a.His} heart beat fast.
{a.His} knees shook.
{a} hid {spot} and hoped that nobody would ask.
"Why am I so afraid?" {a.he} asked.
#
"Being brave means being afraid and going on," said {a.his} {elder}.
"Take one small step," said {a.his} {elder}.
{a.His} {elder} smiled. "I was afraid once, too."
"Hold my hand," said {a.his} {elder}.
"Count to ten and breathe," said {a.his} {elder}.
#
{a} held the {t.full} tight and took a step.
{a} closed {a.his} eyes, counted to three and tried.
{a} took a deep breath. Then {a.he} did it.
With the {t.full} in {a.his} hand, {a} felt stronger.
Slowly, very slowly, {a} went on.
#
Nothing bad happened. It was even a little fun!
"I did it!" cried {a}.
In the end it was only half as bad.
After a while {a.he} noticed that the fear was gone.
Everybody clapped.
# @joy
""",
    "skill": """
#
{a} wanted to learn how to {skill}.
{a} had one big wish: {a.he} wanted to {skill}.
"One day I will {skill}," said {a}.
All the other children could {skill}, but {a} could not.
{a.His} {elder} could {skill}, and {a} wanted to do it, too.
#
The first time went wrong, and the second time, too.
On Monday it did not work. On Tuesday it did not work either.
{a} tried and tried, but it was hard.
At first {a} fell down, laughed and got up again.
"This is too difficult!" {a.he} sighed.
# ?
"Do not give up," said {a.his} {elder}. "Practice every day."
"Every master was a beginner once," said {a.his} {elder}.
A {animal} watched and seemed to smile.
{a} rested for a while, ate some {food} and tried again.
So {a} practiced every {time} {place2}.
#
One {weather} {time}, it worked!
After two weeks, {a} could {skill}.
And then, all of a sudden, {a} could do it.
On {day2}, {a} tried once more, and this time it went well.
"Look!" cried {a}. "Now I can {skill}!"
#
If you practice, you get better.
{a.His} {elder} was proud of {a.him}.
{a} was {glad} and wanted to learn something new.
Step by step, you can learn almost anything.
Today {a} teaches the smaller children how to {skill}.
""",
    "seed": """
#
{a} found a small seed {spot}.
{a.His} {elder} gave {a.him} a seed. "Plant it," {a} was told.
At the market {a} got a tiny seed.
A bird dropped a seed at {a}'s feet.
In {a.his} pocket {a} found a seed.
#
{a} put it into the earth and gave it water.
{a} dug a hole with a spoon and laid the seed in it.
{a} filled a pot with soil and put the seed in the middle.
"Sleep well, little seed," said {a} and covered it with soil.
# ?
For a long time nothing happened.
Every {time} {a} looked, but there was only brown soil.
A week went by, and then another.
"Is it asleep?" asked {a}. "Plants need time," said {a.his} {elder}.
Rain fell, and the sun shone.
#
Then a green leaf came out of the ground.
One {time}, there was a tiny green leaf.
In {month}, a green tip came up, and it grew and grew.
At last it grew. First it was as small as a finger, then as tall as {a.he} was.
#
In the end a {petal} flower bloomed.
The plant had a flower, and the flower was {petal}.
Bees came to visit the {petal} flower.
"What a beautiful flower!" said everyone. It was {petal}.
#
Good things need time.
Even a big tree was once a seed.
The whole street came to look at it.
{a} was {glad} and gave a seed to every neighbor.
{a} sat beside it with {a.his} {t.full} and was {glad}.
{a} had learned to wait.
""",
    "cook": """
#
{a} wanted to make {dish} for the family.
{a.His} {elder} was tired, so {a} said, "Today I will cook!"
There was a feast in the village, and {a} wanted to bring {dish}.
"I am so hungry," said {a}. "Let us make {dish}."
#
{a} washed {a.his} hands and put on an apron.
First {a} cleaned the table. Then {a.he} got a big bowl.
{a} looked for a spoon, but {a.he} found only the {t.full}.
{a} read every word of the recipe.
#
A {animal} came in through the window and ran across the table!
But there was too much salt in it. "Oh dear," said {a}.
Suddenly there was flour on the floor, on the chair and on {a}'s nose.
{a} forgot the time, and the kitchen was full of smoke.
The bowl was too small, and everything ran over.
#
{a} laughed, cleaned up and started again.
"Then I will do it once more," said {a}.
{a.His} {elder} helped, and the second try went well.
With a little water and a lot of patience, {a} saved the meal.
#
In the evening everybody sat around the table. "Delicious!" they said.
It smelled so good that the neighbors came to eat, too.
It tasted wonderful, and not one bite was left.
"Who made this?" asked the guests. "I did!" said {a}.
# @joy ?
#
Food tastes best when you share it.
{a} went to bed full and {glad}.
And the {animal}? It got a little bit, too.
""",
    "quarrel": """
# @meet
#
{a} and {b} both wanted to play with the {v.full}.
"It is my turn!" said {a}. "No, it is mine!" said {b}.
They played {game}, but then they began to quarrel.
"You never share!" shouted {a}. {b} turned away.
{a} laughed at {b}'s {v}, and {b} was hurt.
#
{b} went away without a word.
For a whole day they did not speak.
{a} sat {place}, and {b} sat {place2}. Both of them were {sad}.
Now each of them played alone, and it was no fun.
"Then I will go home," said {b}.
# ?
{a} thought about it all night.
"It is lonely without {b}," thought {a}.
{a} talked to {a.his} {elder}. "Say what you feel," was the answer.
The {time} was long and quiet.
#
In the end {a} said, "I am sorry."
"I am sorry," said {b}. "I am sorry, too," said {a}.
{a} took the {t.full} to {b}. "Let us share," {a.he} said.
{a} knocked at {b}'s door. "Can we be friends again?"
{a} wrote a little note: "I am sorry. You are my friend."
#
{b} nodded, and they hugged.
"Of course," said {b}. "Let us play!"
They took turns, first {a}, then {b}.
{b} laughed, and all was well.
# @together
""",
    "borrow": """
# @meet
# t>b
"May I borrow your {t}?" asked {b}. "Yes," said {a} and gave {b.him} the {t.full}.
{a} lent {b} the {t.full} for one day.
{b} needed a {t} for the feast, so {a} lent {b.him} the {t.full}.
"You can have my {t.full} until {day2}," said {a} to {b}.
# ?
{b} was very careful with it.
{b} took it {place2r} and used it all {time}.
Days went by, and {a} waited.
"I hope nothing happens to it," thought {a}.
# t>a
On {day2}, {b} brought the {t.full} back.
Soon {b} came to return it. "Here is your {t}," {b.he} said.
"Thank you for the {t}," said {b} and gave it back.
In the evening {b} gave the {t.full} back to {a}.
#
{b} had even cleaned it.
There was also a bag of {food} with it as a thank-you.
"You can borrow it again," said {a}.
"You keep your word," said {a}. "I like that."
# @together
""",
    "friend far away": """
# @meet
#
Then {b} had to move to another city.
One {season}, {b}'s family went to live on an island.
"We are moving on {day2}," said {b} in a low voice.
But in {month}, {b} went away to live with {b.his} {elder}.
# v>a
"Take my {v.full}," said {b}. "Then you will think of me." {a} took it.
"This is for you," said {b} and gave {a} the {v.full}.
{b} left the {v.full} with {a}. "Keep it for me," {b.he} said.
{b} gave {a} the {v.full} to remember {b.him} by.
At the station {b} put the {v.full} into {a}'s hand.
# @sadly ?
#
{a} counted the days.
{a} often walked past the empty house.
{a} wrote a letter every week.
{a} drew a picture of the two of them and sent it to {b}.
Every {time}, {a} looked at the {v} and thought of {b}.
# ?
Weeks went by. Then a letter came.
"I have a new house, but no friend like you," wrote {b}.
One {weather} day, there was a knock at the door.
#
"Look who is here!" cried {b}. It was like old times.
One {time}, {b} stood at the door, and {a} jumped for joy.
In {season2}, {b} came to visit. How they laughed!
When they met again, it was as if no day had passed.
"You still have the {v}!" cried {b}. "Of course I do," said {a}.
Friends stay friends, even far away.
""",
    "wind": """
# t>-
A strong wind came and took the {t.full} away.
Whoosh! The wind pulled the {t.full} out of {a}'s hands.
The {t.full} rolled down the hill, faster and faster.
{a} slipped, and the {t.full} fell into the stream.
A cheeky {animal} took the {t.full} and ran off with it.
#
"Stop!" cried {a} and ran after it.
{a} ran past the mill, past the pond and over the bridge.
Over the fence and across the field it went, and {a} went after it.
{a} ran until {a.he} was out of breath.
"Come back!" shouted {a}.
# ?
A {animal2} looked up in surprise.
An old farmer laughed and pointed to the path.
Twice {a} almost had it, and twice it got away.
{a} lost a shoe, but {a.he} did not stop.
# t>a
At last it came to rest {spot}, and {a} caught it.
{a} jumped and caught the {t.full}.
It got stuck {spot}. {a} climbed up and got it back.
Then it stopped {spot}. "Got you!" said {a}.
A {animal2} was sitting on it and looked very proud. {a} took the {t} back.
# @joy
""",
    "market": """
#
On {day2}, {a} went to the market with five coins.
{a} had saved some coins and went to the shop.
There was a fair in the town, and {a} was allowed to buy one thing.
{a}'s {elder} gave {a.him} a coin. "Buy something nice," {a} was told.
#
On the table lay a {v.colour} {v} and a {colour} {v}.
The seller had a {v.colour} {v} and a {colour} {v}.
{a} saw a {v.colour} {v}, a {colour} one and a basket of {food}.
"Which {v} do you like?" asked the seller. "This one is {v.colour}, that one is {colour}."
# v>a
{a} thought for a long time. Then {a.he} bought the {v.full}.
"I will take the {v.colour} one," said {a}.
{a} chose the {v.full} and paid.
The {colour} one was too big, so {a} bought the {v.full}.
# ?
On the way home {a} had one coin left and gave it to a poor man.
{a} carried it home with great care.
"A good choice," said the seller.
A {animal} walked beside {a.him} all the way home.
#
At home {a} put the {v} next to the {t}.
"Look what I have got!" called {a} at the door.
{a.His} {elder} nodded. "It is a good {v}."
Now {a} had something to play with on rainy days.
# @joy ?
""",
    "hide": """
# @meet
#
They wanted to play hide and seek.
"Do you want to hide first?" asked {a}.
"You hide, and I will look," said {a}.
"Let us play hide and seek," said {b}.
It was the right day for hide and seek.
#
{a} counted to twenty, and {b} hid {spot}.
{a} closed {a.his} eyes. {b} ran away and hid {spot}.
While {a} counted, {b} crept away and hid {spot}.
{b} hid {spot} and kept very still.
"One, two, three," counted {a}. {b} ran and hid {spot}.
#
{a} looked {spot2}. {b} was not there.
{a} looked {spot2} and found only a {animal}.
First {a} looked {spot2}, then {place2}.
"Where can {b} be?" said {a}.
# ?
{a} heard somebody laugh.
Then something {v.colour} caught {a}'s eye. It was the {v}!
A {animal} looked at one place again and again.
Somebody sneezed.
#
"Found you!" cried {a}. {b} was {spot}.
There, {spot}, sat {b} with the {v.full}.
In the end {a} found {b} {spot}.
#
"Now it is your turn to hide," said {b}.
Then {a} hid, and {b} had to look.
They played until it was time for dinner.
# @together
""",
    "build": """
# @meet
#
"Let us build something," said {a}. They wanted to build a {made}.
{a} had an idea. "We could make a {made}!"
They were bored. Then {b} said, "Let us make a {made}."
For the feast they wanted to make a {made}.
#
{a} brought wood, and {b} brought string.
They used sticks, paper, glue and the {v.full}.
{b} drew a plan, and {a} looked for boxes.
They began with the floor. The walls came next.
{a} held, and {b} tied.
#
But it fell over as soon as the wind came.
"It is crooked," said {b}. They began again.
A {animal} walked right through it.
Then they had no more paint.
# ?
"Maybe it needs a wider base," said {a}.
{a.His} {elder} gave them some nails.
They did not give up.
They worked until their hands were {colour} with paint.
#
By evening the {made} was ready. It was {colour}.
"It looks like a real {made}," said {b}. They painted it {colour}.
Everybody came to see the {colour} {made}.
Finally it stood. They painted it {colour}.
It became the finest {made} in the whole village, and it was {colour}.
# @together
""",
    "night": """
#
In the evening {a} could not sleep.
It was night, and the moon shone through {a}'s window.
The house was quiet, but {a} was wide awake.
That night the sky was black and full of stars. {a} lay in bed.
#
{a.He} heard a strange noise {spot}.
Something moved on the wall. It looked like a giant.
There was a soft step outside the door, then another.
Something went tap, tap, tap.
{a.He} thought of the day and of {a.his} {t.full}.
"Who is there?" {a.he} whispered.
#
It was only a {animal} that wanted to come in.
{a} took a lamp and looked. A {animal} was eating {food}!
Behind the curtain sat a small {animal}.
It was only the wind, and a {animal} on the roof.
#
{a} laughed. "Good night, little {animal}," {a.he} said.
{a} opened the door and gave it some {food}.
{a} put the {t.full} next to the pillow and felt safe.
{a} told it a story about the moon.
#
Soon {a} was fast asleep.
Then {a} closed {a.his} eyes and dreamed of a {animal2} that could fly.
The moon looked in, and all was still.
And in the morning {a} was not sure whether it had been a dream.
""",
    "two things": """
#
{a} took the {t} and left the {u} at home.
{a} put the {u} on the shelf and took the {t} along.
{a} took both of them {place2r}.
First {a} played with the {t}. Then {a.he} played with the {u}.
{a} showed the {t} to {a.his} {elder}.
#
"What colour is your {t}?" asked {a.his} {elder}. "It is {t.colour}," said {a}.
"Which one do you like more?" asked {a.his} {elder}. "The {t.full}," said {a}.
A {animal} wanted the {u}, but {a} said, "No, the {u.full} is mine!"
"Is your {u} {t.colour}?" asked a neighbor. "No, my {t} is {t.colour}. My {u} is {u.colour}."
"I will take only one thing," said {a} and took the {t.full}.
{a} closed {a.his} eyes. Which one was {u.colour}? It was the {u}.
# ?
{a} went {place2r} and came back before dark.
After that, {a} ate some {food}.
A {animal} came and looked at everything.
{a} played {place2} until the sun went down.
#
In the evening {a} put the {t} and the {u} side by side.
"Where is my {u.colour} {u}?" asked {a}. It was where it had always been.
{a} cleaned the {t.full}, and then {a.he} cleaned the {u}.
{a} washed the {u}, because it was dusty.
At night the {t} stood next to the bed.
When it was time to go, {a} packed the {u.full} first and the {t.full} after it.
# @joy
""",
    "treasure": """
# @meet
#
In an old book, {a} found a map with a red cross.
{b} had found a bottle with a paper in it. It was a map!
"I have heard of a treasure," said {b}. "It lies {spot}."
{a.His} {elder} had hidden a treasure and drawn a map of the way.
The wind blew a piece of paper to {a}'s feet. On it was a map.
#
They went over the bridge, past three stones and into the wood.
"Ten steps to the left," read {a}. {b} counted out loud.
They walked {place2r}, and then they turned right at a crooked tree.
A {animal} walked before them, as if it knew the way.
"Are we lost?" asked {a}. "No," said {b}, "only a little late."
# ?
They dug with the {v}, because they had no shovel.
{b} slipped, but {a} held {b.him}.
Twice they stopped to rest and ate some {food}.
It got late, and the shadows grew long.
#
The treasure was an old box {spot}. In it lay {colour} stones.
And what was the treasure? It was a bag of {food}!
{spotC} they found a box, and in the box there was a {colour} star.
They found no gold, but from there they saw the whole land.
In the box was a note: "The best treasure is a friend."
# @together
""",
    "paint": """
#
{a} wanted to paint a picture of the {t}.
It was the birthday of {a.his} {elder}, and {a} wanted to paint a picture.
"Today I will be a painter," said {a}.
{a} had a big sheet of paper and a box of paints.
On the table lay a brush and a clean white sheet.
#
First {a.he} painted the sky blue and the grass green.
{a.He} mixed blue and yellow, and it became green.
{a.He} painted a {animal} with {colour} ears.
{a.He} made the sun yellow, the sea blue and the snow white.
{a.He} mixed red and white until it was pink.
# ?
A drop of {colour} fell in the middle. "Oh no!" said {a}.
Then the {animal2} walked across the paper with {colour} paws.
There was no {t.colour} left for the {t}.
The wind took the sheet and dropped it in a puddle.
#
{a} thought and made a {flower} out of it.
"That is not a mistake," said {a.his} {elder}. "That is a butterfly."
{a} mixed new paint, and it was even better than before.
{a} laughed and painted on.
#
In the end, the {t} in the picture was {t.colour}, just like the real one.
The picture still hangs on the wall.
Everybody wanted a picture by {a}.
"It is beautiful," said {a.his} {elder}.
# @joy ?
""",
    "snow": """
#
In the night it had snowed. Everything was white.
{a} looked out of the window. Snow! The whole street was white.
"It is snowing!" cried {a}.
It was so cold that the pond was frozen.
Snow fell and fell, and the hills were white.
#
{a} put on a warm coat and ran outside.
{a} wanted to build a snowman with two stones and a carrot.
{a} rolled a ball of snow, and it grew bigger and bigger.
{a} made a small house of snow for a {animal}.
#
The snowman got the {t.full}.
{a} put the {t.full} next to the snowman.
For a while, {a} even forgot {a.his} cold fingers.
A {animal} left small tracks in the snow, and {a} followed them.
The snowman had a carrot nose and a big smile.
# ?
"Are you cold?" {a.he} asked the snowman. It did not answer.
"Come in, there is hot soup!" called {a.his} {elder}.
Soon {a.his} nose was red.
#
The next week the sun came, and the snow melted. The {t.full} lay in the grass.
When it got warm, the snowman grew small. "See you next year," said {a}.
In the evening {a} sat by the fire, warm and {glad}.
{a} fell asleep and dreamed of snow.
# @joy ?
""",
    "promise": """
# @meet
#
"Will you help me on {day2}?" asked {b}. "I promise," said {a}.
{a} promised to bring {b} some {food} on {day2}.
"Let us meet {place2} on {day2}," said {b}. "I will be there," said {a}.
{b} had to carry heavy boxes on {day2}, and {a} promised to help.
#
But on {day2}, {a} played with the {t.full} and forgot the time.
When {day2} came, it was {weather}, and {a} wanted to stay in bed.
On {day2} all the others went to the fair. {a} wanted to go, too.
Then {a.his} {elder} said, "Today we have cake!" {a} stopped at the door.
#
"A promise is a promise," {a} thought and ran off.
Then {a} saw something {v.colour}. It made {a.him} think of {b}'s {v}.
"What did I say to {b}?" thought {a}. Then it came back.
{a} looked at the clock and jumped up.
#
{b} was waiting {place2}. "You came!" {b.he} said.
"I knew that you would come," said {b}.
"You are late, but you are here," said {b} and smiled.
Together the work was done in no time.
#
Who keeps a promise is a good friend.
It feels good to keep your word.
# @together ?
""",
}
