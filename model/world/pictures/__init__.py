"""How each kind of picture is painted, and captioned."""
