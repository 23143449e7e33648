"""The models that ship with Remit: one YAML file per structure, named by its stem."""
