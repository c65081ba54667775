"""Rules about words: two languages, short summaries of our own, one name for one thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ecosystem.catalogue.checks.finding import Finding, Rule
from ecosystem.catalogue.records import Catalogue
from ecosystem.errors import Severity, Text

_LONGEST = {"en": 240, "zh": 140}
_CHINESE = re.compile("[\u3400-\u9fff]")
_HALF_WIDTH = re.compile("(?<=[\u3400-\u9fff])[,:;?!()]|[,:;?!()](?=[\u3400-\u9fff])")


def _missing_summary(catalogue: Catalogue) -> Iterator[Finding]:
    for node in catalogue.nodes.values():
        if node.summary is None:
            message = Text("has no summary", "没有简介")
            remedy = Text("say in one sentence what it is, in English and Chinese", "请用中英文各一句话说明它是什么")
            yield Finding(node.id, (), message, remedy, Severity.WARNING)
        elif not _CHINESE.search(node.summary.zh):
            message = Text("the Chinese summary is not Chinese", "中文简介不是中文")
            yield Finding(node.id, ("summary", "zh"), message, Text("translate it", "请翻译"), Severity.WARNING)


def _missing_chinese_label(catalogue: Catalogue) -> Iterator[Finding]:
    for node in catalogue.nodes.values():
        if (
            catalogue.vocabulary.kinds[node.kind].named_in_chinese
            and node.name_zh is None
            and not _CHINESE.search(node.name)
        ):
            message = Text(f"a {node.kind} without a Chinese name", "缺少中文名称")
            yield Finding(node.id, (), message, Text("add `name_zh:`", "请加上 `name_zh:`"), Severity.WARNING)


def _half_width(catalogue: Catalogue) -> Iterator[Finding]:
    for node in catalogue.nodes.values():
        texts = [(("summary",), node.summary), *((place, claim.note) for place, claim in node.claims())]
        said = [(("name_zh",), node.name_zh or ""), *((place, text.zh) for place, text in texts if text)]
        for place, chinese in said:
            found = _HALF_WIDTH.search(chinese)
            if found:
                message = Text(f"half-width {found[0]!r} in Chinese text", f"中文里有半角标点 {found[0]!r}")
                remedy = Text("write the full-width mark", "请改用全角标点")
                yield Finding(node.id, place, message, remedy, Severity.WARNING)


def _long_summary(catalogue: Catalogue) -> Iterator[Finding]:
    for node in catalogue.nodes.values():
        for language, longest in _LONGEST.items():
            text = getattr(node.summary, language, "")
            if len(text) > longest:
                message = Text(
                    f"the summary has {len(text)} characters, more than {longest}",
                    f"简介有 {len(text)} 字，超过 {longest}",
                )
                yield Finding(node.id, ("summary", language), message, Text("shorten it", "请缩短"), Severity.WARNING)


def _copied_summary(catalogue: Catalogue) -> Iterator[Finding]:
    """Compare summaries by their words in threes (shingles): near-duplicates share most of them (Broder, 1997)."""
    by_shingle: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for node in catalogue.nodes.values():
        if node.summary is None or node.kind == "person":  # founders of one firm are described alike
            continue
        words = re.findall(r"\w+", node.summary.en.casefold())
        shingles = frozenset(" ".join(words[i : i + 3]) for i in range(len(words) - 2))
        rivals = {other for shingle in shingles for other in by_shingle.get(shingle, ())}
        for other, theirs in sorted(rivals, key=lambda rival: rival[0]):
            if len(shingles & theirs) > 0.7 * len(shingles | theirs):
                message = Text(f"the summary is nearly that of {other!r}", f"简介与 {other!r} 几乎相同")
                remedy = Text("say what sets this one apart", "请写出它的不同之处")
                yield Finding(node.id, ("summary", "en"), message, remedy, Severity.WARNING)
        for shingle in shingles:
            by_shingle[shingle].append((node.id, shingles))


def _shared_name(catalogue: Catalogue) -> Iterator[Finding]:
    owner: dict[tuple[str, str], str] = {}
    for node in catalogue.nodes.values():
        keys = {("name", node.name.casefold())} | {("image", image) for image in node.images}
        keys |= {("repository", node.repositories[0].casefold().rstrip("/"))} if node.repositories else set()
        for what, key in sorted(keys):
            other = owner.setdefault((what, key), node.id)
            related = {relation.target for relation in (*node.relations, *catalogue.nodes[other].relations)}
            if (
                other != node.id
                and not related & {node.id, other}
                and (what != "name" or catalogue.nodes[other].kind == node.kind)
            ):
                message = Text(f"has the {what} of {other!r}: {key}", f"与 {other!r} 的{what}相同：{key}")
                remedy = Text("merge the two, or tell them apart", "请合并，或加以区分")
                yield Finding(node.id, (), message, remedy, Severity.WARNING)


RULES = (
    Rule("missing-summary", _missing_summary),
    Rule("missing-chinese-label", _missing_chinese_label),
    Rule("half-width-mark", _half_width),
    Rule("long-summary", _long_summary),
    Rule("copied-summary", _copied_summary),
    Rule("shared-identity", _shared_name),
)
