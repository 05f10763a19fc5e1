"""Every address of the service."""

from django.urls import include, path

urlpatterns = [path("", include("concord.web.urls"))]

handler400 = "concord.web.errors.bad_request"
handler403 = "concord.web.errors.forbidden"
handler404 = "concord.web.errors.not_found"
handler500 = "concord.web.errors.server_error"
