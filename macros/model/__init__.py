"""What the handbook is made of: a type for each kind of record, and the registry of kinds."""
