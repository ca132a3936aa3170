%if analysis|training
from pathlib import Path

%end
import pytest

from @module@.__main__ import main
%if summary


def test_summary_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    main(["summary"])

    assert "valley      631.0    512       733" in capsys.readouterr().out


def test_summary_prints_csv(capsys: pytest.CaptureFixture[str]) -> None:
    main(["summary", "--csv"])

    assert "hill,896.0,771,1014" in capsys.readouterr().out.splitlines()
%end
%if analysis


def test_analyse_prints_and_draws(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    main(["analyse", "--plot", str(tmp_path / "plots" / "bicycles.svg")])

    assert "2024-09-21" in capsys.readouterr().out
    assert (tmp_path / "plots" / "bicycles.svg").read_text().count("<path") > 20
%end
%if training


def test_train_says_how_fast_it_was(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    main(["train", "--epochs", "2", "--save", str(tmp_path / "iris.safetensors")])

    assert "flowers per second: " in capsys.readouterr().out
    assert (tmp_path / "iris.safetensors").exists()
%end


def test_without_a_command_it_says_what_there_is() -> None:
    with pytest.raises(SystemExit, match="2"):
        main([])
