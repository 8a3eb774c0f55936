"""What the rules of a jurisdiction ask for, held against what a school has told its families. The rules are data."""
