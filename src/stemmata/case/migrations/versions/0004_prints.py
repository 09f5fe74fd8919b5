"""What a run needs to look for copies only of what is new."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.execute(sa.text("UPDATE run SET merged = NULL"))  # the next run merges everything once, and makes the prints
    op.execute(sa.text("DELETE FROM copy"))
    means = "How many prints of its text are kept; empty until it was looked at for copies."
    op.add_column("coding", sa.Column("prints", sa.Integer(), nullable=True, comment=means))
    op.create_index(
        "ix_coding_unprinted",
        "coding",
        ["document"],
        sqlite_where=sa.text("prints IS NULL"),
        postgresql_where=sa.text("prints IS NULL"),
    )
    means = "1; 0 where both only have it from a third, and it is told nowhere."
    with op.batch_alter_table("copy") as table:
        table.add_column(sa.Column("near", sa.Integer(), nullable=False, comment=means))
    op.create_index("ix_document_published", "document", ["published"], unique=False)
    op.create_table(
        "document_print",
        sa.Column(
            "print",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="A digest of four words that follow each other.",
        ),
        sa.Column("document", sa.Integer(), nullable=False, comment="The document."),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name=op.f("fk_document_print_document")),
        sa.PrimaryKeyConstraint("print", "document", name=op.f("pk_document_print")),
        comment="Runs of words of coded documents, so that a run finds those that share passages with a new one.",
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
