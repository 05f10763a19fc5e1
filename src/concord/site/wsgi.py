"""What the server runs: `granian --interface wsgi concord.site.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "concord.site.settings")

application = get_wsgi_application()
