"""The fewest or cheapest changes that clear chosen findings and create none.

Candidate changes come from the structure of the findings (:mod:`repairs`); what they do is found by making them and
auditing; which of them to choose is an integer program that learns from the audits (:mod:`search`).
"""
