"""Finds children by name or reference."""

from django.db.models import Q

from concord.records.models import Child


def search(authority: int, within: Q, *, words: str, most: int) -> list[Child]:
    """Children of an authority within a condition whose name or reference contains the words."""
    rows = Child.objects.select_related("team").filter(within, authority_id=authority)
    if words:
        rows = rows.filter(Q(search_name__contains=words) | Q(reference__icontains=words))
    return list(rows.order_by("search_name", "pk")[:most])


def of_family(child: Child, within: Q) -> list[Child]:
    """A child's siblings within a condition, with their teams and services, by name."""
    if not child.family:
        return []
    rows = Child.objects.select_related("team__service").filter(
        within, authority_id=child.authority_id, family=child.family
    )
    return list(rows.exclude(pk=child.pk).order_by("search_name", "pk"))
