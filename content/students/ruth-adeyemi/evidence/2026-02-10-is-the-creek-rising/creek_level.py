"""Is the creek rising? Reads levels, leaves out what no creek does, and says what it left out."""

from statistics import median

MOST_IN_TEN_MINUTES = 15.0
"""Centimetres. More than this is a branch, not a flood. From the gauge log of 2024: 9 was the most."""


def believable(levels):
    """Splits readings into those we can believe and those we cannot."""
    kept, left_out = [], []
    for minute, level in levels:
        recent = [known for _, known in kept[-3:]]
        if recent and abs(level - median(recent)) > MOST_IN_TEN_MINUTES:
            left_out.append((minute, level))
        else:
            kept.append((minute, level))
    return kept, left_out


def trend(levels, hours=2):
    """Centimetres an hour over the last hours; None where there is too little to say."""
    last = levels[-1][0]
    recent = [(minute, level) for minute, level in levels if minute >= last - hours * 60]
    if len(recent) < 4:
        return None
    (start, low), (end, high) = recent[0], recent[-1]
    return (high - low) / (end - start) * 60


def report(levels):
    kept, left_out = believable(levels)
    change = trend(kept)
    if change is None:
        print("Too few readings to say anything.")
    elif change > 3:
        print(f"Rising by {change:.0f} cm an hour. Stay off the path.")
    else:
        print("Not rising.")
    print(f"{len(left_out)} of {len(levels)} readings were left out: {left_out}")
