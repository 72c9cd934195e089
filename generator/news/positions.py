"""Where each slot may stand (stub while texts are compared)."""


class Misplaced(Exception): ...


def check(language, sources, places): ...
