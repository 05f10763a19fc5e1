from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("records", "0003_no_replacing")]

    operations = [
        migrations.AddField(
            model_name="disputerow",
            name="seen_by",
            field=models.TextField(blank=True, default=""),
        ),
    ]
