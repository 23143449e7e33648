"""How results look: text, Markdown and JSON. Findings are data here; no view knows a rule."""
