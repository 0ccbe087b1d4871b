"""Python functions on numbers, as data; `code.py` says how a block is written."""

FUNCTIONS = """
add|plus|add_numbers
The sum of {a} and {b}.|Add {b} to {a}.
a|x|first b|y|second
2, 3|10, 5|7, 0|12, 8
    return {a} + {b}

subtract|minus|take_away
What is left of {a} without {b}.|Take {b} away from {a}.
a|x|total b|y|part
9, 4|10, 3|6, 6|20, 5
    return {a} - {b}

double|twice
Two times {a}.|Double {a}.
x|n|number
4|7|0|15|21
    return 2 * {a}

half|halve
One half of {a}.|Divide {a} by two.
x|n|number
8|10|3|7
    return {a} / 2

square
{a} times {a}.|The square of {a}.
x|n|side
3|5|9|-2
    return {a} * {a}

cube|volume_of_cube
{a} times {a} times {a}.|The third power of {a}.
x|n|side
2|3|4|10
    return {a} ** 3

area|rectangle_area
The area of a rectangle.|How many squares fit into {a} by {b}.
width|w height|h
3, 4|5, 2|10, 10
    return {a} * {b}

perimeter|way_around
The way around a rectangle.|Walk along all four sides.
width|w height|h
3, 4|5, 2|10, 10
    return 2 * ({a} + {b})

average|mean
The mean of two numbers.|The number halfway from {a} to {b}.
a|x b|y
2, 4|1, 2|10, 20
    return ({a} + {b}) / 2

is_even|even
Whether {a} is even.|True if {a} can be divided by two.
n|x|number
4|7|0|13
    return {a} % 2 == 0
%
    if {a} % 2 == 0:
        return True
    else:
        return False

is_odd|odd
Whether {a} is odd.|True if one is left when {a} is divided by two.
n|x|number
4|7|0|13
    return {a} % 2 == 1
%
    if {a} % 2 == 1:
        return True
    else:
        return False

factorial|product_up_to
The product of all numbers up to {a}.|{a} times all smaller numbers.
n|number
3|4|5|0
    result = 1
    for i in range(2, {a} + 1):
        result *= i
    return result

sum_to|add_up_to
1 + 2 + ... + {a}.|The sum of all numbers up to {a}.
n|number
3|4|10|100
    return {a} * ({a} + 1) // 2
%
    result = 0
    for i in range(1, {a} + 1):
        result = result + i
    return result

count_down|countdown
The numbers from {a} down to 1.|Ready for the rocket.
n|start
3|5|1
    return list(range({a}, 0, -1))
%
    result = []
    while {a} > 0:
        result.append({a})
        {a} = {a} - 1
    return result

count_up|numbers_to
The numbers from 1 to {a}.|Count to {a}.
n|end
3|5|1
    return list(range(1, {a} + 1))

times_table|table_of
The first five multiples of {a}.|Five rows of the table of {a}.
n|number
3|5|7|10
    return [{a} * i for i in range(1, 6)]
%
    result = []
    for i in range(1, 6):
        result.append({a} * i)
    return result

divides|fits_into
Whether {a} divides {b}.|True if nothing is left over.
a|small b|big
3, 12|5, 12|2, 8
    return {b} % {a} == 0

remainder|left_over
What is left when {b} share {a}.|Share {a} among {b} and see what is left.
apples|coins children|people
10, 3|12, 4|7, 5
    return {a} % {b}

share|each_gets
How many each of {b} gets.|Share {a} fairly among {b}.
apples|coins children|people
10, 3|12, 4|7, 5
    return {a} // {b}

is_prime|prime
Whether {a} is a prime number.|True if only 1 and {a} divide {a}.
n|number
7|9|13|15
    return {a} > 1 and all({a} % i for i in range(2, {a}))
%
    if {a} < 2:
        return False
    for i in range(2, {a}):
        if {a} % i == 0:
            return False
    return True

digits|split_number
The digits of {a}.|Cut {a} into digits.
n|number
123|40|7
    return [int(d) for d in str({a})]
%
    result = []
    for d in str({a}):
        result.append(int(d))
    return result

digit_sum|sum_of_digits
The sum of the digits of {a}.|Add up the digits.
n|number
123|40|99
    return sum(int(d) for d in str({a}))
%
    result = 0
    for d in str({a}):
        result = result + int(d)
    return result

absolute|distance_to_zero
How far {a} is from zero.|{a} without its sign.
x|n
-3|5|0
    return abs({a})
%
    if {a} < 0:
        return -{a}
    return {a}

distance|how_far
How far {a} is from {b}.|The way from {a} to {b}.
a|here b|there
3, 8|10, 4|5, 5
    return abs({a} - {b})

clamp|keep_within
{a}, but at most {b}.|Cut {a} off at {b}.
x|value limit|top
5, 10|15, 10|10, 10
    return min({a}, {b})
%
    if {a} > {b}:
        return {b}
    return {a}

sign|direction
1, 0 or -1 for the sign of {a}.|Which side of zero {a} is on.
x|n
-3|5|0
    return ({a} > 0) - ({a} < 0)
%
    if {a} > 0:
        return 1
    if {a} < 0:
        return -1
    return 0

to_minutes|minutes_of
Hours in minutes.|How many minutes {a} hours have.
hours|h
1|2|5
    return 60 * {a}

to_seconds|seconds_of
Minutes in seconds.|How many seconds {a} minutes have.
minutes|m
1|2|10
    return 60 * {a}

to_fahrenheit|fahrenheit
Celsius in Fahrenheit.|How warm {a} degrees are in Fahrenheit.
celsius|degrees
0|100|20
    return {a} * 9 / 5 + 32

days_in_weeks|to_days
How many days {a} weeks have.|Weeks in days.
weeks|w
1|2|4
    return 7 * {a}

can_ride|is_tall_enough
Whether a child of {a} cm may ride.|True from 120 on.
height|size
119|120|140
    return {a} >= 120
%
    if {a} >= 120:
        return True
    else:
        return False

ticket_price|price
Children pay 3 coins, all others 5.|What a ticket costs at the age of {a}.
age|years
8|12|40
    return 3 if {a} < 12 else 5
%
    if {a} < 12:
        return 3
    else:
        return 5

weather_word|how_warm
A word for {a} degrees.|Cold, mild or hot.
degrees|t
3|18|31
    if {a} < 10:
        return "cold"
    if {a} < 25:
        return "mild"
    return "hot"

change|money_back
What you get back.|The price is {a} and you pay {b}.
price|cost paid|given
3, 5|7, 10|4, 4
    return {b} - {a}

fibonacci|rabbits
The first {a} numbers of Fibonacci.|Each number is the sum of the two before it.
n|count
4|6|8
    row = [0, 1]
    while len(row) < {a}:
        row.append(row[-1] + row[-2])
    return row

steps_to_one|collatz
Halve or triple until 1 is reached.|Count the steps from {a} to 1.
n|number
4|6|1
    steps = 0
    while {a} != 1:
        {a} = {a} // 2 if {a} % 2 == 0 else 3 * {a} + 1
        steps += 1
    return steps

gcd|common_divisor
The largest number that divides both.|How Euclid did it.
a|x b|y
12, 8|9, 6|7, 5
    while {b}:
        {a}, {b} = {b}, {a} % {b}
    return {a}
"""
