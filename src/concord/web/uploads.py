"""Uploaded files: held in memory up to the longest that we read, the rest passed by unseen."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from concord.core.files.decoded import MOST_BYTES


class SmallFiles(FileUploadHandler):
    """Keeps one byte more than the longest file of ours, so that a longer one is known as such.

    Nothing is written to a disk, however much is sent.
    """

    def new_file(self, *given: Any, **named: Any) -> None:
        """Begin with nothing."""
        super().new_file(*given, **named)
        self.kept = bytearray()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep what fits."""
        self.kept += raw_data[: max(MOST_BYTES + 1 - len(self.kept), 0)]

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """What was kept, as a file."""
        kept = BytesIO(bytes(self.kept))
        named = (self.field_name, self.file_name, self.content_type)
        return InMemoryUploadedFile(kept, *named, len(self.kept), self.charset)
