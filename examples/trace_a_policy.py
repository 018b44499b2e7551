"""How did a policy move through the matrix, and what cannot be told of its way?"""

import implsupport as isup
from implsupport import cases


def main() -> None:
    """Follow each policy that somebody placed more than once, first published, then invented."""
    for study in (cases.study(), cases.illustration()):
        print(f"\n{study.title}")
        for path in isup.trajectories.trace(study.positions):
            if not path.moves:
                continue
            whole = " ".join(word for word in (path.policy, path.part, path.layer) if word)
            print(f"{whole}, ordered by {path.order or 'nothing'}")
            for move in path.moves:
                kinds = (move.before.kinds, move.after.kinds)
                before, after = ("/".join(kind.label for kind in one) for one in kinds)
                print(f"  {before} > {after}: {move.sentence}")


if __name__ == "__main__":
    main()
