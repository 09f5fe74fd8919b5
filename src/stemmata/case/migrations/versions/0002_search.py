"""Search of words and places, and views into the records."""

from alembic import op

from stemmata.case.search import statements

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for statement in statements(op.get_bind().dialect.name):
        op.get_bind().exec_driver_sql(statement)
