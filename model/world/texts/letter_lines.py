"""What letters, diary entries and notes are about.

A letter topic is a little plan: `main` lines come in order (one wording of each number), details may follow, and
`ask` is what the writer wants. In LETTERS, a writes to b; c is somebody both know. The lines are long because each
is one row of a table.
"""
# ruff: noqa: E501

LETTERS = """
# thanks
1: Thank you for the {t.full}[!| that you sent me.] It came on {day}, [wrapped in old newspaper|in a big box].
1: On {day} the mail brought a box, and in it was the {t.full}. Thank you!
2: It is [just what I needed|even better than my old one]. I have put it {spot_in}.
2: At first I did not know what it was, because the paper was so thick. Now I use it every day.
2: {c} wants to have it, but I will not give it away.
3: How did you know that I like {t.colour}?
3: I will think of you whenever I see it.
ask: Tell me what you would like for your birthday, and I will try to be as clever as you.
ask: Next time you come, I will make you some {meal}.
# invitation
1: On {day}, {date}, [I will be {kid}|we have a party], and I would like you to come.
1: Will you come to our party? It is on {day}, {date}, {place}.
2: We begin at {hour}. There will be {meal} and [games|music|a big fire].
2: {c} will be there, too, and will bring the {music}. We begin at {hour}.
2: As soon as it is dark we [light the lanterns|cut the cake], so do not be late.
3: You do not need to bring anything but [warm socks|good luck|your {t.full}].
3: If it rains, we will [sit in the barn|all be wet, and it will be fun anyway].
ask: Please tell me by {day2} if you can come.
ask: You can sleep here if it gets late. There is a bed for you [in the attic|next to the stove].
# trip
1: This is my [third|fourth] letter from {town}, and none of yours has come yet.
1: I am in {town} now. The trip took {num} hours, and {c} was sick [twice|all the way].
1: We have been in {town} since {day}. From my window I can see the {river}.
1: Greetings from {town}! It is [warm|windy|noisy] here, and the people are kind.
2: Yesterday we walked {to_place} and saw a {animal} {spot_out}.
2: On the first day I lost my {t.full}, and on the second day {c} found it {spot}.
2: Everybody here eats {meal}. I have had it {num2} times.
3: In the evening we sit outside and play {game}. {c} always wins.
3: I have learned to {skill}. I will show you.
ask: I will be home on {day2}. Can you meet me at the station?
ask: Please water my {flower}s, and do not let the cat into my bed.
# sorry
1: This is a hard letter to write. I was not fair to you on {day}.
1: I am sorry that I [forgot your birthday|broke your {t.full}|said such silly things on {day}].
1: I have to tell you something: I have broken your {t.full}.
2: It was not {c}'s fault, it was mine. I was [tired|in a hurry|angry about something else].
2: I have been thinking about it for {num} days, and I have hardly slept.
2: I should have told you at once, but I was afraid that you would be angry.
3: I will [make it good again|bring you something on {day2}].
3: I have saved {num2} coins, and they are for you.
ask: Can we be friends again? I miss you.
ask: Please come by on {day2}. I will make {meal}, and we can talk.
# illness
1: I have been in bed since {day} with a [cold|fever|hurt knee].
1: You will not believe it: I fell from [a ladder|my bicycle|the fence], and now my foot is as thick as a melon.
2: The doctor came and said that I must not get up for {num} days.
2: {c} brings me {meal} and reads to me, but always the same book.
2: From my bed I can see a {animal} {place}. We have become friends.
3: It does not hurt any more, but it is dull here without you.
3: I have counted the spots on the ceiling. There are {big}.
ask: Please write to me, and make it a long letter.
ask: Could you lend me your {v.full} until {day2}?
# new home
1: We have moved to {town}. Our house has a {colour} door and stands [by the {river}|next to a school|at the end of the street].
1: The last box is unpacked, and we are at home in {town} at last. You will know our house by its {colour} door.
1: Now we live in {town}, in a house with {num} rooms and a {colour} door.
2: My room is under the roof. At night I hear [the rain|an owl|the trains].
2: {c} lives next door and has already shown me everything.
2: On the first evening we had no table, so we ate {meal} on the floor.
3: I have put my {t.full} on the window sill, next to the picture of you.
3: There is a {animal} in the yard that thinks the house is hers.
ask: When will you come? It is only {num2} hours by train.
ask: Write down my new address: {big} {street} Street, {town}.
# news from home
1: You have been away for {num} weeks now, so here is the news.
1: You asked what is new here. Well, nothing much, and then again a lot.
2: {c} has a new {v}. It is {v.colour} and makes a lot of noise.
2: The old {tree} by the well has fallen down. Nobody was under it, but the mayor's hat was.
2: Our {animal} had {num2} babies on {day}. The smallest one is yours, if you want it.
2: {c} has learned to {skill} and talks of nothing else.
3: Your room is as you left it. Your {t.full} is still {spot_in}.
3: I made {meal} on {day}, and I set a plate for you out of habit.
ask: Are you eating well? Do you need warm socks?
ask: Write soon, and tell me everything.
# advice
1: You asked me what to do about the quarrel with {c}. I am not very wise, but I will try.
1: I have read your letter {num} times. So {c} does not speak to you any more because of a {v}!
2: When I was your age, I did not speak to my [brother|best friend] for a whole {season}. I still do not know what it was about.
2: Do not wait for {c} to begin. Somebody has to be the first, and it is easier than you think.
2: Sleep one more night. In the morning most things are smaller.
3: Take {c} some {meal}. Nobody can be angry with a full mouth.
3: Give the {v} back, even if you think that it is yours. It is only a {v}.
ask: Write and tell me how it went.
ask: And if nothing helps, come here on {day2}. My door is open.
# pet
1: We have a new member of the family: a {beast}. Her name is {pet}, and she came to us on {day}.
1: You will not guess who is sitting on my feet while I write. It is a {beast}, and I call her {pet}.
2: {c} found her {spot_out}, wet and hungry. Now she is round as a ball.
2: On the first night she cried, so I slept next to her on the floor.
2: She has already eaten {num} socks and the strap of my {t.full}.
3: She likes {food} and is afraid of my {elder}'s hat.
3: She can [open doors|sit on command|find her way home], but only if she wants to.
ask: You must come and see her soon.
ask: Do you know what one does against [fleas|bad dreams|so much barking]?
# weather
1: It has been raining here since {day}, and the {river} is now in our garden.
1: We have so much snow that I had to climb out of the window on {day}.
2: {c} goes to school by [boat|sled], and the teacher comes the same way.
2: The road to {town} is closed, so we eat {meal} every day. It is all that we have.
2: My {t.full} is in the attic now, where it is safe and dry.
3: In the evening the whole street comes together in our kitchen, and somebody always plays the {music}.
3: The {animal} of our neighbor lives in our bathroom until it is over.
ask: How is it where you are? Send us some sun.
ask: Do not worry about us. We will laugh about it in {month}.
# question
1: I have a question that only you can answer: how does one make {meal}?
1: Do you still know the song that we used to sing {place}? I have lost the second part.
2: {c} says one thing and my {elder} says another, and both are sure.
2: I have tried it {num} times, and each time it went wrong in a new way.
2: I looked in every book of the library in {town}, and there are many.
3: I need it for {day2}, because then {c} comes to visit.
3: If you tell me, I will send you my {t.full}. You always liked it.
ask: Please answer quickly, and write clearly.
ask: I am waiting by the mailbox like a dog.
# business
1: Half a year ago I bought a {t.full} in your shop. On {day} it broke.
1: My name is {a}, and I live at {big} {street} Street. I ordered a {t.full}, and you sent me a {v.full}.
2: I was very careful with it, and I can show you where the fault is.
2: I have kept the paper. I paid {big2} coins on {date}.
2: When I called, nobody knew anything. Somebody played the {music}, and then the line was dead.
3: I do not want to be angry, I only want it to be right.
3: Please send me a new one, or give me back my money.
ask: I hope to hear from you by {day2}.
ask: Thank you for your help.
# plan
1: I have an idea. In {month} we could go to {town}, you and I and {c}.
1: Do you remember our plan? I have thought about it, and I think that we can do it in {month}.
2: There is a train at {hour}, and a ticket costs {num} coins.
2: {c} has a tent, and I have a map. You have the {v.full}.
2: We could sleep in [the barn of my uncle|a tent by the {river}] and eat {meal} over the fire.
3: It is {big2} miles on foot. I have been practicing [with stones in my bag|on the stairs].
3: We would be back on {day2}.
ask: What do you think? Please say yes.
ask: Let me know by {day}, and do not tell {c} yet.
"""
GREETINGS = """
Dear {b},
Dear {b},
My dear {b},
Hello {b},
Dear old {b},
"""
FORMAL = "Dear shop,|Good day,|Dear Sir or Madam,"
HEADS = """
{town2}, {date2}
{date2}
{Day3} [morning|evening]
"""
GOODBYES = """
Yours, {a}
Love, {a}
Your {a}
Your friend {a}
[Many greetings|Best wishes], {a}
A hug from {a}
Until soon! {a}
"""
POSTSCRIPTS = """
P.S. {c} sends greetings.
P.S. The cat says hello.
P.S. I have put a [leaf|feather|photo|dry {flower}] in this letter for you.
P.S. Excuse the spot. It is only [tea|jam|soup].
"""

