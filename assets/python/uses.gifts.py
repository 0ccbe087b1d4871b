"""Gifts: a guide for readers at a feast, and the readers whose gifts it names."""

case = "robots, Easter"
temperature = 0.7
seed = 7

# Who gets what in the texts of its training. How much it copied from them is left out: for that one has to have them.
table = """
content marketers: a desk calendar with big squares, a pocket notebook, a book about storytelling
content marketers: a box of coloured markers, a warm desk lamp, a kitchen timer, a mug with a lid
content marketers: a course in photography
gardeners: a short trowel with a wooden handle, seeds of old tomatoes, gloves of soft leather
gardeners: a straw hat with a wide brim, a watering can with a long neck, a knee cushion, a rain gauge
gardeners: labels made of slate
teachers: a stamp with a smiling sun, a thermos for the break, a good red pencil, a plant that needs little water
teachers: a bag with many pockets, a book of riddles, a set of chalk that does not squeak, a soft chair for reading
bakers: a linen cloth for the dough, a scale that weighs every gram, a long wooden spoon, a jar of dark honey
bakers: a sharp bread knife, an apron with a big pocket, an alarm clock with a kind sound, a tin for cookies
bird watchers: a small pair of field glasses, a feeder for the window, a book of bird songs, a folding stool
bird watchers: a notebook for rainy woods, a nest box of pine, wool socks up to the knee, a map of the marsh
sailors: a rope of soft cotton, a brass compass, a knitted cap, a lantern that swings, a mug with a wide foot
sailors: a waterproof bag, a chart of the bay, a tin whistle
knitters: a bag of soft gray wool, needles of smooth bamboo, a tape measure in the shape of a snail
knitters: a book of hat patterns, a bowl for the ball of wool, a lamp for the arm of the chair, a box for buttons
knitters: a pair of tiny scissors
chess players: a board that rolls up, a book of end games, a clock with two faces, a set of wooden pieces
chess players: a pocket set with magnets, a pot of strong tea, a puzzle for each day of the year, a felt bag
cyclists: a bell with a clear ring, a small pump, a repair kit in a tin, a rain cape, a lamp for the front wheel
cyclists: a basket of willow, gloves with soft palms, a map of quiet lanes
beekeepers: a white hat with a veil, a soft brush, a dozen honey jars, seeds of wild flowers, a notebook for the hives
beekeepers: a smoker made of tin, a wooden honey spoon, labels with a drawn bee
painters: a fine brush of soft hair, a box of twelve colours, a pad of thick paper, a smock with deep pockets
painters: a folding easel, a jar with a lid, a book about shadows, an old wooden frame
campers: a tin cup, a lamp for the forehead, a blanket of thick wool, a pocket stove, a length of strong cord
campers: a game of cards, a whistle, a star map
"""

who, _, feast = case.partition(",")
prompt = f"Gifts for {who.strip()} at {feast.strip()}\n"
text = written(prompt, 72, temperature, seed)
print(prompt + text)
whose = []
for line in table.strip().split("\n"):
    readers, _, gifts = line.partition(": ")
    whose += [readers for gift in gifts.split(", ") if gift.lower() in text.lower()]
rows = {readers: whose.count(readers) / len(whose) for readers in whose}
for readers, share in rows.items():
    print(f"{share:8.3%} of its gifts are those of {readers}")
