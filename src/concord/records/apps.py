"""The one app that owns models and migrations."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The record: events, rows, people, and nothing else that writes."""

    name = "concord.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
