"""A snowflake that draws itself. Change DEPTH, but not above 5 if you like your computer."""

import turtle

DEPTH = 3
SIZE = 420


def branch(length, depth):
    # the thing that says: do me again, but smaller
    if depth == 0:
        turtle.forward(length)
        turtle.backward(length)
        return
    for _ in range(3):
        turtle.forward(length / 3)
        for side in (-60, 60):
            turtle.left(side)
            branch(length / 3, depth - 1)
            turtle.right(side)
    turtle.backward(length)


turtle.speed(0)
turtle.pensize(2)
turtle.color("#1e5c96")
for arm in range(6):
    branch(SIZE / 2, DEPTH)
    turtle.left(60)
turtle.hideturtle()
turtle.done()
