"""The pages, as an app of Django's: no models, but static files."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """What a person sees in a browser."""

    name = "concord.web"
    label = "web"
