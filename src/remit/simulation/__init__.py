"""How matters flow: calendars, the compiled plan of a structure, three engines, records, statistics and sweeps.

The parts, in the order in which they are used: :mod:`remit.simulation.parameters` holds every number and says where
it comes from; :mod:`remit.simulation.build` turns the loop of a structure into a :class:`~remit.simulation.plan.Plan`
and draws what happens whatever the matters do (arrivals, sittings); the engines in :mod:`remit.simulation.engines`
run it and give :class:`~remit.simulation.plan.Records`; everything else is counted from those.
"""
