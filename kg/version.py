"""The version of the package."""

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed


def version() -> str:
    """The installed version, or "0" in a folder that was never installed."""
    try:
        return installed("conflict-kg")
    except PackageNotFoundError:
        return "0"
