"use strict";
// The network as a view of the map: what is chosen or filtered there is so here, and the other way round.
remit.networkView = (place) => {
  const { map } = remit;
  const onSelect = ([id]) => {
    if (id == null) map.select(null);
    else map.select(map.cards.has(id) ? "card" : "entity", id);
  };
  const view = remit.network(place, map.scene, { onSelect });

  function select({ selection }) {
    const { cards, edges } = map.lit(selection);
    const one = selection?.kind === "card" || selection?.kind === "entity";
    if (one) view.select([selection.kind === "card" ? selection.id : map.scene.entities[selection.id].card]);
    else view.select([...cards], { edges });
  }

  function filter() {
    const shown = [...map.buttons].filter(([, button]) => !button.hidden).map(([id]) => id);
    view.show(shown, map.shownEdge);
  }

  map.on("select", select);
  map.on("filter", filter);
  if (Object.values(map.state.filters).some(Boolean)) filter();
  if (map.state.selection) select(map.state);
  return view;
};
