"""The JSON Schema of a node's file, for editors: `python -m ecosystem.catalogue.schema graphs/docker` writes it.

It is made of the records and of the closed lists of the vocabulary. What only a check can see (dates in order, targets
that are there) is left to `ecosystem check`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ecosystem.catalogue.reading import read_vocabulary
from ecosystem.catalogue.records import Bilingual, Node, Vocabulary
from ecosystem.errors import BadInputError

_SHORT = {  # the list of a node -> the record, the key and the value that its shorthand stands for
    "relations": ("Relation", "predicate", "target", "predicates"),
    "milestones": ("Milestone", "event", "date", "events"),
    "figures": ("Figure", "measure", "value", "measures"),
}
_SCALAR = {"type": ["string", "number"]}


def node_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the JSON Schema of the files of a catalogue with these closed lists."""
    schema = Node.model_json_schema()
    records = schema["$defs"]
    for given in ("id", "kind"):  # the file's name and its folder
        del schema["properties"][given]
        schema["required"].remove(given)
    records["Citation"] = {"description": "reference-id or reference-id#place", "type": "string", "minLength": 1}
    records["Cycle"]["properties"]["name"] = _SCALAR
    for field, (record, key, value, part) in _SHORT.items():
        labels = {word: entry.label for word, entry in getattr(vocabulary, part).items()}
        records[record] = _shorthand(records[record], key, value, labels)
        schema["properties"][field]["items"] = {"$ref": f"#/$defs/{record}"}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"{vocabulary.title.en}: a node"}
    return schema | head


def schema_text(folder: Path) -> str:
    """Return the schema of a catalogue's folder as it stands in `schema.json`."""
    schema = node_schema(read_vocabulary(folder / "vocabulary.yaml"))
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _shorthand(record: dict[str, Any], key: str, value: str, labels: Mapping[str, Bilingual]) -> dict[str, Any]:
    """Return a claim as files have it: exactly one word of the vocabulary, and beside it what any claim may have."""
    fields = record["properties"]
    words = {word: fields[value] | {"description": f"{label.en} / {label.zh}"} for word, label in labels.items()}
    rest = {name: content for name, content in fields.items() if name not in (key, value)}
    return {
        "type": "object",
        "description": record.get("description", ""),
        "properties": words | rest,
        "additionalProperties": False,
        "oneOf": [{"required": [word]} for word in words],
    }


if __name__ == "__main__":
    for name in sys.argv[1:] or ["graphs/docker"]:
        try:
            text = schema_text(Path(name))
        except BadInputError as error:
            sys.exit(str(error))
        (Path(name) / "schema.json").write_text(text, encoding="utf-8")
