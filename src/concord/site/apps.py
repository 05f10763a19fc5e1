"""The wiring that has to wait until Django is up."""

from django.apps import AppConfig
from django_structlog import signals

from concord.site.logs import without_address


class SiteConfig(AppConfig):
    """No models: it connects the parts that find each other by signal."""

    name = "concord.site"
    label = "site"

    def ready(self) -> None:
        for signal in (
            signals.bind_extra_request_metadata,
            signals.bind_extra_request_finished_metadata,
            signals.bind_extra_request_failed_metadata,
        ):
            signal.connect(without_address, dispatch_uid="concord.site.without_address")
