import { pageOf, words } from '../domain';
import { address } from '../filter';
import { Text, number } from '../parts/text';
import type { Around } from './graph';
import type { Drawn } from './shapes';

/** A node in words, for those who listen: what it is, and what of it is shown. */
export const describe = (graph: Drawn, around: Around, node: string): string => {
  const cut = around.cut.filter((one) => one.node === node).map((one) => `${one.shown} of ${one.total} by ${words(one.relationship)}`);
  return `${graph.getNodeAttribute(node, 'label')}, ${words(graph.getNodeAttribute(node, 'kind'))}, ${graph.degree(node)} links here${cut.length > 0 ? `; shown are ${cut.join(', ')}` : ''}.`;
};

/** The chosen node: what it is, what of it is shown, and what can be done with it. */
export function Chosen({
  graph,
  around,
  node,
  expand,
  hide,
  isGrown,
}: {
  graph: Drawn;
  around: Around;
  node: string;
  expand: (node: string) => void;
  hide: (node: string) => void;
  isGrown: boolean;
}) {
  const look = graph.getNodeAttributes(node);
  const cuts = around.cut.filter((cut) => cut.node === node);
  return (
    <>
      <h3>
        <a href={address(pageOf(look.kind, look.id))}>
          <Text>{look.label}</Text>
        </a>
      </h3>
      <p class="quiet small">
        {words(look.kind)}; {number(graph.degree(node))} links here, {number(look.degree)} relationships in all
      </p>
      {cuts.length > 0 && (
        <ul class="plain small">
          {cuts.map((cut) => (
            <li key={cut.relationship + cut.direction}>
              {words(cut.relationship)} {cut.direction === 'OUT' ? '→' : '←'} {number(cut.shown)} of {number(cut.total)}
            </li>
          ))}
        </ul>
      )}
      <p class="buttons">
        {(!isGrown || cuts.length > 0) && (
          <button type="button" class="plain" onClick={() => expand(node)}>
            {isGrown ? 'More of each' : 'Expand'} (E)
          </button>
        )}
        <button type="button" class="plain" onClick={() => hide(node)}>
          Hide (H)
        </button>
      </p>
    </>
  );
}
