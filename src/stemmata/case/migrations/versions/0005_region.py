"""Which region the coder was told."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    means = "The countries of the case's region that the coder was told, by code; empty where it was none."
    op.add_column("coding", sa.Column("region", sa.Text(), nullable=True, comment=means))
