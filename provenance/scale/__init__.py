"""Work in pieces: a pool of processes, and a store of what they have done."""

from provenance.scale.memory import allowed, give_back
from provenance.scale.pool import Pool
from provenance.scale.store import Store, Temporary, key, opened

__all__ = ["Pool", "Store", "Temporary", "allowed", "give_back", "key", "opened"]
