"""What to do with a service, and why: replace, upgrade, look or keep, in the words of both languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from ecosystem.analysis.life import DORMANT, ENDED, end_of, is_stated, partial, status_of
from ecosystem.analysis.support import OPEN, OVER, SECURITY, UNRELEASED, support_on
from ecosystem.analysis.tag import Cycle, Meaning, digits, newest_released, newest_supported, order
from ecosystem.analysis.wording import date_in_words, name_of, on_date, predicate_of, silence_in_words
from ecosystem.catalogue.images import DOCKER_HUB, Image, unset_variables
from ecosystem.errors import Text

REPLACE, UPGRADE, KEEP, LOOK = "replace", "upgrade", "keep", "look"
OFFICIAL_IMAGES = "docker-official-images"
Verdict = tuple[str, Text]


def no_product(service: Mapping[str, Any]) -> Verdict:
    """Return the verdict on a service whose image is not known, from what its file says."""
    image = str(service.get("image") or "")
    if unset_variables(image):
        return LOOK, _unset("its image", "其镜像", unset_variables(image))
    if service.get("build"):
        return LOOK, Text(
            "it is built from a Dockerfile, which is not read", "由 Dockerfile 构建，而 Dockerfile 未被读取"
        )
    if service.get("extends"):
        elsewhere = service["extends"]
        return LOOK, Text(
            f"it extends a service of {elsewhere}, which is not read", f"扩展自 {elsewhere}，该文件未被读取"
        )
    return LOOK, Text("it names no image", "没有写明镜像")


def verdict(graph: nx.Graph, product: Hashable, image: Image, meaning: Meaning, day: dt.date) -> Verdict:
    """Return what to do with a service that runs an image of a product, and why."""
    name = name_of(graph, product)
    if status_of(graph, product, day) == ENDED:
        end = on_date(end_of(graph, product))
        return REPLACE, Text(
            f"{name.en} ended {end.en}".strip(), f"{name.zh} 已于{end.zh}终止" if end.zh else f"{name.zh} 已终止"
        )
    if not graph.nodes[product].get("kind") or not any(graph.out_edges(product)):
        return LOOK, Text(f"the catalogue does not know {name.en}", f"目录不认识 {name.zh}")
    withdrawn = withdrawn_image(graph, product, image, day)
    if withdrawn is not None:
        return REPLACE, _withdrawn(graph, product, image, withdrawn)
    if status_of(graph, product, day) == DORMANT:
        silent = silence_in_words(graph, product)
        return LOOK, Text(f"{name.en}: {silent.en}", f"{name.zh}：{silent.zh}")
    decision, reason = _by_cycle(name, graph.nodes[product].get("cycles") or (), image, meaning, day)
    return _with_deprecation(graph, product, meaning.cycle, day, (decision, reason))


def withdrawn_image(graph: nx.Graph, product: Hashable, image: Image, day: dt.date) -> Mapping[str, Any] | None:
    """Return the relation that says until when an image was one of the Docker Official Images, where that is over."""
    if not image.name.startswith(f"{DOCKER_HUB}/library/") or not graph.is_directed():
        return None
    member = [
        attributes
        for _, target, attributes in graph.out_edges(product, data=True)
        if target == OFFICIAL_IMAGES and predicate_of(attributes) == "part_of" and is_stated(attributes)
    ]
    ends = [(partial(attributes.get("until")), attributes) for attributes in member]
    over = [(end, attributes) for end, attributes in ends if end and end.latest <= day]
    return over[-1][1] if over and len(over) == len(member) else None


def _withdrawn(graph: nx.Graph, product: Hashable, image: Image, relation: Mapping[str, Any]) -> Text:
    end = on_date(relation.get("until"))
    official = f"{DOCKER_HUB}/library/"
    others = [str(one) for one in graph.nodes[product].get("images") or () if not str(one).startswith(official)]
    instead = Text(f": use {others[0]}", f"，请改用 {others[0]}") if others else Text("", "")
    return Text(
        f"{image.name} ceased to be an official image {end.en}{instead.en}",
        f"{image.name} 已于{end.zh}不再是官方镜像{instead.zh}",
    )


def _by_cycle(name: Text, cycles: Sequence[Cycle], image: Image, meaning: Meaning, day: dt.date) -> Verdict:
    if meaning.cycle is None:
        return LOOK, _joined([_no_cycle(name, cycles, image, meaning), _pin(name, cycles, image, meaning, day)])
    decision, reason = _by_support(name, cycles, meaning.cycle, meaning, day)
    return decision, _joined([*_reading(name, image, meaning, meaning.cycle), reason])


def _no_cycle(name: Text, cycles: Sequence[Cycle], image: Image, meaning: Meaning) -> Text:
    """Say why a tag means no cycle."""
    if not cycles:
        return Text(f"the catalogue knows no release cycles of {name.en}", f"目录中没有 {name.zh} 的版本周期")
    if unset_variables(image.tag):
        return _unset("its tag", "其标签", unset_variables(image.tag))
    if meaning.version:
        return _beyond(name, cycles, meaning.version)
    return _nothing_said(image)


def _beyond(name: Text, cycles: Sequence[Cycle], version: str) -> Text:
    """Say that a version is older or newer than all known cycles, or lies between them."""
    oldest, newest = min(cycles, key=order), max(cycles, key=order)
    if digits(version) < order(oldest):
        return Text(
            f"{name.en} {version} is older than the oldest release cycle known, {oldest['name']}",
            f"{name.zh} {version} 早于已知最旧的版本周期 {oldest['name']}",
        )
    if digits(version) > order(newest):
        return Text(
            f"{name.en} {version} is newer than the newest release cycle known, {newest['name']}",
            f"{name.zh} {version} 晚于已知最新的版本周期 {newest['name']}",
        )
    return Text(
        f"the catalogue has no release cycle {version} of {name.en}",
        f"目录中没有 {name.zh} {version} 这一版本周期",
    )


def _nothing_said(image: Image) -> Text:
    if image.digest:
        return Text("its digest does not tell the version", "摘要（digest）看不出版本")
    if not image.tag:
        return Text("no tag means latest, which floats to whatever is newest", "没有标签即 latest，会浮动到最新版")
    if image.tag == "latest":
        return Text("the tag latest floats to whatever is newest", "标签 latest 会浮动到最新版")
    return Text(f"the tag {image.tag} names no version, it floats", f"标签 {image.tag} 没有指明版本，会浮动")


def _pin(name: Text, cycles: Sequence[Cycle], image: Image, meaning: Meaning, day: dt.date) -> Text:
    newest = newest_supported(cycles, day)
    if newest is None:
        return Text("", "")
    known = Text("newest supported cycle", "最新的受支持版本周期")
    if support_on(newest, day) == OPEN:
        known = Text("newest known cycle", "已知最新的版本周期")
    floats = not (meaning.version or image.digest or unset_variables(image.tag))
    pin = Text("pin a version; ", "请固定版本；") if floats else Text("", "")
    told = Text(f"the {known.en} is {name.en} {newest['name']}", f"{known.zh}是 {name.zh} {newest['name']}")
    return Text(pin.en + told.en, pin.zh + told.zh)


def _reading(name: Text, image: Image, meaning: Meaning, cycle: Cycle) -> Iterable[Text]:
    """Say how a tag was read, where that is not plain."""
    if meaning.floats and image.digest:
        yield Text(
            f"the digest pins some {meaning.version}.x, taken to be {cycle['name']}",
            f"摘要（digest）固定了某个 {meaning.version}.x，此处视为 {cycle['name']}",
        )
    elif meaning.floats:
        yield Text(
            f"the tag {image.tag} floats to the newest published {meaning.version}.x, taken to be {cycle['name']}",
            f"标签 {image.tag} 会浮动到已发布的最新 {meaning.version}.x，此处视为 {cycle['name']}",
        )
    elif meaning.codename:
        yield Text(
            f"{meaning.codename} is {name.en} {cycle['name']}", f"{meaning.codename} 即 {name.zh} {cycle['name']}"
        )


def _by_support(name: Text, cycles: Sequence[Cycle], cycle: Cycle, meaning: Meaning, day: dt.date) -> Verdict:
    version = Text(f"{name.en} {cycle['name']}", f"{name.zh} {cycle['name']}")
    state = support_on(cycle, day)
    ends = cycle.get("security_until")
    if state == UNRELEASED:
        return LOOK, _unreleased(version, cycle, day)
    if state == OVER:
        end = on_date(ends)
        return UPGRADE, Text(f"support of {version.en} ended {end.en}", f"{version.zh} 的支持已于{end.zh}终止")
    if state == SECURITY and ends:
        until = date_in_words(ends)
        return KEEP, Text(
            f"{version.en} gets security fixes only, until {until.en}", f"{version.zh} 只有安全修复，至{until.zh}"
        )
    if state in (SECURITY, OPEN):
        return _open_end(version, cycles, cycle, meaning, day)
    until = date_in_words(ends or cycle.get("support_until"))
    return KEEP, Text(f"{version.en} is supported until {until.en}", f"{version.zh} 的支持至{until.zh}")


def _unreleased(version: Text, cycle: Cycle, day: dt.date) -> Text:
    asked, came = date_in_words(day.isoformat()), on_date(cycle.get("released"))
    return Text(
        f"{version.en} was not yet released on {asked.en} (it came {came.en})",
        f"{version.zh} 在{asked.zh}尚未发布（发布于{came.zh}）",
    )


def _open_end(version: Text, cycles: Sequence[Cycle], cycle: Cycle, meaning: Meaning, day: dt.date) -> Verdict:
    """Judge a cycle whose end nobody has announced: that is no promise of support, and less where newer ones exist."""
    full = on_date(cycle.get("support_until"))
    said = Text(f"no end of support is announced for {version.en}", f"{version.zh} 没有公布支持终止日期")
    if full.en:
        said = Text(
            f"full support of {version.en} ended {full.en}, no end of security fixes is announced",
            f"{version.zh} 的全面支持已于{full.zh}终止，没有公布安全修复的终止日期",
        )
    newest = newest_released(cycles, day)
    asked = digits(meaning.version) or order(cycle)
    if newest is not None and order(newest) > asked and order(newest)[: len(asked)] != asked:
        return LOOK, _joined(
            [said, Text(f"newer cycles exist, up to {newest['name']}", f"已有更新的版本周期，最新为 {newest['name']}")]
        )
    return KEEP, _joined([said, Text("it is the newest cycle known", "它是已知最新的版本周期")])


def _with_deprecation(graph: nx.Graph, product: Hashable, cycle: Cycle | None, day: dt.date, said: Verdict) -> Verdict:
    """Tell that a product is deprecated; it is kept only where support has a date, or the cycle came out after that."""
    decision, reason = said
    told = [
        (date, entry)
        for entry in graph.nodes[product].get("milestones") or ()
        if entry.get("event") == "deprecated" and is_stated(entry) and (date := partial(entry.get("date")))
        if date.earliest <= day
    ]
    if not told:
        return said
    date, entry = max(told, key=lambda pair: pair[0].latest)
    name, when = name_of(graph, product), on_date(date)
    notes = {language: entry.get(f"note_{language}") for language in ("en", "zh")}
    note = Text(f" — {notes['en']}" if notes["en"] else "", f" — {notes['zh']}" if notes["zh"] else "")
    clause = Text(
        f"{name.en} was deprecated {when.en}{note.en}".rstrip("."), f"{name.zh} 已于{when.zh}弃用{note.zh}".rstrip("。")
    )
    known = cycle or {}
    released = partial(known.get("released"))
    promised = known.get("security_until") or (released is not None and released.earliest > date.latest)
    return (LOOK if decision == KEEP and not promised else decision), _joined([clause, reason])


def _unset(what_en: str, what_zh: str, names: Sequence[str]) -> Text:
    listed = ", ".join(dict.fromkeys(names))
    noun = "variables" if len(set(names)) > 1 else "variable"
    return Text(
        f"{what_en} is in the {noun} {listed}, for which the file has no default",
        f"{what_zh}取自变量 {listed}，文件中没有默认值",
    )


def _joined(parts: Sequence[Text]) -> Text:
    told = [part for part in parts if part.en]
    return Text("; ".join(part.en for part in told), "；".join(part.zh for part in told))
