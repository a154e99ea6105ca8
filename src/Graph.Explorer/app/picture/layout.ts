import { inferSettings } from 'graphology-layout-forceatlas2';
import { graphToByteArrays } from 'graphology-layout-forceatlas2/helpers.js';
import DEFAULTS from 'graphology-layout-forceatlas2/defaults.js';
import type { Drawn } from './shapes';

/** Enough for 300 nodes to come to rest; larger graphs get fewer, so that they rest too. */
const ITERATIONS = 600;
const MOST_NODE_ITERATIONS = 180_000;

/** A layout that runs beside the page, in a worker of this server's own. */
export interface Layout {
  hold: (node: string) => void;
  stop: () => void;
}

export function layOut(graph: Drawn, moved: (isAtRest: boolean) => void): Layout {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  const order = graph.nodes();
  const index = new Map(order.map((node, at) => [node, at]));
  const { nodes, edges } = graphToByteArrays(graph, (_edge: string, look: { count: number }) => Math.log2(1 + look.count));
  const settings = {
    ...DEFAULTS,
    ...inferSettings(graph),
    barnesHutOptimize: graph.order > 400,
    gravity: 1.5,
    slowDown: 6,
    adjustSizes: false,
  };
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  worker.onmessage = ({ data }: MessageEvent<{ places: Float32Array; isAtRest: boolean }>) => {
    if (isCalm && !data.isAtRest) return;
    order.forEach((node, at) => {
      if (!graph.hasNode(node) || graph.getNodeAttribute(node, 'fixed')) return;
      graph.mergeNodeAttributes(node, { x: data.places[at * 2]!, y: data.places[at * 2 + 1]! });
    });
    moved(data.isAtRest);
  };
  worker.postMessage(
    { settings, nodes, edges, iterations: Math.max(60, Math.min(ITERATIONS, Math.floor(MOST_NODE_ITERATIONS / Math.max(1, graph.order)))) },
    [nodes.buffer, edges.buffer],
  );
  return {
    hold: (node) => {
      const { x, y } = graph.getNodeAttributes(node);
      worker.postMessage({ node: index.get(node), x, y });
    },
    stop: () => worker.terminate(),
  };
}
