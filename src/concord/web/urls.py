"""Every page's address. Nothing about a child is in any of them."""

from django.urls import URLPattern, path

from concord.web.calendar.views import add_bank_holiday, bank_holidays
from concord.web.children.steps import child_step
from concord.web.children.views import challenges, child, child_date, child_receipt, children
from concord.web.disputes.views import date, dispute, drawing, receipts
from concord.web.protocols.views import (
    dispute_clauses,
    dispute_rules,
    protocol,
    protocol_check,
    protocol_clauses,
    protocol_drawing,
)
from concord.web.raising.views import raise_one
from concord.web.signing.views import sign_in, sign_out
from concord.web.steps.views import step
from concord.web.versions.moving import move, moves
from concord.web.versions.proposals import proposal, propose
from concord.web.versions.trying import try_version
from concord.web.versions.views import compare, upload, version, version_file, versions
from concord.web.work.views import work

urlpatterns: list[URLPattern] = [
    path("", work, name="work"),
    path("sign-in", sign_in, name="sign-in"),
    path("sign-out", sign_out, name="sign-out"),
    path("children", children, name="children"),
    path("children/<uuid:child>", child, name="child"),
    path("children/<uuid:child>/challenges", challenges, name="challenges"),
    path("children/<uuid:child>/raise", raise_one, name="raise"),
    path("children/<uuid:child>/steps/<slug:step>", child_step, name="child-step"),
    path("children/<uuid:child>/dates/<str:key>", child_date, name="child-date"),
    path("children/<uuid:child>/dates/<str:key>/receipt", child_receipt, name="child-receipt"),
    path("disputes/<uuid:dispute>", dispute, name="dispute"),
    path("disputes/<uuid:dispute>/drawing", drawing, name="drawing"),
    path("disputes/<uuid:dispute>/dates/<str:key>", date, name="date"),
    path("disputes/<uuid:dispute>/dates/<str:key>/receipt", receipts, name="receipt"),
    path("disputes/<uuid:dispute>/receipts", receipts, name="receipts"),
    path("disputes/<uuid:dispute>/move", move, name="move"),
    path("disputes/<uuid:dispute>/steps/<slug:step>", step, name="step"),
    path("disputes/<uuid:dispute>/protocol", dispute_rules, name="dispute-rules"),
    path("disputes/<uuid:dispute>/clauses", dispute_clauses, name="dispute-clauses"),
    path("protocol", protocol, name="protocol"),
    path("protocol/check", protocol_check, name="protocol-check"),
    path("protocol/clauses", protocol_clauses, name="protocol-clauses"),
    path("protocol/versions", versions, name="versions"),
    path("protocol/versions/upload", upload, name="upload"),
    path("protocol/versions/<str:version>", version, name="version"),
    path("protocol/versions/<str:version>/file", version_file, name="version-file"),
    path("protocol/versions/<str:version>/compare", compare, name="compare"),
    path("protocol/versions/<str:version>/propose", propose, name="propose"),
    path("protocol/versions/<str:version>/try", try_version, name="try"),
    path("protocol/proposals/<int:number>", proposal, name="proposal"),
    path("protocol/moves", moves, name="moves"),
    path("protocol/bank-holidays", bank_holidays, name="bank-holidays"),
    path("protocol/bank-holidays/add", add_bank_holiday, name="add-bank-holiday"),
    path("protocol/drawing.svg", protocol_drawing, name="protocol-drawing"),
]
