import { inferSettings } from 'graphology-layout-forceatlas2';
import { graphToByteArrays } from 'graphology-layout-forceatlas2/helpers.js';
import DEFAULTS from 'graphology-layout-forceatlas2/defaults.js';
import type { Drawn } from './shapes';

/** Enough for 300 nodes to come to rest; larger graphs get fewer, so that they rest too. */
const ITERATIONS = 600;
const MOST_NODE_ITERATIONS = 180_000;

/** The part of the time that goes into drawing what moves, so that the page goes on answering where drawing is slow. */
const PART_FOR_DRAWING = 1 / 4;

/** A layout that runs beside the page, in a worker of this server's own. */
export interface Layout {
  hold: (node: string) => void;
  stop: () => void;
}

export function layOut(graph: Drawn): Layout {
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
  let restsUntil = 0;
  worker.onmessage = ({ data }: MessageEvent<{ places: Float32Array; isAtRest: boolean }>) => {
    const began = performance.now();
    if (!data.isAtRest && (isCalm || began < restsUntil)) return;
    graph.updateEachNodeAttributes(
      (node, look) => {
        const at = index.get(node);
        return at === undefined || look.fixed ? look : { ...look, x: data.places[at * 2]!, y: data.places[at * 2 + 1]! };
      },
      { attributes: ['x', 'y'] },
    );
    // Until it is drawn nothing more is; then for as long as that took, and some.
    restsUntil = Infinity;
    requestAnimationFrame(() =>
      requestAnimationFrame((drawn) => {
        restsUntil = drawn + (drawn - began) * (1 / PART_FOR_DRAWING - 1);
      }),
    );
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
