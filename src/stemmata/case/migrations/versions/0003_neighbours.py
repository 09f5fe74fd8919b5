"""What a run needs to merge only what is new with what it is near to."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column(
        "run",
        sa.Column("decided", sa.Integer(), nullable=True, comment="The last decision that the events knew of."),
    )
    if op.get_bind().dialect.name == "postgresql":  # SQLite keeps no comments
        means = "Digest of the rules that the events were made by; empty where the run did not come to that."
        op.alter_column("run", "merged", comment=means)
    op.execute(sa.text("UPDATE run SET merged = NULL"))  # a digest of other things: the next run merges everything once
    op.create_index(
        "ix_document_former",
        "document",
        ["id"],
        sqlite_where=sa.text("state <> 'current'"),
        postgresql_where=sa.text("state <> 'current'"),
    )
    op.create_table(
        "event_part",
        sa.Column("part", sa.Integer(), nullable=False, comment="The event."),
        sa.Column("whole", sa.Integer(), nullable=False, comment="The total."),
        sa.ForeignKeyConstraint(["part"], ["event.id"], name=op.f("fk_event_part_part")),
        sa.ForeignKeyConstraint(["whole"], ["event.id"], name=op.f("fk_event_part_whole")),
        sa.PrimaryKeyConstraint("part", "whole", name=op.f("pk_event_part")),
        comment="Which events lie within a total over a period.",
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_event_part_whole"), "event_part", ["whole"], unique=False)
    op.create_table(
        "report_cell",
        sa.Column(
            "cell",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="A digest of a day with a place on a grid, a country or a word.",
        ),
        sa.Column("report", sa.Integer(), nullable=False, comment="The report."),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name=op.f("fk_report_cell_report"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("cell", "report", name=op.f("pk_report_cell")),
        comment="Where and when the reports of events stand, so that a run finds the neighbours of a new one.",
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_report_cell_report"), "report_cell", ["report"], unique=False)