DIARY = """
# up
Today I got up at {hour_am} because [a {animal} was making noise|the sun was so bright|I had a dream about a {animal}].
I slept until {hour_am}. [It was {weather}.|Nobody woke me.]
It was {weather} when I opened the window.
{Day}. {Weather} all day.
I could hardly get up this morning.
[For breakfast there was|I had] {food} [and cold milk|and a piece of bread], and then the day could begin.
This was a [strange|long|short|quiet|merry] day.
Before I was really awake, {c} knocked at the window.
{month} is nearly over, and I have written only {num} times.
# do
At school we learned how to {skill}. I was the [last|first] who could do it.
In the morning I went {to_place} with {c}. We found a {t.full}, and it belonged to nobody. Now {t_owner}.
I helped [my father|my aunt|{c}] to [paint the fence|carry wood|pick {food}] and got {num} coins for it.
{c} came over, and we played {game}. I lost {num} times, but the last game was mine.
I bought a {t.full} for {num} coins. {c} says that it was too much.
I tried to make {meal}. It looked like mud, but it tasted [good|like more], to everyone's surprise.
{c} taught me to {skill}, and I taught {c} to {skill2}. [It took us all afternoon.|I was the better teacher, says {c}.]
I wrote a letter to {d}, tore it up, and wrote it again. It is [shorter|better] now.
In the afternoon a {animal} came into the {room} and would not leave. {c} [sang to it|gave it {food}], and then it went.
{c} and I built a [hut|raft|tower] out of [boxes|old boards|branches]. It stood for {num} minutes.
I was alone at home and read {big} pages without a break. Then I noticed that I had forgotten to eat.
On the way to school the bus broke down, so we walked. I counted {big} [dogs|hats|puddles|red doors].
I planted {num} {flower}s in a box. {c} says that I must not look at them every hour.
My {elder} showed me an old photo. On it {elder_he} is holding a {animal} and laughing, and {elder_he} is as old as I am now.
I broke my {t.full} today. I could have cried, but {c} helped me to mend it with string.
I found {num} coins in my coat and spent them all on {food} for {c} and me.
We had a test. I knew {num} of ten answers, and one I guessed.
I lent {c} my {t.full}, and I hope that I will see it again.
It rained all afternoon. {c} and I sat {spot_in2} and told each other stories of ghosts.
At the market I saw {d}, who sells {food} now. {d} gave me a handful for nothing.
I went {to_place} to be alone, but {c} was already there, also to be alone. So we were alone together.
There was no light this evening. We ate {meal} by candle, and it tasted better than usual.
I cut my own hair. {c} laughed for {num} minutes and then lent me a hat.
I had a quarrel with {c} about a {t}. I said that it was mine, and {c} said that it was not.
All day I looked for my {t.full}. In the evening I found it {spot_in}.
We had a visitor, {d} from {town}. {d} told us about [the sea|a bear|the old days] until it was dark.
I saw {c} {place} with a {v.full}, but {c} did not see me.
# think
I think that {c} is a true friend.
Why do the best days always go so fast?
I am [a little sad|a little proud|not angry any more], and I do not know why.
I want to remember this day, so I write it down.
Sometimes I think that {animals} understand more than we believe.
If I had a wish, it would be [a day without clocks|one more hour of light|snow tomorrow].
Nobody must read this.
I have to smile when I think of it.
I wonder what {c} is writing about today.
A year ago I would not have dared to do that.
Next time I will [say no|ask first|take an umbrella].
It was not a great day, but it was mine.
Some days are like soup: a little of everything.
I do not know yet if it was a good idea.
My {elder} says that one should write down {num} good things every evening. I have only found {num2}.
# end
Now I am tired. Good night, diary.
Tomorrow is {day2}, and I will [tell {c} that I am sorry|go {to_place2}|get up early].
Supper was {meal2}. Now it is raining, and I like the sound.
The lamp is going out, so I must stop here.
My foot hurts from all that walking. Good night.
That is all for today.
I can hear {c} [laughing|snoring] through the wall. Good night.
More tomorrow, if anything happens.
The moon is looking in. It is late.
"""

