import { csv } from '../parts/download';
import { xml, type Drawn, type EdgeLook } from './shapes';

const shown = (graph: Drawn) => ({
  nodes: graph.filterNodes((_, look) => !look.hidden),
  edges: graph.filterEdges((_edge, _look, _source, _target, source, target) => !source.hidden && !target.hidden),
});

/** GEXF 1.3 of what is on the picture, with its places and colours, for Gephi. */
export function gexfOf(graph: Drawn): string {
  const { nodes, edges } = shown(graph);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"><graph defaultedgetype="directed">',
    '<attributes class="node"><attribute id="type" title="type" type="string"/><attribute id="degree" title="degree" type="integer"/></attributes>',
    '<attributes class="edge"><attribute id="relationship" title="relationship" type="string"/><attribute id="first" title="first" type="string"/><attribute id="last" title="last" type="string"/></attributes>',
    '<nodes>',
    ...nodes.map((key) => {
      const look = graph.getNodeAttributes(key);
      const [red, green, blue] = [1, 3, 5].map((at) => parseInt(look.color.slice(at, at + 2), 16) || 0);
      return (
        `<node id="${xml(key)}" label="${xml(look.label)}"><attvalues><attvalue for="type" value="${xml(look.kind)}"/><attvalue for="degree" value="${look.degree}"/></attvalues>` +
        `<viz:position x="${look.x}" y="${look.y}"/><viz:size value="${look.size}"/><viz:color r="${red}" g="${green}" b="${blue}"/></node>`
      );
    }),
    '</nodes><edges>',
    ...edges.map((edge) => {
      const look = graph.getEdgeAttributes(edge);
      return (
        `<edge id="${xml(edge)}" source="${xml(graph.source(edge))}" target="${xml(graph.target(edge))}" weight="${look.count}" label="${xml(look.relationship)}"><attvalues>` +
        `<attvalue for="relationship" value="${xml(look.relationship)}"/>${look.first ? `<attvalue for="first" value="${look.first}"/>` : ''}${look.last ? `<attvalue for="last" value="${look.last}"/>` : ''}</attvalues></edge>`
      );
    }),
    '</edges></graph></gexf>',
  ].join('\n');
}

/** GraphML of what is on the picture. */
export function graphmlOf(graph: Drawn): string {
  const { nodes, edges } = shown(graph);
  const data = (key: string, value: string | number | null) => (value === null ? '' : `<data key="${key}">${xml(String(value))}</data>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...[
      ['label', 'string'],
      ['type', 'string'],
      ['degree', 'int'],
      ['x', 'double'],
      ['y', 'double'],
    ].map(([name, type]) => `<key id="${name}" for="node" attr.name="${name}" attr.type="${type}"/>`),
    ...[
      ['relationship', 'string'],
      ['weight', 'int'],
      ['first', 'string'],
      ['last', 'string'],
    ].map(([name, type]) => `<key id="${name}" for="edge" attr.name="${name}" attr.type="${type}"/>`),
    '<graph edgedefault="directed">',
    ...nodes.map((key) => {
      const look = graph.getNodeAttributes(key);
      return `<node id="${xml(key)}">${data('label', look.label)}${data('type', look.kind)}${data('degree', look.degree)}${data('x', look.x)}${data('y', look.y)}</node>`;
    }),
    ...edges.map((edge) => {
      const look = graph.getEdgeAttributes(edge);
      return `<edge id="${xml(edge)}" source="${xml(graph.source(edge))}" target="${xml(graph.target(edge))}">${data('relationship', look.relationship)}${data('weight', look.count)}${data('first', look.first)}${data('last', look.last)}</edge>`;
    }),
    '</graph></graphml>',
  ].join('\n');
}

/** The links of the picture as rows. */
export function csvOf(graph: Drawn): string {
  const { edges } = shown(graph);
  const row = (edge: string, look: EdgeLook) => {
    const [source, target] = [graph.getNodeAttributes(graph.source(edge)), graph.getNodeAttributes(graph.target(edge))];
    return [
      source.kind,
      source.id,
      source.label,
      look.relationship,
      target.kind,
      target.id,
      target.label,
      look.count,
      look.first,
      look.last,
    ];
  };
  return csv([
    ['source_type', 'source_id', 'source', 'relationship', 'target_type', 'target_id', 'target', 'count', 'first', 'last'],
    ...edges.map((edge) => row(edge, graph.getEdgeAttributes(edge))),
  ]);
}
