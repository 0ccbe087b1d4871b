"""Riddles, whys, dark places and wishes, which the dialogues talk about.

Riddle rows: the riddle | the answer | a wrong guess | a hint. Why rows: as a question | as a statement | the reason.
"""
# ruff: noqa: E501

RIDDLES = """
What has hands but cannot clap?|a clock|a snowman|It hangs on the wall and it is never in a hurry
What gets wetter the more it dries?|a towel|a sponge|You use it after the bath
What has a neck but no head?|a bottle|a shirt|You can drink from it
What has one eye but cannot see?|a needle|a potato|It likes thread
What goes up and down but never moves?|the stairs|a ball|You use it to go to bed
What runs but has no legs?|the river|a snail|Fish live in it
What is full of holes and still holds water?|a sponge|a net|It lies next to the bathtub
What has teeth but cannot bite?|a comb|a saw|You use it for your hair
What belongs to you but others use it more?|your name|your hat|You heard it just now
What can you catch but not throw?|a cold|a fish|It makes you sneeze
What falls every winter but is never hurt?|the snow|an apple|It is white
What has legs but does not walk?|a table|a chair with wheels|We eat there
What grows when you feed it and dies when you give it a drink?|a fire|a plant|It is hot
What comes once in a minute and twice in a moment?|the letter m|a second|It is not a thing, but you can write it
What has a bed but never sleeps?|a river|a hotel|It is always on its way
What follows you all day and is gone at night?|your shadow|a dog|It has no colour but black
What can fill a room and takes no space?|the light|the wind|You let it in when you open the curtain
What has many leaves but is not a tree?|a book|a salad|You can read it
What is yours when you give it to somebody?|your word|a gift|You must keep it
What has a thumb and four fingers but is not alive?|a glove|a fork|You wear it in winter
"""

WHYS = """
is the sky blue|the sky is blue|The light of the sun has all colours in it, and the air sends the blue around the most
do leaves fall in autumn|leaves fall in autumn|The tree saves its water for the winter, so it lets the leaves go
does ice float|ice floats|Water gets bigger when it freezes, and so ice is lighter than water
do we sleep|we sleep|The body mends itself at night, and the head puts its thoughts in order
do cats purr|cats purr|A cat purrs when it feels good, and sometimes to calm itself
is the sea salty|the sea is salty|Rivers wash salt out of the rocks and carry it to the sea
do birds sing in the morning|birds sing in the morning|They tell the others that this is their tree
do bees like flowers|bees like flowers|In the flower there is a sweet juice, and the bees make honey from it
does the moon change its shape|the moon changes its shape|The sun shines on one half of the moon, and we do not always see all of that half
do we see the lightning first|we see the lightning first|Light is much faster than sound, so the thunder comes later
do onions make us cry|onions make us cry|When you cut an onion, it sets free something that stings the eyes
do ducks stay dry|ducks stay dry|There is oil on their feathers, and water runs off it
does bread rise|bread rises|There is yeast in the dough, and it makes little bubbles
do stars twinkle|stars twinkle|The air above us is never still, and it makes the light shake
is snow white|snow is white|It is made of many tiny crystals, and they send back all the light
do we have two eyes|we have two eyes|With two eyes we can see how far away a thing is
"""
DARKS = "into the old cellar=an old cellar|into the cave=a cave|up to the attic=the dark attic|through the tunnel=a long tunnel|into the empty house=an empty house|into the dark barn=a dark barn"
WISHES = """
A [flying|talking] [carpet|horse|bathtub]
A day without [school|rain|washing]
A real elephant
A tree that grows [pancakes|socks|coins]
To be [invisible|tall as a house|a fish for one day]
A house on wheels
A pocket without a bottom
That all the [clocks|cars] stop for a day
"""
SMALL_WISHES = (
    "a cup of cocoa|an apple|a good story|a warm blanket|a letter|a walk by the river|a bit of sun|a piece of cake"
)
