"""YAML files → the data set: read strictly, typed by the models, indexed; the faults of every file in words."""
