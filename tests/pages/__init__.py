"""Tests of the pages room and the themes."""
