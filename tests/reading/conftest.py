"""Settings of this folder's tests."""

from hypothesis import settings

# The first page imports trafilatura, which takes longer than an example may.
settings.register_profile("reading", deadline=None)
settings.load_profile("reading")
