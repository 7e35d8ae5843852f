"""Finding agreements: by words, by a clause they use, by a regulation they cite.

The index of words is derived data beside the projection: it follows the events, and can be made again at any time.
"""
