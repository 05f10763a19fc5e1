"""The record of a child beside disputes, and duties that are owed in it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """A child's own record."""

    dependencies = [
        ("records", "0008_siblings"),
    ]

    operations = [
        migrations.CreateModel(
            name="ChildRecordRow",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=0)),
                ("hash", models.CharField(max_length=64)),
                ("next_due_at", models.DateTimeField(null=True)),
                ("troubled_at", models.DateTimeField(null=True)),
                ("seen_by", models.TextField(blank=True, default="")),
                ("authority", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.authority")),
                ("child", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.child")),
            ],
            options={
                "db_table": "child_record",
                "constraints": [models.UniqueConstraint(fields=("child",), name="child_record_once")],
                "indexes": [
                    models.Index(
                        condition=models.Q(("next_due_at__isnull", False)),
                        fields=["next_due_at"],
                        name="child_record_next_due",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="dutyrow",
            name="record",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, to="records.childrecordrow"),
        ),
        migrations.AlterField(
            model_name="dutyrow",
            name="dispute",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, to="records.disputerow"),
        ),
        migrations.AlterField(
            model_name="dutyrow",
            name="raiser",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="dutyrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("dispute__isnull", True)) ^ models.Q(("record__isnull", True)),
                name="duty_in_one_record",
            ),
        ),
    ]
