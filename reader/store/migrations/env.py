"""Alembic's entry: run the migrations on the connection that `reader.store.database` gives."""

from alembic import context

from reader.store.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
