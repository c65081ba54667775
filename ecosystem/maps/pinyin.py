"""Pinyin initials, so that a reader finds 容器运行时 by typing `rqyxs`."""
