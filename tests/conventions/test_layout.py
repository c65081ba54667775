"""What keeps the repository readable: small modules, no leaks, two languages."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def tracked(*patterns):
    listed = subprocess.run(
        ["git", "ls-files", "-z", *patterns], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_no_module_grows_past_400_lines():
    sources = [path for path in tracked("*.py", "*.js", "*.css") if not {"vendor", "dist"} & set(path.parts)]
    long = {
        str(path.relative_to(ROOT)): n for path in sources if (n := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert long == {}


def test_nothing_of_a_workplace_is_committed():
    leak = re.compile(
        r"(/root/|/home/[a-z]|/work/|/tmp/bash|[a-z0-9.-]+\.internal\b|\b10\.\d+\.\d+\.\d+\b|\"resolved\":)"
    )
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in tracked()
        if path != Path(__file__)
        and path.suffix not in {".png", ".svg"}
        and not {"vendor", "dist", "graphs"} & set(path.parts)
        for match in leak.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


def test_every_message_is_in_two_languages():
    chinese = re.compile("[\u3400-\u9fff]")
    messages = re.compile(r"Text\(\s*f?\"(?:[^\"\\]|\\.)+\",\s*f?\"((?:[^\"\\]|\\.)+)\"\s*,?\s*\)")
    english_only = [
        f"{path.name}: {match[0]}"
        for path in tracked("ecosystem/*.py")
        for match in messages.finditer(path.read_text(encoding="utf-8"))
        if not chinese.search(match[1]) and re.search(r"[a-z]{4}", re.sub(r"\{[^}]*\}", "", match[1]))
    ]
    assert english_only == []


def test_chinese_is_punctuated_in_full_width():
    half = re.compile("(?<=[\u3400-\u9fff])[,;:?!]|[,;:?!](?=[\u3400-\u9fff])")
    here = tracked("ecosystem/*.py", "ecosystem/*.js", "ecosystem/*.json", "ecosystem/*.html", "docs/*.md", "README.md")
    english = "Search: Fig, 容器, pinyin"  # a Chinese word in an English line
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in here
        if not {"vendor", "dist"} & set(path.parts)
        for line in path.read_text("utf-8").splitlines()
        if half.search(re.sub("`[^`]*`", "", line) if path.suffix == ".md" else line) and english not in line
    ]
    assert found == []


def test_no_test_sleeps():
    sleep = re.compile(r"wait_for_timeout|\bsleep\(")
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in tracked("tests/*.py")
        if path != Path(__file__)
        for match in sleep.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []  # a condition is waited for: tests/browser/conftest.py
