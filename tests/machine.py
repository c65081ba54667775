"""What the tests need beyond Python: a Chromium, a Chinese font, Node. Installed where the package manager lets us."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

# The first has no window, no tabs and no menus: it opens a page in half the time.
_BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
_MAC_BROWSERS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# Packages by need, the best first.
_DEBIAN = {
    "browser": ("chromium-headless-shell", "chromium"),
    "font": ("fonts-wqy-zenhei",),
    "node": ("nodejs",),
    "npm": ("npm",),
}
_HINTS = {
    "browser": "a Chromium or Chrome (Debian/Ubuntu: apt-get install chromium; macOS: brew install --cask chromium)",
    "font": "a Chinese font (Debian/Ubuntu: apt-get install fonts-wqy-zenhei; macOS and Windows have one)",
    "node": "Node.js 18 or newer (Debian/Ubuntu: apt-get install nodejs npm; macOS: brew install node)",
    "npm": "npm (Debian/Ubuntu: apt-get install npm; macOS: brew install node)",
}


def browser_path() -> str | None:
    """Return the Chromium to test with: `ECOSYSTEM_BROWSER`, or the first one that is found."""
    named = os.environ.get("ECOSYSTEM_BROWSER")
    found = (shutil.which(name) for name in _BROWSERS)
    on_mac = (path for path in _MAC_BROWSERS if Path(path).exists())
    return named or next((path for path in (*found, *on_mac) if path), None)


def prepare_machine() -> None:
    """Install what is missing with apt-get, where it exists and we may use it."""
    needs = _missing()
    if not needs or not shutil.which("apt-get"):
        return
    _apt_get("update")
    for need in needs:
        for package in _DEBIAN[need]:
            if need in _missing():
                print("installing", package, flush=True)
                _apt_get("install", "-y", package)


def _apt_get(*words: str) -> None:
    may = [] if os.geteuid() == 0 else ["sudo", "-n"]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*may, "apt-get", "-qq", *words], env=environment, stdout=subprocess.DEVNULL, check=False)


def missing_programs() -> list[str]:
    """Return one line for each thing that is still missing: what to install, and how."""
    return [f"please install {_HINTS[need]}" for need in _missing()]


def _missing() -> list[str]:
    present = {
        "browser": browser_path() is not None,
        "font": _has_chinese_font(),
        "node": shutil.which("node") is not None,
        "npm": shutil.which("npm") is not None,
    }
    return [need for need, there in present.items() if not there]


def _has_chinese_font() -> bool:
    if sys.platform in ("darwin", "win32") or not shutil.which("fc-list"):
        return sys.platform in ("darwin", "win32")
    listed = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())
