"""How Hypothesis draws here, and which tests are long because they start Spark."""

import pytest
from hypothesis import settings

# The same examples each time, however busy the machine is.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that name Spark, in their name or that of their file or engine."""
    for item in items:
        if "spark" in item.nodeid and not item.get_closest_marker("long"):
            item.add_marker(pytest.mark.long)
            item.add_marker(pytest.mark.spark)
