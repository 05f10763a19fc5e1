"""A finding about what a protocol means."""

from dataclasses import dataclass

from concord.core.files.source import Source
from concord.core.problem import Finding, Severity
from concord.core.workshop.paths.telling import Told

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """One finding: a stable id, how much it matters, a sentence and a hint for the policy officer,
    the clause it is about, the path of keys in the file, and the way that shows it.
    """

    id: str
    severity: Severity
    sentence: str
    hint: str
    clause: str
    path: Path
    way: tuple[Told, ...] = ()

    def at(self, source: Source) -> Finding:
        """The finding with its line in the file that the protocol was read from."""
        place = source.place(self.path)
        return Finding(self.id, self.sentence, self.hint, place, self.severity, self.clause)
