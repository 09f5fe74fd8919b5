"""${message}."""

import sqlalchemy as sa
from alembic import op

from stemmata.case.columns import Day, Json, Moment

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
