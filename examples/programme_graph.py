"""Who stands between the centre and the localities, and who answers to whom?"""

from implsupport import cases, graphs


def main() -> None:
    """Ask the Care Act's programme as a networkx graph."""
    study = cases.study()
    graph = graphs.programme(study.bodies, study.relations)
    print(graph.number_of_nodes(), "bodies,", graph.number_of_edges(), "relations")

    found = graphs.bridges(graph, centre="central government", localities="local authority")
    print("on every path:", ", ".join(found.on_every_path))
    print("on some path:", ", ".join(found.on_some_path))

    way = graphs.two_way(graph, "programme-management-office", "local-authorities")
    print("there:", " > ".join(way.there or ()), "| back:", " > ".join(way.back or ()))
    for chain in graphs.accountability(graph, "delivery-board").chains:
        print("answers upwards:", " > ".join(chain))
    for body, tensions in graphs.mixed_purposes(study.bodies).items():
        print("mixed purposes:", body, len(tensions))


if __name__ == "__main__":
    main()
