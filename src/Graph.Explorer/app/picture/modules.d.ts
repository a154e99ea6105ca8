declare module 'graphology-layout-forceatlas2/iterate.js' {
  export default function iterate(settings: never, nodes: Float32Array, edges: Float32Array): void;
}
declare module 'graphology-layout-forceatlas2/helpers.js' {
  export function graphToByteArrays(
    graph: unknown,
    weight: (edge: string, attributes: { count: number }) => number,
  ): { nodes: Float32Array; edges: Float32Array };
}
declare module 'graphology-layout-forceatlas2/defaults.js' {
  const settings: Record<string, unknown>;
  export default settings;
}
