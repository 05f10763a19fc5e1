"""A dispute about several children, and for which of them somebody owes a duty."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def fill_child(_apps: Any, schema_editor: Any) -> None:
    """Until now every duty was about the one child of its dispute."""
    schema_editor.execute(
        "UPDATE duty SET child_id = (SELECT d.child_id FROM dispute d WHERE d.id = dispute_id)"
    )
    if schema_editor.connection.vendor == "postgresql":
        # The table cannot be altered as long as a constraint still waits to be looked at.
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    """Siblings, families, and the child of each duty."""

    dependencies = [
        ("records", "0007_late_bank_holidays"),
    ]

    operations = [
        migrations.AddField(
            model_name="child",
            name="family",
            field=models.CharField(blank=True, default="", max_length=40),
        ),
        migrations.AddIndex(
            model_name="child",
            index=models.Index(
                condition=models.Q(("family", ""), _negated=True),
                fields=["authority", "family"],
                name="child_by_family",
            ),
        ),
        migrations.AddField(
            model_name="disputerow",
            name="children",
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.CreateModel(
            name="Sibling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField()),
                ("authority", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.authority")),
                ("child", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.child")),
                ("dispute", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, to="records.disputerow")),
            ],
            options={
                "db_table": "sibling",
                "constraints": [models.UniqueConstraint(fields=("dispute", "place"), name="sibling_place_once")],
                "indexes": [models.Index(fields=["child", "dispute"], name="sibling_by_child")],
            },
        ),
        migrations.AddField(
            model_name="dutyrow",
            name="child",
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, to="records.child"),
        ),
        migrations.RunPython(fill_child, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="dutyrow",
            name="child",
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.child"),
        ),
    ]
