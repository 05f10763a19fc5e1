"""Every page's address. Nothing about a child is in any of them."""

from django.urls import URLPattern, path

from concord.web.children.views import child, children
from concord.web.disputes.views import date, dispute, drawing
from concord.web.protocols.views import (
    dispute_clauses,
    protocol,
    protocol_clauses,
    protocol_drawing,
)
from concord.web.raising.views import raise_one
from concord.web.signing.views import sign_in, sign_out
from concord.web.steps.views import step
from concord.web.work.views import work

urlpatterns: list[URLPattern] = [
    path("", work, name="work"),
    path("sign-in", sign_in, name="sign-in"),
    path("sign-out", sign_out, name="sign-out"),
    path("children", children, name="children"),
    path("children/<uuid:child>", child, name="child"),
    path("children/<uuid:child>/raise", raise_one, name="raise"),
    path("disputes/<uuid:dispute>", dispute, name="dispute"),
    path("disputes/<uuid:dispute>/drawing", drawing, name="drawing"),
    path("disputes/<uuid:dispute>/dates/<str:key>", date, name="date"),
    path("disputes/<uuid:dispute>/steps/<slug:step>", step, name="step"),
    path("disputes/<uuid:dispute>/clauses", dispute_clauses, name="dispute-clauses"),
    path("protocol", protocol, name="protocol"),
    path("protocol/clauses", protocol_clauses, name="protocol-clauses"),
    path("protocol/drawing.svg", protocol_drawing, name="protocol-drawing"),
]
