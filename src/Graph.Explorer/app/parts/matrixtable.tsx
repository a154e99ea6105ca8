import { useMemo, useRef, useState } from 'preact/hooks';
import { acts, countOfActs, domain, sentence, words } from '../domain';
import { address } from '../filter';
import type { MatrixQuery } from '../types';
import { csv, download } from './download';
import { say } from './states';
import { Name, number, type Named } from './text';

type Pair = MatrixQuery['pairs'][number];
const STEP = 25;

interface Side {
  node: Named;
  total: number;
}

/** The table of who acted against whom: rows and columns by their totals, the most first; each number leads to its pair. */
export function MatrixTable({ pairs, isAll, params = {} }: { pairs: Pair[]; isAll: boolean; params?: Record<string, string> }) {
  const [most, setMost] = useState(STEP);
  const { rows, columns, cells, top } = useMemo(() => pivot(pairs), [pairs]);
  const table = useRef<HTMLTableElement>(null);
  const [shownRows, shownColumns] = [rows.slice(0, most), columns.slice(0, most)];
  const { actor, counterpart } = domain().act!;
  const caption = `${sentence(words(actor))} by ${words(counterpart)}: ${number(shownRows.length)} of ${number(rows.length)}${isAll ? '' : ' or more'} by ${number(shownColumns.length)} of ${number(columns.length)}${isAll ? '' : ' or more'}`;

  function move(event: KeyboardEvent) {
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    const cell = (event.target as Element).closest?.('td');
    if (!step || !cell) return;
    event.preventDefault();
    let [row, column] = [Number(cell.dataset.row), Number(cell.dataset.column)];
    // To the next number in that direction; empty cells have nothing to open.
    for (;;) {
      row += step[0]!;
      column += step[1]!;
      if (row < 0 || column < 0 || row >= shownRows.length || column >= shownColumns.length) return;
      const link = table.current!.querySelector<HTMLElement>(`td[data-row='${row}'][data-column='${column}'] a`);
      if (!link) continue;
      link.focus();
      return say(`${shownRows[row]!.node.name} against ${shownColumns[column]!.node.name}: ${link.textContent}`);
    }
  }

  let first = true;
  return (
    <>
      <div class="scroll matrix-scroll" tabIndex={0} role="region" aria-label={caption}>
        <table class="matrix" ref={table} onKeyDown={move}>
          <caption class="out-of-sight">{caption}. Arrow keys go from number to number.</caption>
          <thead>
            <tr>
              <th scope="col" class="corner">
                <span class="by">{words(actor)} ↓</span> <span class="against">{words(counterpart)} →</span>
              </th>
              <th scope="col" class="total">
                all
              </th>
              {shownColumns.map((column) => (
                <th key={column.node.id} scope="col" class="turned">
                  <Name of={column.node} role="against" />
                </th>
              ))}
            </tr>
            <tr class="totals">
              <th scope="row">all</th>
              <td class="total" />
              {shownColumns.map((column) => (
                <td key={column.node.id} class="total">
                  {number(column.total)}
                </td>
              ))}
            </tr>
          </thead>
          <tbody>
            {shownRows.map((row, rowAt) => (
              <tr key={row.node.id}>
                <th scope="row">
                  <Name of={row.node} role="by" />
                </th>
                <td class="total">{number(row.total)}</td>
                {shownColumns.map((column, columnAt) => {
                  const pair = cells.get(`${row.node.id}\n${column.node.id}`);
                  if (!pair)
                    return (
                      <td
                        key={column.node.id}
                        data-row={rowAt}
                        data-column={columnAt}
                        class={row.node.id === column.node.id ? 'self' : undefined}
                      />
                    );
                  const tabbed = first;
                  first = false;
                  return (
                    <td key={column.node.id} data-row={rowAt} data-column={columnAt} class={`shade-${shade(pair.count, top)}`}>
                      <a
                        tabIndex={tabbed ? 0 : -1}
                        title={`${row.node.name} → ${column.node.name}: ${countOfActs(pair.count)}`}
                        href={address(`/pair/${encodeURIComponent(row.node.id)}/${encodeURIComponent(column.node.id)}`, params)}
                      >
                        {number(pair.count)}
                      </a>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="buttons">
        <span class="quiet">
          {caption}
          {!isAll && `; totals are of the ${number(pairs.length)} pairs with most`}
        </span>
        {most < Math.max(rows.length, columns.length) && (
          <button type="button" class="plain" onClick={() => setMost(most + STEP)}>
            {STEP} more of each
          </button>
        )}
        <button type="button" class="plain" onClick={() => download('matrix.csv', 'text/csv', longCsv(pairs))}>
          Save as CSV
        </button>
      </p>
    </>
  );
}

/** Seven shades by the order of magnitude, so that one great pair does not leave the others white. */
const shade = (count: number, top: number): number =>
  top <= 1 ? 1 : Math.min(6, 1 + Math.floor((Math.log(count) / Math.log(top)) * 5.999));

function pivot(pairs: Pair[]) {
  const rows = new Map<string, Side>();
  const columns = new Map<string, Side>();
  const cells = new Map<string, Pair>();
  const add = (sides: Map<string, Side>, node: Named, count: number) => {
    const side = sides.get(node.id);
    if (side) side.total += count;
    else sides.set(node.id, { node, total: count });
  };
  for (const pair of pairs) {
    add(rows, pair.by, pair.count);
    add(columns, pair.against, pair.count);
    cells.set(`${pair.by.id}\n${pair.against.id}`, pair);
  }
  const sorted = (sides: Map<string, Side>) =>
    [...sides.values()].sort((a, b) => b.total - a.total || a.node.name.localeCompare(b.node.name));
  return { rows: sorted(rows), columns: sorted(columns), cells, top: Math.max(1, ...pairs.map((pair) => pair.count)) };
}

const longCsv = (pairs: Pair[]): string =>
  csv([
    [
      `${domain().act!.actor}_id`,
      domain().act!.actor,
      `${domain().act!.counterpart}_id`,
      domain().act!.counterpart,
      acts(),
      'first',
      'last',
    ],
    ...pairs.map((pair) => [pair.by.id, pair.by.name, pair.against.id, pair.against.name, pair.count, pair.first, pair.last]),
  ]);
