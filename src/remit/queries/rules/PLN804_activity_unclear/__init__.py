"""PLN804: an activity whose status at a level a source says is unclear."""
