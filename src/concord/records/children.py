"""Finds children by name or reference."""

from django.db.models import Q

from concord.records.models import Child


def search(authority: int, within: Q, *, words: str, most: int) -> list[Child]:
    """Children of an authority within a condition whose name or reference contains the words."""
    rows = Child.objects.select_related("team").filter(within, authority_id=authority)
    if words:
        rows = rows.filter(Q(search_name__contains=words) | Q(reference__icontains=words))
    return list(rows.order_by("search_name", "pk")[:most])
