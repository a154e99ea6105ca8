import iterate from 'graphology-layout-forceatlas2/iterate.js';

/** What the page sends: the matrices of the layout and its settings; later, nodes that are held where they are. */
export interface Begin {
  settings: unknown;
  nodes: Float32Array;
  edges: Float32Array;
  iterations: number;
}

/** Numbers that the layout keeps of each node: x, y, forces and how firmly it stands. */
const PER_NODE = 10;
const FIXED = 9;
/** Iterations between two looks at what the page says. */
const SLICE = 12;

let state: Begin | undefined;
let left = 0;

function slice(): void {
  if (!state) return;
  for (let turn = 0; turn < SLICE && left > 0; turn++, left--) iterate(state.settings as never, state.nodes, state.edges);
  const places = new Float32Array((state.nodes.length / PER_NODE) * 2);
  for (let node = 0; node < places.length / 2; node++) {
    places[node * 2] = state.nodes[node * PER_NODE]!;
    places[node * 2 + 1] = state.nodes[node * PER_NODE + 1]!;
  }
  postMessage({ places, isAtRest: left <= 0 }, { transfer: [places.buffer] });
  if (left > 0) setTimeout(slice, 0);
}

addEventListener('message', ({ data }: MessageEvent<Begin | { node: number; x: number; y: number }>) => {
  if ('settings' in data) {
    state = data;
    left = data.iterations;
    slice();
  } else if (state) {
    state.nodes[data.node * PER_NODE] = data.x;
    state.nodes[data.node * PER_NODE + 1] = data.y;
    state.nodes[data.node * PER_NODE + FIXED] = 1;
  }
});
