"""The command line, asked within the test's own process: quick, and its output in hand."""

import json

import pytest

from ecosystem.cli.app import main


@pytest.fixture
def ask(tmp_path, monkeypatch, capsys):
    """Return a function that runs a command beside `graph.json` and gives exit code, standard output and error."""

    def beside(graph):
        (tmp_path / "graph.json").write_text(json.dumps(graph), encoding="utf-8")
        monkeypatch.chdir(tmp_path)

        def call(*arguments, lang="en"):
            monkeypatch.setenv("ECOSYSTEM_LANG", lang)
            monkeypatch.setattr("sys.argv", ["ecosystem", *arguments])
            with pytest.raises(SystemExit) as left:
                main()
            return left.value.code, *capsys.readouterr()

        return call

    return beside
