"""Write the made parts of the reference pages anew; what people wrote beside them stays."""

from tests.reference.pages import PAGES, SCHEMA, made_anew, schema_anew
from tests.support.tree import ROOT

for page in PAGES:
    path = ROOT / page
    path.write_text(made_anew(path.read_text(encoding="utf-8")), encoding="utf-8")

(ROOT / SCHEMA).write_text(schema_anew(), encoding="utf-8")
