"""factcheck: the article next to its claims, marked from the keyboard."""

__version__ = "0.1.0"
