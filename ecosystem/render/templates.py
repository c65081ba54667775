"""The page's templates, found by way of pyvis's `set_template_dir`, with autoescape on."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment
from pyvis.network import Network

from ecosystem.render.assets import WEB


def with_our_template(network: Network) -> Network:
    """Let a pyvis network use the page's template instead of pyvis's own, and return it."""
    network.set_template_dir(str(WEB), "page.html")
    network.templateEnv.autoescape = True
    network.templateEnv.trim_blocks = True
    network.templateEnv.lstrip_blocks = True
    return network


@lru_cache
def page_environment() -> Environment:
    """Return the Jinja2 environment that pyvis makes for the folder of our templates."""
    environment: Environment = with_our_template(Network()).templateEnv
    return environment
