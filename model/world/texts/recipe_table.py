"""Dishes as data: what goes in, and the steps in order, in several wordings.

A block is one dish: its name, its ingredients (`{2-4} eggs` is a number from 2 to 4, the same number
wherever the step says `{eggs}`), then one step per line. Wordings are parted by |, and `?` opens a
step that may be left out.
"""

DISHES = """
pancakes
{2-4} eggs|two cups of flour|a cup of milk|a pinch of salt|butter for the pan
Beat the eggs until they foam.|Break the eggs into a bowl and beat them.|Crack the eggs and whisk them.
Stir in the milk and the salt.|Add the milk and a pinch of salt.
Add the flour little by little, so that there are no lumps.|Sift the flour into the bowl and stir until it is smooth.
?Let the batter rest for {10-20} minutes.|Wait a little: the batter gets better.
Melt some butter in a hot pan.|Heat the pan and let the butter melt.
Pour in a ladle of batter and wait for bubbles.|Fill a cup with batter and pour it into the middle of the pan.
Turn the pancake when the edges are brown.|When it is golden below, turn it over.
?Eat them with jam or honey.|Roll them up with jam.|The first one is never pretty. Eat it in secret.

tomato soup
{5-9} ripe tomatoes|an onion|a spoon of oil|a cup of water|salt and pepper
Chop the onion and cut the tomatoes into pieces.|Cut the tomatoes into small cubes and the onion into rings.
Heat the oil and fry the onion until it is soft.|Fry the onion gently in the oil.
Add the tomatoes and the water.|Now the tomatoes go in, and then the water.
Let it cook for {15-25} minutes.|Put on the lid and let it bubble for {15-25} minutes.
?Press it through a sieve.|Mash it until it is smooth.
Add salt and pepper.|Taste it, and add salt if it is dull.
Serve it with bread.|Fill the bowls while it is hot.|A spoon of cream on top looks nice.

rice with beans
a cup of rice|a cup of beans|an onion|two cloves of garlic|salt
Soak the beans overnight.|Put the beans in water the evening before.
Cook the beans until they are soft.|Boil the beans for an hour.
Fry the onion and the garlic in a little oil.|Chop the onion and the garlic and fry them.
Add the rice and stir until it shines.|The rice goes in next; stir it well.
Pour in two cups of water and put on the lid.|Add two cups of water and turn down the heat.
After {15-20} minutes mix in the beans.|When the water is gone, stir in the beans.
?Squeeze a lemon over it.|Some green herbs on top, and it is done.

apple cake
{3-5} apples|{2-3} eggs|a cup of sugar|two cups of flour|half a cup of butter|a spoon of cinnamon
Peel the apples and slice them.|Cut the apples into thin slices.
Stir the butter and the sugar until they are creamy.|Mix the soft butter with the sugar.
Add the eggs, one after the other.|Beat in the eggs.
Mix in the flour.|Stir in the flour until the dough is heavy and smooth.
Spread the dough in a round tin.|Butter a tin and pour in the dough.
Lay the apples on top in a circle.|Press the apple slices into the dough, like the petals of a flower.
?Sprinkle the cinnamon over them.|Now the cinnamon.
Bake it for {35-50} minutes.|Put it in the oven for {35-50} minutes, and do not open the door.
?Let it cool, if you can wait.|It is best on the next day, but who can wait?

fruit salad
{2-4} apples|two bananas|an orange|a handful of grapes|the juice of a lemon|a spoon of honey
Wash the fruit.|Wash everything well.
Cut the apples and the bananas into cubes.|Slice the bananas and cut the apples small.
Peel the orange and part it.|Peel the orange and cut it across.
Halve the grapes.|Cut each grape in two.
Mix it all in a big bowl.|Put it all in a glass bowl, so that you can see the colours.
Pour the lemon juice over it, so that the apples stay white.|Add the lemon juice to keep it fresh.
Stir in the honey.|Add honey if the fruit is sour.
?Let it stand in a cold place for an hour.|Serve it cold.

bread
four cups of flour|a spoon of yeast|a spoon of salt|a cup and a half of warm water
Stir the yeast into the warm water.|Let the yeast wake up in the warm water.
Mix the flour with the salt.|Put the flour and the salt in a big bowl.
Pour in the water and knead for ten minutes.|Add the water and knead until the dough no longer sticks.
Cover the bowl with a cloth and wait for {1-2} hours.|Put it in a warm place until it is twice as big.
Shape a round loaf.|Form the loaf with wet hands.
?Cut a cross into the top.|Dust it with flour.
Bake it for {35-45} minutes in a hot oven.|The oven must be hot. Bake the loaf until it is brown.
Knock on the bottom: it is done when it sounds hollow.|If it sounds like a drum, it is done.

omelette
{2-4} eggs|a spoon of butter|a little cheese|salt and pepper|some chives
Beat the eggs with a fork.|Crack the eggs into a cup and beat them.
Add salt and pepper.|A pinch of salt, a little pepper.
Melt the butter in a pan.|Let the butter foam in the pan.
Pour in the eggs and do not stir.|Pour the eggs into the pan and tilt it.
When the edge is firm, put the cheese on one half.|Sprinkle the cheese over one side.
Fold it over like a letter.|Fold it in half.
Slide it onto a plate.|Serve it at once.
?Cut the chives over it.|Green chives look good on yellow.

cookies
two cups of flour|a cup of sugar|a cup of butter|an egg|a little vanilla
Mix the butter, the sugar and the egg.|Stir the butter with the sugar, then add the egg.
Work in the flour and the vanilla.|Add the flour and the vanilla and knead it with your hands.
Put the dough in a cold place for an hour.|Let the dough get cold.
Roll it out as thin as a finger.|Roll it out on a floury table.
Cut out stars and moons.|Cut out hearts, stars or whatever you like.|Press out circles with a glass.
Bake them for {8-12} minutes.|They need {8-12} minutes in the oven, not more.
?Paint them when they are cold.|Hide some, or there will be none tomorrow.

potato salad
{6-9} potatoes|two pickles|an onion|three spoons of oil|two spoons of vinegar|salt and mustard
Boil the potatoes in their skins.|Cook the potatoes until a fork goes in.
Peel them while they are warm.|Wait a little, then peel them.
Slice the potatoes and the pickles.|Cut everything into slices.
Chop the onion very fine.|The onion must be cut very small.
Stir the oil, the vinegar and the mustard together.|Mix a sauce of oil, vinegar and mustard.
Pour the sauce over the potatoes and mix gently.|Turn the potatoes in the sauce, but do not break them.
Let it rest for {1-3} hours.|Leave it alone for an hour; it needs time.
?Taste it again before you serve it.|Eggs go well with it.

lemonade
{3-5} lemons|half a cup of sugar|a liter of cold water|some leaves of mint
Roll the lemons on the table, then they give more juice.|Cut the lemons in half.
Press out the juice.|Squeeze them until nothing comes any more.
Stir the sugar into the juice until it is gone.|Mix the juice with the sugar.
Pour in the cold water.|Add the water and stir.
Put in the mint.|Tear the mint and throw it in.
?Drop in some ice.|Serve it in tall glasses.
?Drink it in the shade.|One glass is never enough.

dumplings
two cups of flour|a cup of water|half a cabbage|two carrots|a piece of ginger|salt
Knead the flour and the water to a firm dough.|Make a dough of flour and water.
?Let it rest under a cloth.|Cover it for half an hour.
Chop the cabbage, the carrots and the ginger.|Cut the vegetables as small as you can.
Fry them for five minutes and add salt.|Salt the filling and let it fry for a moment.
Roll the dough thin and cut out circles.|Cut circles out of the thin dough.
Put a spoon of filling on each circle.|A small spoon of filling is enough for each.
Fold them and press the edges together.|Close them like little purses.
Steam them for {8-12} minutes.|Boil them until they swim on top.
?Everybody at the table can help to fold.|The ugly ones taste just as good.

lentil soup
a cup of lentils|two carrots|an onion|a potato|a liter of water|salt and a bay leaf
Wash the lentils.|Rinse the lentils in a sieve.
Cut the vegetables into cubes.|Dice the carrots, the onion and the potato.
Fry the onion first.|Start with the onion and a little oil.
Add the lentils, the vegetables and the water.|Now everything goes into the pot.
Put in the bay leaf.|Do not forget the bay leaf.
Simmer it for {30-40} minutes.|Let it cook slowly for {30-40} minutes.
Add the salt at the end.|Salt it last, or the lentils stay hard.
?A splash of vinegar makes it better.|Take out the bay leaf, for nobody likes to bite on it.

hot cocoa
two cups of milk|two spoons of cocoa|a spoon of sugar|a pinch of salt
Mix the cocoa and the sugar in a pot.|Put the cocoa, the sugar and the salt in a small pot.
Stir in a little milk until it is a smooth paste.|Add two spoons of milk and stir out the lumps.
Pour in the rest of the milk.|Then add all the milk.
Heat it and keep stirring.|Warm it slowly. Do not leave it alone!
Take it off before it boils.|When it steams, it is ready.
?Beat it until it foams.|Blow on it before you drink.

noodles with butter
a bag of noodles|two spoons of butter|a big pot of water|salt|some cheese
Bring the water to a boil.|Heat the water until it bubbles.
Add the salt, then the noodles.|Salt the water and put in the noodles.
Stir once, so that they do not stick.|Stir them now and then.
Cook them for {7-11} minutes.|After {7-11} minutes, try one.
Pour off the water, but keep a cup of it.|Drain them.
Mix in the butter.|Put the butter on the hot noodles and shake the pot.
Grate the cheese over them.|Cheese on top, as much as you like.

carrot muffins
{2-3} carrots|two eggs|a cup of sugar|a cup and a half of flour|half a cup of oil|a spoon of baking powder
Grate the carrots.|Wash the carrots and grate them fine.
Whisk the eggs with the sugar and the oil.|Beat the eggs, the sugar and the oil.
Mix the flour with the baking powder and stir it in.|Add the flour and the baking powder.
Fold in the carrots.|Last, stir in the carrots.
Fill the cups of a muffin tin.|Fill twelve paper cups, but only halfway.
Bake them for {15-25} minutes.|They are in the oven for {15-25} minutes.
?Nobody will guess that there are carrots inside.|Let them cool on a rack.

cheese toast
{2-4} slices of bread|as many slices of cheese|a tomato|a little butter
Butter the bread.|Spread a little butter on the bread.
Slice the tomato and lay it on top.|Put slices of tomato on the bread.
Cover it with the cheese.|The cheese goes on top like a blanket.
Bake it until the cheese runs.|Put it in the hot oven for {5-8} minutes.
?Add pepper.|Wait a moment, for the tomato is very hot.
Eat it with your hands.|Cut it in two and share it.

vegetable stew
{3-5} potatoes|two carrots|a leek|a handful of peas|a spoon of oil|a liter of water
Clean the vegetables and cut them up.|Cut all the vegetables into pieces of the same size.
Heat the oil in a big pot.|Warm the oil in your biggest pot.
Fry the leek until it smells good.|First fry the leek.
Add the carrots and the potatoes.|The hard vegetables go in first.
Pour in the water and cook it for {20-30} minutes.|Cover it all with water and let it simmer for {20-30} minutes.
Put in the peas at the end.|The peas need only three minutes.
Taste it and add salt.|Add salt and some parsley.
?It is even better when you warm it up again.|Serve it in deep plates.

porridge
a cup of oats|two cups of milk|a pinch of salt|a spoon of honey|some berries
Put the oats, the milk and the salt in a pot.|Pour the milk over the oats and add the salt.
Bring it slowly to a boil.|Heat it on a small flame.
Stir it for {5-8} minutes.|Keep stirring until it is thick.
?Let it stand with the lid on.|Take it off the stove and wait a minute.
Pour it into bowls.|Fill two bowls.
Put the berries and the honey on top.|Draw a face on it with berries.|Let the honey run over it in circles.

flatbread
two cups of flour|a cup of yogurt|a spoon of oil|a pinch of salt
Mix the flour, the yogurt and the salt.|Stir the yogurt into the flour with the salt.
Knead it for five minutes.|Knead it with oily hands.
Let it rest for {20-30} minutes.|Cover it and have a cup of tea.
Divide it into {6-8} balls.|Make {6-8} balls, as big as eggs.
Roll each ball flat.|Press them flat with your hands.
Bake them in a dry, hot pan.|Lay them in a hot pan, one minute on each side.
?Brush them with oil.|Wrap them in a cloth, so that they stay soft.

baked apples
{4-6} apples|a handful of nuts|a handful of raisins|a spoon of honey|a little butter
Cut out the cores, but leave the apples whole.|Take out the cores with a small knife.
Mix the nuts, the raisins and the honey.|Chop the nuts and mix them with the raisins and the honey.
Fill the holes of the apples.|Push the filling into the apples.
Put a bit of butter on each.|Each apple gets a bit of butter.
Bake them for {25-35} minutes.|They sit in the oven for {25-35} minutes.
When the skin bursts, they are done.|They are ready when the whole house smells of them.
?Eat them with a spoon.|Vanilla sauce would not be wrong.

corn cakes
{3-4} ears of corn|two eggs|three spoons of flour|some butter|salt
Cut the corn from the ears.|Stand the ears up and cut off the corn.
Beat the eggs with the flour and the salt.|Make a thick batter of eggs, flour and salt.
Stir in the corn.|Put the corn into the batter.
Fry small cakes in butter.|Drop spoons of it into hot butter.
Turn them after {3-4} minutes.|When they are brown on one side, turn them.
?Eat them with your fingers.|They are good cold, too.

cucumber salad
{1-2} cucumbers|a cup of yogurt|a clove of garlic|salt|some dill
Peel the cucumbers, or do not.|Wash the cucumbers.
Cut them into very thin slices.|Slice them as thin as paper.
Add salt and wait for {10-15} minutes.|Salt them and let them cry for {10-15} minutes.
Pour off the water.|Press out the water with your hands.
Mix the yogurt with the garlic and the dill.|Crush the garlic and stir it into the yogurt with the dill.
Pour it over the cucumbers.|Mix it all together.
?Serve it cold.|On a hot day there is nothing better.
"""
