import { useState } from 'preact/hooks';
import { pageOf, words } from '../domain';
import { address } from '../filter';
import { Span, Text, number } from '../parts/text';
import type { Drawn } from './shapes';

type Key = 'name' | 'type' | 'degree' | 'from' | 'to' | 'relationship' | 'count';

/** Rows of a table at first, and how many more come at a time: thousands at once would stop the page. */
const ROWS = 300;

/** The picture as numbers: the same nodes and links, in the order that a heading is pressed for. Made when it is opened. */
export function Tables({ graph, choose }: { graph: Drawn; choose: (node: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  let [nodes, links] = [0, 0];
  graph.forEachNode((_, look) => void (nodes += look.hidden ? 0 : 1));
  graph.forEachEdge((_e, _l, _s, _t, source, target) => void (links += source.hidden || target.hidden ? 0 : 1));
  return (
    <details class="twin" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        The same as tables: {number(nodes)} nodes, {number(links)} links
      </summary>
      {isOpen && <Both graph={graph} choose={choose} />}
    </details>
  );
}

function Both({ graph, choose }: { graph: Drawn; choose: (node: string) => void }) {
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
    <>
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
    </>
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
  const [shown, setShown] = useState(ROWS);
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
          {sorted.slice(0, shown).map((one) => (
            <tr key={one.key}>{row(one)}</tr>
          ))}
        </tbody>
      </table>
      {sorted.length > shown && (
        <p class="buttons">
          <span class="quiet">
            {number(shown)} of {number(sorted.length)}
          </span>
          <button type="button" class="plain" onClick={() => setShown(shown + ROWS)}>
            {number(Math.min(ROWS, sorted.length - shown))} more
          </button>
        </p>
      )}
    </div>
  );
}
