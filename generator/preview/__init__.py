"""The plain preview: portfolios as they will look, unsealed, on this computer only, renewed while one writes.

Nothing of it touches the disk; pages are made when somebody asks for them.
"""
