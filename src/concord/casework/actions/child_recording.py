"""Writes what was decided for a child's record: entries, row, duties and notices."""

from datetime import datetime

from concord.casework.child_loading import LoadedRecord
from concord.core.child.fold import add_entry, fold_child
from concord.core.child.matter import ChildMatter
from concord.core.child.tellings import child_tellings
from concord.core.record.envelope import Recorded
from concord.records import child_records
from concord.records.child_records import Kept, RecordStanding
from concord.records.outbox import Told


def write_entries(
    loaded: LoadedRecord, entries: tuple[Recorded, ...], *, at: datetime
) -> RecordStanding:
    """Write entries that follow the record, with the notices that they bring."""
    child, authority = loaded.child.pk, loaded.viewer.authority
    row = loaded.row or child_records.open_record(child, authority=authority)
    told = told_of(loaded.recorded, entries)
    matter = loaded.recorded.now(fold_child(entries, record=loaded.recorded.record))
    return child_records.write(Kept(row, matter, loaded.held), entries, told, at=at)


def told_of(matter: ChildMatter, entries: tuple[Recorded, ...]) -> list[Told]:
    """Who is told because of entries that follow a matter."""
    told = []
    for entry in entries:
        matter = matter.now(add_entry(matter.record, entry))
        told += [Told(entry.seq, entry.person, each) for each in child_tellings(matter, entry)]
    return told
