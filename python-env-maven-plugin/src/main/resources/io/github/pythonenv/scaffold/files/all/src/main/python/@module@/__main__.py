"""The command line: each example is a command."""

import argparse
from collections.abc import Sequence
%if analysis|training
from pathlib import Path
%end
%if analysis

from . import analysis
%end
%if summary

from .rainfall import Summary, read, summarize
%end


%if summary
def _table(summaries: Sequence[Summary]) -> str:
    lines = ["station      mean  least  greatest"]
    for one in summaries:
        figures = f"{one.mean:>8.1f} {one.least:>6} {one.greatest:>9}"
        lines.append(f"{one.station:<9}{figures}")
    return "\n".join(lines)


def _csv(summaries: Sequence[Summary]) -> str:
    lines = ["station,mean,least,greatest"]
    lines += [f"{s.station},{s.mean:.1f},{s.least},{s.greatest}" for s in summaries]
    return "\n".join(lines)


def _summary(arguments: argparse.Namespace) -> None:
    summaries = summarize(read())
    print(_csv(summaries) if arguments.csv else _table(summaries))


%end
%if analysis
def _analyse(arguments: argparse.Namespace) -> None:
    days = analysis.read()
    effects = analysis.explain(days)
    print(f"{effects['degree']:+.0f} bicycles a degree")
    print(f"{effects['millimetre']:+.0f} bicycles a millimetre of rain")
    print(f"{effects['weekend']:+.0f} bicycles on a day of the weekend")
    compared = analysis.compare(days)
    for date, day in analysis.unusual(compared).iterrows():
        counted = f"{day['bicycles']:.0f} instead of {day['expected']:.0f}"
        print(f"{date:%Y-%m-%d}: {counted}")
    if arguments.plot is not None:
        arguments.plot.parent.mkdir(parents=True, exist_ok=True)
        analysis.plot(compared).savefig(arguments.plot)


%end
%if training
def _train(arguments: argparse.Namespace) -> None:
    # Here, not above: loading torch takes longer than all other commands together.
    from .training import run

    outcome = run(arguments.epochs, save=arguments.save)
    print(f"device: {outcome.device}")
    print(f"loss: {outcome.losses[0]:.3f} to {outcome.losses[-1]:.3f}")
    print(f"accuracy: {outcome.accuracy:.0%}")
    print(f"flowers per second: {outcome.flowers_per_second:,.0f}")


%end
%if service
def _serve(arguments: argparse.Namespace) -> None:
    # Here, not above: other commands need no web server.
    from .server import serve

    serve(arguments.host, arguments.port)


%end
def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="@distribution@", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
%if summary

    summary = commands.add_parser("summary", help="the rainfall at each station")
    summary.add_argument("--csv", action="store_true", help="for other programs")
    summary.set_defaults(command=_summary)
%end
%if analysis

    analyse = commands.add_parser("analyse", help="what the counts depend on")
    analyse.add_argument("--plot", type=Path, metavar="FILE", help="draw them, too")
    analyse.set_defaults(command=_analyse)
%end
%if training

    train = commands.add_parser("train", help="learn to tell irises apart")
    train.add_argument("--epochs", type=int, default=40, metavar="NUMBER")
    train.add_argument("--save", type=Path, metavar="FILE", help="keep the weights")
    train.set_defaults(command=_train)
%end
%if service

    serve = commands.add_parser("serve", help="answer over HTTP")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000, help="0 for one that is free")
    serve.set_defaults(command=_serve)
%end
    return parser


def main(words: Sequence[str] | None = None) -> None:
    """Run the command that the words, or else the command line, name."""
    arguments = _parser().parse_args(words)
    arguments.command(arguments)


if __name__ == "__main__":
    main()
