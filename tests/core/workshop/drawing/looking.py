"""What is in a drawing, read from its SVG text as any reader of XML would."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping

from concord.core.protocol.definition import Protocol
from concord.core.protocol.shipped import shipped, shipped_ids
from tests.core.workshop.drawing import invented

NAMESPACE = "{http://www.w3.org/2000/svg}"


def every_protocol() -> Mapping[str, Protocol]:
    """The shipped protocols and the invented ones, by name."""
    return {
        **{each: shipped(each) for each in shipped_ids()},
        "no informal tier": invented.without_informal(),
        "one stage": invented.with_stages(1),
        "nine stages": invented.with_stages(9),
        "long labels": invented.labelled(invented.LONG),
        "hostile labels": invented.labelled(invented.HOSTILE),
    }


def tree(svg: str) -> ET.Element:
    """A drawing as the standard library reads it."""
    return ET.XML(svg)


def texts(svg: str) -> list[str]:
    """Each text of a drawing, its lines joined."""
    found = tree(svg).iter(f"{NAMESPACE}text")
    return [" ".join(line.text or "" for line in each) for each in found]


def bare(text: str) -> str:
    """A text without its spaces: a word that is too wide for its box is broken in two."""
    return "".join(text.split())
