"""From the bytes of a file to its text, before anything is read from it."""

from concord.core.files.source import IS_IT_MEANT, LONGEST_FILE
from concord.core.problem import Finding, Place, WrongData

MOST_BYTES = 4 * LONGEST_FILE


def decoded(raw: bytes, *, file: str) -> str:
    """The text of a file in UTF-8, with or without a byte-order mark.

    In: the bytes, at least one more than MOST_BYTES of a file that has more, and the file's name.
    Raises WrongData when it is longer than any file of ours, or no text in UTF-8.
    """
    if len(raw) > MOST_BYTES:
        sentence = f"The file has more than {LONGEST_FILE:,} characters"
        raise WrongData((Finding("file-too-long", sentence, IS_IT_MEANT, Place(file, 1)),))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        finding = Finding(
            "not-text",
            "The file is no text in UTF-8",
            "Save it as plain text in UTF-8, or name another file",
            Place(file, line),
        )
        raise WrongData((finding,)) from error
