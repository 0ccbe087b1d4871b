"""Python functions on lists, as data; `code.py` says how a block is written."""

FUNCTIONS = """
mean|average
The mean of all {a}.|Add the {a} and divide by how many there are.
numbers|values|prices
[1, 2, 3]|[4, 8]|[5]|[2, 2, 8]
    return sum({a}) / len({a})
%
    total = 0
    for i in range(len({a})):
        total = total + {a}[i]
    return total / float(len({a}))

total|add_all|sum_up
The sum of all {a}.|Add up the {a}.
numbers|values|prices
[1, 2, 3]|[]|[10, 20]|[4, 4, 4]
    return sum({a})
%
    result = 0
    for i in range(len({a})):
        result = result + {a}[i]
    return result

largest|biggest|maximum
The largest of the {a}.|Find the biggest number.
numbers|values|sizes
[3, 9, 4]|[1]|[5, 2, 8, 6]
    return max({a})
%
    best = {a}[0]
    for i in range(len({a})):
        if {a}[i] > best:
            best = {a}[i]
    return best

smallest|minimum
The smallest of the {a}.|Find the lowest number.
numbers|values|sizes
[3, 9, 4]|[1]|[5, 2, 8, 6]
    return min({a})
%
    best = {a}[0]
    for i in range(len({a})):
        if {a}[i] < best:
            best = {a}[i]
    return best

initials|first_letters
The first letters of {a}.|One letter for each word.
words|names
["red", "fox"]|["big", "old", "tree"]
    return "".join(word[0] for word in {a})
%
    result = ""
    for i in range(len({a})):
        result = result + {a}[i][0]
    return result

longest|longest_word
The longest of the {a}.|The word with the most letters.
words|names
["cat", "horse", "ox"]|["a", "abc"]
    return max({a}, key=len)
%
    best = {a}[0]
    for i in range(len({a})):
        if len({a}[i]) > len(best):
            best = {a}[i]
    return best

lengths|count_each
How long each word is.|The length of each of the {a}.
words|names
["a", "to", "cat"]|["sun", "moon"]
    return [len(word) for word in {a}]
%
    result = []
    for i in range(len({a})):
        result.append(len({a}[i]))
    return result

squares|square_all
The square of each number.|Multiply each of the {a} by itself.
numbers|values
[1, 2, 3]|[4, 5]|[0, 10]
    return [n * n for n in {a}]
%
    result = []
    for i in range(len({a})):
        result.append({a}[i] * {a}[i])
    return result

double_all|doubles
Each number twice as big.|Double each of the {a}.
numbers|values
[1, 2, 3]|[4, 5]|[0, 10]
    return [2 * n for n in {a}]
%
    result = []
    for i in range(len({a})):
        result.append(2 * {a}[i])
    return result

evens|only_even
The even ones of the {a}.|Keep what can be halved.
numbers|values
[1, 2, 3, 4]|[5, 7]|[8, 9, 10]
    return [n for n in {a} if n % 2 == 0]
%
    result = []
    for i in range(len({a})):
        if {a}[i] % 2 == 0:
            result.append({a}[i])
    return result

above|bigger_than
All {a} over {b}.|Keep the numbers that are more than {b}.
numbers|values limit|border
[1, 5, 9], 4|[2, 3], 7|[10, 20, 30], 15
    return [n for n in {a} if n > {b}]
%
    result = []
    for i in range(len({a})):
        if {a}[i] > {b}:
            result.append({a}[i])
    return result

first|head
The first of the {a}.|What comes first.
items|things|cards
[7, 8, 9]|["cup", "hat"]
    return {a}[0]

last|tail_end
The last of the {a}.|What comes last.
items|things|cards
[7, 8, 9]|["cup", "hat"]
    return {a}[-1]
%
    return {a}[len({a}) - 1]

without_first|rest
All {a} but the first.|Leave out the first one.
items|things|cards
[7, 8, 9]|["cup", "hat"]
    return {a}[1:]

is_empty|empty
Whether there is nothing in {a}.|True if {a} is empty.
box|items|bag
[]|[1]|["key"]
    return not {a}
%
    return len({a}) == 0

contains|has
Whether {b} is among the {a}.|Look for {b}.
items|things item|thing
[1, 2, 3], 2|["cup"], "hat"|["red", "blue"], "red"
    return {b} in {a}
%
    for i in range(len({a})):
        if {a}[i] == {b}:
            return True
    return False

join|with_commas
The {a} with commas between them.|One line of all {a}.
words|names
["red", "blue"]|["tea", "milk", "bread"]
    return ", ".join({a})
%
    result = {a}[0]
    for i in range(1, len({a})):
        result = result + ", " + {a}[i]
    return result

count_items|tally
How often each item occurs.|Count equal things together.
items|things|votes
["a", "b", "a"]|["red", "red"]
    return {{x: {a}.count(x) for x in {a}}}
%
    result = {{}}
    for i in range(len({a})):
        if {a}[i] not in result:
            result[{a}[i]] = 0
        result[{a}[i]] += 1
    return result

unique|no_doubles
The {a} without doubles.|Keep the first of each.
items|things|numbers
[1, 2, 1, 3]|[5, 5]|["a", "b"]
    return list(dict.fromkeys({a}))
%
    result = []
    for i in range(len({a})):
        if {a}[i] not in result:
            result.append({a}[i])
    return result

in_order|sort_up
The {a} from small to big.|Sort the {a}.
numbers|values|sizes
[3, 1, 2]|[9, 4]|[5]
    return sorted({a})

pairs|side_by_side
Put {a} and {b} side by side.|Pair the first with the first, and so on.
left|names right|numbers
[1, 2], [3, 4]|["a", "b"], [5, 6]
    return list(zip({a}, {b}))
%
    result = []
    for i in range(len({a})):
        result.append(({a}[i], {b}[i]))
    return result

numbered|with_numbers
Each of the {a} with its number.|Number the lines from 1.
lines|items
["tea", "milk"]|["a", "b", "c"]
    return [f"{{i}}. {{x}}" for i, x in enumerate({a}, 1)]
%
    result = []
    for i in range(len({a})):
        result.append("%d. %s" % (i + 1, {a}[i]))
    return result
"""
