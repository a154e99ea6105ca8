import { MultiDirectedGraph } from 'graphology';
import { SERIES, OTHER } from '../parts/colours';
import { domain } from '../domain';
import { shortened } from '../parts/text';
import type { AroundQuery } from '../types';
import type { Drawn } from './shapes';

export type Around = AroundQuery['around'];

/** Signs of a label on the picture; the tables have the whole. */
const LABEL = 60;
const LEAST_NODE = 4;
const MOST_NODE = 15;

/** Links drawn at most: more than that hide one another, and are slow to draw without a graphics processor. */
export const MOST_LINKS = 3_000;

/** The relationship that is kept as a count of acts, by its stored name. */
export const tallyType = (): string | undefined => {
  const act = domain().act;
  return act?.tally
    ? domain()
        .types.flatMap((type) => type.relationships)
        .find((field) => field.name === act.tally)?.type
    : undefined;
};

const typeColour = (type: string): string => {
  const types = domain().types.filter((one) => !one.implementations);
  const at = types.findIndex((one) => one.name === type);
  return at < 0 ? OTHER : SERIES[at % SERIES.length]!;
};

/** Types on the picture with their colours, for its key. */
export const keyOf = (around: Around): [string, string][] =>
  [...new Set(around.nodes.map((node) => node.type as string))].map((type) => [type, typeColour(type)]);

/** The links between the nodes that are drawn. */
export function linksBetween(around: Around, most: number): Around['links'] {
  const drawn = new Set(around.nodes.slice(0, most).map((node) => node.key));
  return around.links.filter((link) => drawn.has(link.source) && drawn.has(link.target));
}

/** The strongest links, as many as are drawn; of a node that has none among them, its strongest. */
function strongestOf(links: Around['links']): Around['links'] {
  if (links.length <= MOST_LINKS) return links;
  const sorted = [...links].sort((a, b) => b.count - a.count);
  const kept = sorted.slice(0, MOST_LINKS);
  const linked = new Set(kept.flatMap((link) => [link.source, link.target]));
  for (const link of sorted.slice(MOST_LINKS)) {
    if (linked.has(link.source) && linked.has(link.target)) continue;
    kept.push(link);
    linked.add(link.source).add(link.target);
  }
  return kept;
}

/** The graph to draw: those who were there stay where they are, new ones begin beside a neighbour. */
export function graphOf(
  around: Around,
  hidden: ReadonlySet<string>,
  most: number,
  days: { from?: string; to?: string },
  before?: Drawn,
): Drawn {
  const graph = new MultiDirectedGraph() as unknown as Drawn;
  const nodes = around.nodes.slice(0, most);
  const top = Math.max(1, ...nodes.map((node) => node.degree));
  nodes.forEach((node, at) => {
    const old = before?.hasNode(node.key) ? before.getNodeAttributes(node.key) : undefined;
    // The golden angle spreads them evenly, the same in every run.
    const angle = at * 2.399963;
    const radius = at === 0 ? 0 : 10 + 6 * Math.sqrt(at);
    graph.addNode(node.key, {
      x: old?.x ?? radius * Math.cos(angle),
      y: old?.y ?? radius * Math.sin(angle),
      fixed: old?.fixed,
      label: shortened(node.caption, LABEL),
      size: LEAST_NODE + (MOST_NODE - LEAST_NODE) * Math.sqrt(node.degree / top),
      color: typeColour(node.type),
      kind: node.type,
      id: node.id,
      degree: node.degree,
      hidden: hidden.has(node.key),
      type: 'circle',
    });
  });
  const links = strongestOf(linksBetween(around, most));
  const pairs = new Set(links.map((link) => `${link.source}\n${link.target}`));
  const strongest = links.reduce((most, link) => Math.max(most, link.count), 1);
  const tally = tallyType();
  for (const link of links) {
    const isOutside = !!link.first && ((!!days.from && (link.last ?? link.first) < days.from) || (!!days.to && link.first > days.to));
    graph.addEdgeWithKey(link.id, link.source, link.target, {
      relationship: link.type,
      count: link.count,
      first: link.first,
      last: link.last,
      size: 1 + 4 * (Math.log(1 + link.count) / Math.log(1 + strongest)),
      color: link.type === tally ? '#c06a45' : '#9aa1ab',
      type: pairs.has(`${link.target}\n${link.source}`) && link.source !== link.target ? 'curved' : 'straight',
      faded: isOutside,
    });
  }
  return graph;
}

/** A path between two nodes over what is drawn, against arrows too: its nodes and links; nothing where there is none. */
export function pathOn(graph: Drawn, from: string, to: string): string[] {
  const came = new Map<string, { node: string; edge: string } | null>([[from, null]]);
  const queue = [from];
  for (let node = queue.shift(); node !== undefined && !came.has(to); node = queue.shift()) {
    graph.forEachEdge(node, (edge, _look, source, target) => {
      const next = source === node ? target : source;
      if (came.has(next) || graph.getNodeAttribute(next, 'hidden')) return;
      came.set(next, { node: node!, edge });
      queue.push(next);
    });
  }
  if (!came.has(to)) return [];
  const found = [to];
  for (let step = came.get(to); step; step = came.get(step.node)) found.push(step.edge, step.node);
  return found;
}

/** The neighbour that lies most in a direction, for the arrow keys. */
export function neighbourTowards(graph: Drawn, node: string, [dx, dy]: readonly [number, number]): string | undefined {
  const at = graph.getNodeAttributes(node);
  let best: { node: string; score: number } | undefined;
  graph.forEachNeighbor(node, (other, look) => {
    if (look.hidden || other === node) return;
    const [x, y] = [look.x - at.x, look.y - at.y];
    const length = Math.hypot(x, y) || 1;
    const score = (x * dx + y * dy) / length;
    if (score > 0.3 && (!best || score > best.score)) best = { node: other, score };
  });
  return best?.node;
}
