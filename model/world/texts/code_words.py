"""Python functions on words and sentences, as data; `code.py` says how a block is written."""

FUNCTIONS = """
greet|hello|welcome
Say hello to {a}.|A friendly word for {a}.
name|who
"Mira"|"Tom"|"Ada"|"Kofi"
    return f"Hello, {{{a}}}!"
%
    return "Hello, %s!" % {a}

say_goodbye|goodbye
Say goodbye to {a}.|The last word of the day for {a}.
name|who
"Mira"|"Ben"|"Yuki"
    return f"Goodbye, {{{a}}}."
%
    return "Goodbye, %s." % {a}

introduce|tell_age
Say how old {a} is.|One sentence about {a}.
name|who age|years
"Lina", 7|"Omar", 12|"Rosa", 9
    return f"{{{a}}} is {{{b}}} years old."
%
    return "%s is %d years old." % ({a}, {b})

label|price_tag
The text on a price tag.|Write the name and the price.
item|name price|cost
"tea", 3|"soap", 2|"lamp", 15
    return f"{{{a}}}: {{{b}}} coins"
%
    return "%s: %d coins" % ({a}, {b})

full_name|join_names
First and last name with a space.|Put the two names together.
first|given last|family
"Ada", "Reed"|"Tom", "Bell"|"Mei", "Lund"
    return f"{{{a}}} {{{b}}}"
%
    return "%s %s" % ({a}, {b})

shout|loud
Say it loudly.|{a} in capitals, with a mark.
text|word
"stop"|"good morning"|"run"
    return {a}.upper() + "!"

whisper|quiet
Say it softly.|{a} in small letters.
text|word
"HELLO"|"Good Night"
    return {a}.lower()

reverse|backwards|turn_around
{a} from back to front.|Read {a} backwards.
text|word
"abc"|"lamp"|"stop"
    return {a}[::-1]
%
    result = ""
    for i in range(len({a})):
        result = {a}[i] + result
    return result

is_palindrome|same_backwards
Whether {a} reads the same backwards.|True for words like "level".
word|text
"level"|"lemon"|"noon"
    return {a} == {a}[::-1]
%
    for i in range(len({a})):
        if {a}[i] != {a}[-1 - i]:
            return False
    return True

count_letter|how_often
How often {b} is in {a}.|Count one letter in a word.
word|text letter|char
"banana", "a"|"apple", "p"|"moon", "x"
    return {a}.count({b})
%
    n = 0
    for i in range(len({a})):
        if {a}[i] == {b}:
            n = n + 1
    return n

count_words|word_count
How many words {a} has.|Count the words.
text|sentence
"the sky is blue"|"hello"|"one two three"
    return len({a}.split())

count_vowels|vowels
How many vowels are in {a}.|Count a, e, i, o and u.
word|text
"tree"|"sky"|"banana"
    return sum(letter in "aeiou" for letter in {a})
%
    n = 0
    for i in range(len({a})):
        if {a}[i] in "aeiou":
            n = n + 1
    return n

repeat|echo
{a}, {b} times.|Say {a} again and again.
word|text times|n
"ha", 3|"go ", 2|"ding", 1
    return {a} * {b}

clock|show_time
The time as on a clock.|Write {a} and {b} with a colon.
hour|h minute|m
7, 5|12, 30|9, 0
    return f"{{{a}}}:{{{b}:02}}"
%
    return "%d:%02d" % ({a}, {b})

swap|other_way_round
The two in the other order.|Change the places of {a} and {b}.
a|left b|right
1, 2|"cup", "hat"
    return {b}, {a}
"""