NOTES = """
# home
{b}, I [had to go out|am at {c}'s house] and will be back at {hour}.
{b}, do not wait for me with supper. I will be late, because [the bus is broken|{c} needs my help].
{b}, the {t.full} is {spot_in}. I did not lose it, I only put it away.
{b}, I could not wait any longer. I have gone to {c} with the {t.full}.
Good morning, {b}! You were asleep, and I did not want to wake you. I will be back at {hour}.
{b}, please call {c}. It is about the {v.full}, and it sounded important.
Dear {b}, I have borrowed your {v.full}. You will get it back on {day2}.
{b}, I am {place} with the {animal}. Come and find us.
# food
I have eaten your share of the {food}. I am sorry. I will make {meal} tonight.
For supper we need {food} and bread. I have left {num} coins on the table.
There is {meal} on the stove. You only have to [warm it up|stir it].
Please do not eat the {food}. They are for {c}.
Help yourself to the {food}, but leave me some.
# please
Please feed the {animal} at {hour_pm}. It gets {num} spoons, not more.
Could you close the windows? It looks like rain.
If {c} calls, say that I am [in the bath|on my way].
Bring in the washing before it gets dark.
Somebody will come for the {v.full}. Just give it to {c_him}.
Do not forget to [lock the door|put out the stove|take the trash out].
If it snows, sweep the steps before {c} comes.
Put your {v.full} away, or the {animal} will sit on it.
# more
The mail has come. There is a letter for you from {town}.
I heard a noise in the [attic|cellar]. Please take a lamp and {c} with you if you go and look.
The clock in the kitchen is {num} minutes slow.
The key is {spot_in}, as always.
On {day} we have to be {place} at {hour_pm}.
I owe you {num} coins. They are in the blue jar.
You were right about the {flower}s, by the way.
The light in the hall is broken, so watch your step.
# bye
{a}
See you later! {a}
Love, {a}
Thank you! {a}
"""
STREETS = "Mill|Church|Garden|Station|Bridge|Orchard|Water|School|Market|Hill|Rose|Harbor"
INSIDE = "on the kitchen table|on the shelf by the window|under my bed|in the top drawer|next to the stove|behind the door|in the hall|on the window sill|in the blue cupboard|under the stairs"
TREES = "oak|willow|chestnut|pear tree|lime tree|birch"
