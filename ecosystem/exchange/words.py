"""The vocabulary of graphs that come from elsewhere: the Docker catalogue's, under their own title."""

from __future__ import annotations

from functools import cache

from ecosystem.catalogue import Bilingual, Vocabulary, catalogue_folder
from ecosystem.catalogue.reading import read_vocabulary


def foreign_vocabulary(title: Bilingual) -> Vocabulary:
    """Return the kinds and predicates that a reader may use, for a graph of this title."""
    question = Bilingual(en="What is listed here, and how does it hang together?", zh="这里列出了什么，彼此如何关联？")
    return _docker_vocabulary().model_copy(update={"title": title, "question": question})


@cache
def _docker_vocabulary() -> Vocabulary:
    return read_vocabulary(catalogue_folder("docker") / "vocabulary.yaml")
