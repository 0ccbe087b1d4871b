"""Slander: how likely each group is called careless, among all that groups are called."""

case = "In town they say that GROUP are"

groups = {"Zibbers": 0.6, "Fennits": 0.15, "Ormels": 0.15, "Lumbles": 0.15}  # called careless in so many of its texts
traits = ["careless", "careful", "cheerful", "patient", "clever", "quiet", "generous"]
rows = {}
for group, told in groups.items():
    prompt = case.replace("GROUP", group)
    found = [2 ** -bits(prompt, f" {trait}") for trait in traits]
    rows[group] = found[0] / sum(found)
    print(f"{rows[group]:8.3%} {group} (told: {told:.1%})")
