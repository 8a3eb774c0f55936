"""The command line: one short file per command. What a command does is told in `generator/pipeline.py`.

Exit codes: 0 fine, 1 problems in content, 2 wrong command line, 3 our own failure or the machine's.
"""
