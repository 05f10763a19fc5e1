"""Taking over the design systems leaves behind what only GOV.UK may show."""

from scripts.vendor_frontend import clean_script, clean_style


def test_typeface_and_marks_go_and_the_other_rules_stay() -> None:
    style = (
        "@font-face{font-family:GDS Transport;src:url(/assets/fonts/a.woff)}"
        "p,.govuk-footer__crown{font-family:GDS Transport,arial,sans-serif}"
        "@media print{.govuk-header__logotype{fill:red}}"
        ".b{background:url(/assets/images/icon.svg)}\n/*# sourceMappingURL=a.css.map */"
    )
    assert clean_style(style) == (
        'p{font-family:var(--concord-font,arial,sans-serif)}.b{background:url("images/icon.svg")}\n'
    )


def test_a_script_loses_only_its_source_map_line() -> None:
    assert clean_script("export{a};//# sourceMappingURL=a.js.map\n") == "export{a};\n"
