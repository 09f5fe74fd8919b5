"""What alembic runs: the steps, on the connection that it was handed."""

from alembic import context

from stemmata.case.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
