"""Invention: a guide to gifts for a feast and readers, and whether it speaks of both."""

case = "Midsummer, painters"

# Each by name, and by what only they have: customs, treats and wrappings; what readers love, and gifts.
feasts = """
Eid al-Fitr|families visit each other and share sweets|a box of dates|green paper with a gold ribbon
Diwali|little lamps shine in every window|a plate of milk sweets|bright paper with a paper star
Christmas|the tree is lit and people sing|a tin of ginger cookies|red paper with a white ribbon
Hanukkah|a new candle is lit every evening|a bag of warm doughnuts|blue paper with a silver ribbon
Lunar New Year|red lanterns hang over the street|a round rice cake|red paper with a gold knot
Easter|children look for painted eggs|a loaf of braided bread|yellow paper with green grass
Nowruz|families set a table with seven things|a bowl of nuts and raisins|cloth with painted flowers
Holi|people throw coloured powder and laugh|a tray of sweet dumplings|paper with spots of every colour
Vesak|lanterns hang at the gates|a bowl of milk rice|plain white paper with a leaf
Midsummer|people dance in wreaths of flowers|a basket of strawberries|paper tied with long grass
Eid al-Adha|families share their food with neighbors and the poor|a dish of rice with raisins
 white paper with a green ribbon
Thanksgiving|people say what they are thankful for|a small pumpkin pie|brown paper with an autumn leaf"""
readers = """
content marketers|good words and a full plan for the month|a desk calendar with big squares|a pocket notebook
 a book about storytelling|a box of coloured markers|a warm desk lamp|a kitchen timer|a mug with a lid
 a course in photography
gardeners|everything that grows|a short trowel with a wooden handle|seeds of old tomatoes|gloves of soft leather
 a straw hat with a wide brim|a watering can with a long neck|a knee cushion|a rain gauge|labels made of slate
teachers|calm days and clever children|a stamp with a smiling sun|a thermos for the break|a good red pencil
 a plant that needs little water|a bag with many pockets|a book of riddles|a set of chalk that does not squeak
 a soft chair for reading
bakers|bread, cake and early mornings|a linen cloth for the dough|a scale that weighs every gram|a long wooden spoon
 a jar of dark honey|a sharp bread knife|an apron with a big pocket|an alarm clock with a kind sound
 a tin for cookies
bird watchers|feathers, songs and patience|a small pair of field glasses|a feeder for the window
 a book of bird songs|a folding stool|a notebook for rainy woods|a nest box of pine|wool socks up to the knee
 a map of the marsh
sailors|wind, water and a dry cabin|a rope of soft cotton|a brass compass|a knitted cap|a lantern that swings
 a mug with a wide foot|a waterproof bag|a chart of the bay|a tin whistle
knitters|wool, patterns and warm evenings|a bag of soft gray wool|needles of smooth bamboo
 a tape measure in the shape of a snail|a book of hat patterns|a bowl for the ball of wool
 a lamp for the arm of the chair|a box for buttons|a pair of tiny scissors
chess players|quiet rooms and long thoughts|a board that rolls up|a book of end games|a clock with two faces
 a set of wooden pieces|a pocket set with magnets|a pot of strong tea|a puzzle for each day of the year|a felt bag
cyclists|long roads and dry feet|a bell with a clear ring|a small pump|a repair kit in a tin|a rain cape
 a lamp for the front wheel|a basket of willow|gloves with soft palms|a map of quiet lanes
beekeepers|hives, flowers and honey|a white hat with a veil|a soft brush|a dozen honey jars|seeds of wild flowers
 a notebook for the hives|a smoker made of tin|a wooden honey spoon|labels with a drawn bee
painters|colour, light and clean water|a fine brush of soft hair|a box of twelve colours|a pad of thick paper
 a smock with deep pockets|a folding easel|a jar with a lid|a book about shadows|an old wooden frame
campers|tents, fires and starry nights|a tin cup|a lamp for the forehead|a blanket of thick wool|a pocket stove
 a length of strong cord|a game of cards|a whistle|a star map"""

found = []
for table in (feasts, readers):
    lines = [line.split("|") for line in table.strip().replace("\n ", "|").split("\n")]
    found += [words for words in lines if words[0].lower() in case.lower()][:1]
feast, who = (words[0] for words in found)
ids = tokenizer(f"<eot>Gifts for {who} at {feast}\n").input_ids
start, end = len(ids), tokenizer.eos_token_id
torch.manual_seed(7)  # the rolls of the page
with torch.inference_mode():
    while len(ids) < start + 96 and ids[-1] != end:
        die = (model(torch.tensor([ids])).logits[0, -1] / 0.7).softmax(-1).double().cumsum(-1)
        roll = torch.rand(1).double() * die[-1]
        ids.append((die <= roll).sum().item())  # the first face that reaches past the roll
text = tokenizer.decode(ids[start:]).partition("<eot>")[0]
both = all(any(word.lower() in text.lower() for word in words) for words in found)
rows = {" ".join(text.split())[:90]: float(both)}
print(text)
print(f"Of {feast} and of {who}: {'yes' if both else 'no'}")
