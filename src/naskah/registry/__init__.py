"""What was agreed and what must be done by when: events, their projection, alerts.

Knows nothing of the wording of documents. Import from the module that holds the function: the
reading path (`database`, `query`, `alerts`, `state`) must load neither pydantic nor sqlite-utils,
so nothing is re-exported here.
"""
