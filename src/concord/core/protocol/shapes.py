"""The kinds of value that a protocol file holds: ids, lines, limits, and silence in their place."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import BeforeValidator, ConfigDict, Discriminator, StringConstraints, Tag

from concord.core.clock.limit import Limit
from concord.core.protocol.vocabulary import NotStated, SetBy, SharesTotal
from concord.core.protocol.words import as_day, as_limit, as_tuple, as_tuple_or_none, said

STRICT = ConfigDict(extra="forbid", frozen=True)

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,59}$")]
ClauseId = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9-]{1,59}$")]
ClauseIds = Annotated[tuple[ClauseId, ...], BeforeValidator(as_tuple)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=1000, strip_whitespace=True)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(as_tuple)]
IdsOrNone = Annotated[tuple[Id, ...], BeforeValidator(as_tuple_or_none)]
Lines = Annotated[tuple[Line, ...], BeforeValidator(as_tuple)]
Duration = Annotated[Limit, BeforeValidator(as_limit)]
Day = Annotated[date, BeforeValidator(as_day)]
ByPriority = Mapping[Id, Duration]
MaybeDuration = Annotated[Limit | NotStated, BeforeValidator(as_limit)]
AnswerDuration = Annotated[Limit | SharesTotal | SetBy | NotStated, BeforeValidator(as_limit)]

TalkHow = Literal["face to face", "telephone", "video call"]

_T = TypeVar("_T")
OrSilent = Annotated[
    Annotated[_T, Tag("rule")] | Annotated[NotStated, Tag("silence")], Discriminator(said)
]
