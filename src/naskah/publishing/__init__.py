"""One rancangan -> its files and its row in the registry, all or nothing."""
