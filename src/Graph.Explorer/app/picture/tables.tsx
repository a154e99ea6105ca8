import { useState } from 'preact/hooks';
import { pageOf, words } from '../domain';
import { address } from '../filter';
import { Span, Text, number } from '../parts/text';
import type { Drawn } from './shapes';

type Key = 'name' | 'type' | 'degree' | 'from' | 'to' | 'relationship' | 'count';

/** The picture as numbers: the same nodes and links, in the order that a heading is pressed for. */
export function Tables({ graph, choose }: { graph: Drawn; choose: (node: string) => void }) {
  const nodes = graph.filterNodes((_, look) => !look.hidden).map((key) => ({ key, ...graph.getNodeAttributes(key) }));
  const links = graph
    .filterEdges((_e, _l, _s, _t, source, target) => !source.hidden && !target.hidden)
    .map((key) => ({
      key,
      ...graph.getEdgeAttributes(key),
      from: graph.getNodeAttributes(graph.source(key)),
      to: graph.getNodeAttributes(graph.target(key)),
    }));
  return (
    <details class="twin">
      <summary>
        The same as tables: {number(nodes.length)} nodes, {number(links.length)} links
      </summary>
      <Sorted
        heads={[
          ['name', 'Node'],
          ['type', 'Type'],
          ['degree', 'Relationships in all'],
        ]}
        rows={nodes}
        value={(row, key) => (key === 'name' ? row.label : key === 'type' ? row.kind : row.degree)}
        row={(row) => (
          <>
            <th scope="row">
              <a href={address(pageOf(row.kind, row.id))}>
                <Text>{row.label}</Text>
              </a>{' '}
              <button type="button" class="plain" onClick={() => choose(row.key)}>
                choose
              </button>
            </th>
            <td class="text">{words(row.kind)}</td>
            <td>{number(row.degree)}</td>
          </>
        )}
      />
      <Sorted
        heads={[
          ['from', 'From'],
          ['relationship', 'Relationship'],
          ['to', 'To'],
          ['count', 'Number'],
          [null, 'Days'],
        ]}
        rows={links}
        value={(row, key) =>
          key === 'from' ? row.from.label : key === 'to' ? row.to.label : key === 'relationship' ? row.relationship : row.count
        }
        row={(row) => (
          <>
            <th scope="row">
              <a href={address(pageOf(row.from.kind, row.from.id))}>
                <Text>{row.from.label}</Text>
              </a>
            </th>
            <td class="text">{words(row.relationship)}</td>
            <td class="text">
              <a href={address(pageOf(row.to.kind, row.to.id))}>
                <Text>{row.to.label}</Text>
              </a>
            </td>
            <td>{number(row.count)}</td>
            <td class="text">{row.first ? <Span first={row.first} last={row.last} /> : ''}</td>
          </>
        )}
      />
    </details>
  );
}

function Sorted<T extends { key: string }>({
  heads,
  rows,
  value,
  row,
}: {
  heads: [Key | null, string][];
  rows: T[];
  value: (row: T, key: Key) => string | number;
  row: (row: T) => preact.ComponentChildren;
}) {
  const [by, setBy] = useState<{ key: Key; isDown: boolean }>({
    key: heads.some(([key]) => key === 'count') ? 'count' : 'degree',
    isDown: true,
  });
  const sorted = [...rows].sort((a, b) => {
    const [one, other] = [value(a, by.key), value(b, by.key)];
    return (typeof one === 'number' ? one - (other as number) : one.localeCompare(other as string)) * (by.isDown ? -1 : 1);
  });
  return (
    <div class="scroll" tabIndex={0}>
      <table class="plain-table">
        <thead>
          <tr>
            {heads.map(([key, text]) => (
              <th key={text} scope="col" aria-sort={key === by.key ? (by.isDown ? 'descending' : 'ascending') : undefined}>
                {key ? (
                  <button
                    type="button"
                    class="plain"
                    onClick={() => setBy({ key, isDown: by.key === key ? !by.isDown : key === 'count' || key === 'degree' })}
                  >
                    {text}
                    {key === by.key ? (by.isDown ? ' ↓' : ' ↑') : ''}
                  </button>
                ) : (
                  text
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => (
            <tr key={one.key}>{row(one)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
