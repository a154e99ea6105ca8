import { MultiDirectedGraph } from 'graphology';
import { expect, test } from 'vitest';
import { csvOf, gexfOf, graphmlOf } from './formats';
import { pathOn } from './graph';
import { svgOf, type Drawn } from './shapes';

const look = (label: string, x: number, isHidden = false) => ({
  x,
  y: x / 2,
  label,
  size: 5,
  color: '#4269d0',
  type: 'circle',
  id: label,
  kind: 'State',
  degree: 2,
  hidden: isHidden,
});

function drawn(): Drawn {
  const graph = new MultiDirectedGraph() as unknown as Drawn;
  graph.addNode('State:a', look('<A> & "B"', 0));
  graph.addNode('State:b', look('b\u0001', 10));
  graph.addNode('State:c', look('c', 20, true));
  const edge = { relationship: 'ACCUSED', count: 3, first: '2025-01-01', last: null, size: 2, color: '#c06a45', type: 'straight' as const };
  graph.addEdgeWithKey('1', 'State:a', 'State:b', edge);
  graph.addEdgeWithKey('2', 'State:b', 'State:c', edge);
  graph.addEdgeWithKey('3', 'State:a', 'State:a', edge);
  return graph;
}

test('what is hidden is in no file, and texts break no markup', () => {
  for (const text of [gexfOf(drawn()), graphmlOf(drawn()), svgOf(drawn(), '#000', '#fff')]) {
    expect(text).toContain('&#60;A&#62; &#38; &#34;B&#34;');
    expect(text).not.toMatch(/[\u0000-\u0008]/);
    expect(text).not.toContain('>c<');
    expect(text).not.toMatch(/NaN|undefined/);
  }
  expect(csvOf(drawn()).split('\r\n')).toHaveLength(4);
});

test('a path goes against arrows too, but not through what is hidden', () => {
  expect(pathOn(drawn(), 'State:b', 'State:a')).toEqual(['State:a', '1', 'State:b']);
  expect(pathOn(drawn(), 'State:a', 'State:c')).toEqual([]);
});
