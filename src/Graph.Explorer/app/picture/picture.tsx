import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useAnswer } from '../api';
import { acts, pageOf, words } from '../domain';
import { address, where } from '../filter';
import { AsQuery } from '../parts/asquery';
import { onSchemeChange, token } from '../parts/colours';
import { quoted } from '../parts/cypher';
import { download } from '../parts/download';
import { Answer, say } from '../parts/states';
import { number } from '../parts/text';
import query from '../queries/neighbourhood.graphql';
import { go, route, withParams } from '../route';
import type { AroundQuery } from '../types';
import { draw, type Drawing } from './drawing';
import { Chosen, describe } from './chosen';
import { csvOf, gexfOf, graphmlOf } from './formats';
import { graphOf, keyOf, linksBetween, neighbourTowards, pathOn, tallyType, type Around } from './graph';
import type { Start } from './later';
import { pngOf, svgOf, type Drawn } from './shapes';
import { Tables } from './tables';

/** Neighbours by each relationship and direction at first, and as many more on demand. */
const STEP = 25;
/** Neighbours by one relationship that the API tells at most. */
const MOST_NEIGHBOURS = 200;
/** Nodes drawn at first; more can be read by few, and drawn on demand. */
const FIRST_NODES = 300;
const MOST_NODES = 1_500;

const refOf = (key: string): Start => ({ type: key.slice(0, key.indexOf(':')), id: key.slice(key.indexOf(':') + 1) });
const list = (name: string): string[] => (route().params.get(name) ?? '').split('|').filter((key) => key.includes(':'));
const ARROWS: Record<string, readonly [number, number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** What lies around a node, drawn: it begins small, says of everything how much more there is, and grows where the reader wants. */
export function Picture({ of }: { of: Start }) {
  const { params } = route();
  const tally = tallyType();
  const isAll = !tally || params.get('links') === 'all';
  const grown = list('grown');
  const most = Math.min(MOST_NEIGHBOURS, Math.max(STEP, Number(params.get('near')) || STEP));
  const variables = {
    of: [of, ...grown.map(refOf)],
    depth: 1,
    perRelationship: most,
    along: isAll ? undefined : [tally],
    // Days fade links instead of leaving them out, so that one sees what changes.
    where: withoutDays(),
  };
  const answer = useAnswer<AroundQuery>(query, variables);
  return (
    <>
      {tally && (
        <div class="controls">
          <div class="switch" role="group" aria-label="Links drawn">
            <button type="button" aria-pressed={!isAll} onClick={() => go(withParams({ links: null }))}>
              {acts()}
            </button>
            <button type="button" aria-pressed={isAll} onClick={() => go(withParams({ links: 'all' }))}>
              all relationships
            </button>
          </div>
        </div>
      )}
      <Answer of={answer} asking="what lies around">
        {(data) => <Shown data={data} tally={isAll ? undefined : tally} start={of} near={most} />}
      </Answer>
      <AsQuery query={query} variables={variables} cypher={() => cypherOf(of, tally)} />
    </>
  );
}

function withoutDays() {
  const { params } = route();
  const [from, to] = [params.get('from'), params.get('to')];
  params.delete('from');
  params.delete('to');
  const condition = where();
  if (from) params.set('from', from);
  if (to) params.set('to', to);
  return condition;
}

const cypherOf = (of: Start, tally: string | undefined): string =>
  `MATCH (n:\`${of.type}\` {id: ${quoted(of.id)}})-[r${tally ? `:${tally}` : ''}]-(m)\nRETURN n, r, m LIMIT ${FIRST_NODES};`;

function Shown({ data, tally, start, near }: { data: AroundQuery; tally?: string; start: Start; near: number }) {
  const around = useMemo(() => (tally ? ofActs(data.around, tally) : data.around), [data, tally]);
  return <Board around={around} start={start} near={near} />;
}

/** Of the acts alone: the links that are counts of them, and what is cut of those. */
const ofActs = (around: Around, tally: string): Around => ({
  ...around,
  links: around.links.filter((link) => link.type === tally),
  cut: around.cut.filter((cut) => cut.relationship === tally),
});

function Board({ around, start, near }: { around: Around; start: Start; near: number }) {
  const { params } = route();
  const hidden = new Set(list('hidden'));
  const [drawn, setDrawn] = useState(FIRST_NODES);
  const days = { from: params.get('from') ?? undefined, to: params.get('to') ?? undefined };
  const before = useRef<Drawn>();
  const key = `${drawn} ${[...hidden].join()} ${days.from} ${days.to}`;
  const graph = useMemo(() => (before.current = graphOf(around, hidden, drawn, days, before.current)), [around, key]);
  const between = useMemo(() => linksBetween(around, drawn).length, [around, drawn]);
  const [chosen, setChosen] = useState<string[]>([`${start.type}:${start.id}`]);
  const [path, setPath] = useState<string[]>([]);
  const [noDrawing, setNoDrawing] = useState('');
  const [scheme, setScheme] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing>();
  const now = chosen.at(-1);

  useEffect(() => onSchemeChange(() => setScheme((count) => count + 1)), []);
  useEffect(() => {
    try {
      drawing.current = draw(graph, place.current!, { choose, expand });
    } catch (fault) {
      setNoDrawing((fault as Error).message);
      return;
    }
    drawing.current.mark(new Set(chosen), new Set(path));
    return () => drawing.current?.close();
  }, [graph, scheme]);
  useEffect(() => drawing.current?.mark(new Set(chosen), new Set(path)), [chosen, path]);

  function choose(node: string | null, isMore: boolean) {
    setPath([]);
    setChosen((others) =>
      node === null
        ? []
        : isMore
          ? [...others.filter((one) => one !== node), node].slice(-2)
          : [...others.slice(-1).filter((one) => one !== node), node],
    );
    if (node !== null && graph.hasNode(node)) say(describe(graph, around, node));
  }

  function expand(node: string) {
    const grown = list('grown');
    const isOpen = node === `${start.type}:${start.id}` || grown.includes(node);
    if (isOpen && !around.cut.some((cut) => cut.node === node))
      return say(`All neighbours of ${graph.getNodeAttribute(node, 'label')} are here.`);
    go(withParams(isOpen ? { near: String(Math.min(MOST_NEIGHBOURS, near + STEP)) } : { grown: [...grown, node].join('|') }));
    say(`More around ${graph.getNodeAttribute(node, 'label')} is asked for.`);
  }

  function hide(node: string) {
    go(withParams({ hidden: [...list('hidden'), node].join('|') }));
    setChosen([]);
    say(`${graph.getNodeAttribute(node, 'label')} is hidden.`);
  }

  function showPath() {
    if (chosen.length < 2) return say('Choose two nodes first, the second with Shift.');
    const found = pathOn(graph, chosen[0]!, chosen[1]!);
    setPath(found);
    say(found.length === 0 ? 'On the picture they are not connected.' : `A path of ${(found.length - 1) / 2} steps is marked.`);
  }

  function pressed(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const towards = ARROWS[event.key];
    const letter = event.key.toLowerCase();
    if (towards) {
      const next = now && graph.hasNode(now) ? neighbourTowards(graph, now, towards) : graph.nodes()[0];
      if (next) choose(next, event.shiftKey);
    } else if (letter === 'f') drawing.current?.fit();
    else if (letter === 'p') showPath();
    else if (event.key === 'Escape') choose(null, false);
    else if (now && graph.hasNode(now) && letter === 'e') expand(now);
    else if (now && graph.hasNode(now) && letter === 'h') hide(now);
    else if (now && graph.hasNode(now) && event.key === 'Enter') go(address(pageOf(refOf(now).type, refOf(now).id)));
    else return;
    event.preventDefault();
  }

  const left = around.nodes.length - graph.order;
  return (
    <div class="board">
      <div class="canvas-frame">
        <div
          ref={place}
          class="canvas"
          tabIndex={0}
          role="application"
          aria-roledescription="picture of a graph"
          onKeyDown={pressed}
          aria-label={`${graph.order} nodes and ${graph.size} links around ${graph.hasNode(`${start.type}:${start.id}`) ? graph.getNodeAttribute(`${start.type}:${start.id}`, 'label') : start.id}. Arrow keys go along links; the tables below tell the same.`}
        />
        {noDrawing && (
          <p class="quiet state">
            This browser draws no WebGL ({noDrawing}). The tables below hold what the picture would; SVG and PNG can be saved all the same.
          </p>
        )}
        <ul class="legend plain" aria-label="Colours">
          {keyOf(around).map(([type, colour]) => (
            <li key={type} class="legend-item">
              <svg width="10" height="10" aria-hidden="true">
                <circle cx="5" cy="5" r="5" fill={colour} />
              </svg>{' '}
              {words(type)}
            </li>
          ))}
        </ul>
      </div>
      <aside class="chosen" aria-label="Chosen">
        {now && graph.hasNode(now) ? (
          <Chosen
            graph={graph}
            around={around}
            node={now}
            expand={expand}
            hide={hide}
            isGrown={now === `${start.type}:${start.id}` || list('grown').includes(now)}
          />
        ) : (
          <p class="quiet">
            Choose a node, with the pointer or the arrow keys. Two clicks, or <kbd>E</kbd>, show more around it; dragging pins it.
          </p>
        )}
        {chosen.length === 2 && (
          <p>
            <button type="button" class="plain" onClick={showPath}>
              Path between the two (P)
            </button>
          </p>
        )}
      </aside>
      <div class="buttons">
        <span class="quiet">
          {number(graph.order - hidden.size)} of {number(around.nodes.length)} nodes
          {graph.size < between && `, the ${number(graph.size)} strongest of ${number(between)} links`}
        </span>
        {left > 0 && drawn < MOST_NODES && (
          <button type="button" class="plain" onClick={() => setDrawn(MOST_NODES)}>
            draw {number(Math.min(MOST_NODES, around.nodes.length))}
          </button>
        )}
        {hidden.size > 0 && (
          <button type="button" class="plain" onClick={() => go(withParams({ hidden: null }))}>
            show {hidden.size} hidden
          </button>
        )}
        {list('grown').length > 0 && (
          <button type="button" class="plain" onClick={() => go(withParams({ grown: null, near: null }))}>
            as at first
          </button>
        )}
        <button type="button" class="plain" onClick={() => drawing.current?.fit()}>
          Fit (F)
        </button>
        <span class="quiet">Save</span>
        <button
          type="button"
          class="plain"
          onClick={() => void pngOf(graph, token('--ink'), token('--sheet')).then((png) => download('picture.png', 'image/png', png))}
        >
          PNG
        </button>
        <button
          type="button"
          class="plain"
          onClick={() => download('picture.svg', 'image/svg+xml', svgOf(graph, token('--ink'), token('--sheet')))}
        >
          SVG
        </button>
        <button type="button" class="plain" onClick={() => download('picture.gexf', 'application/gexf+xml', gexfOf(graph))}>
          GEXF
        </button>
        <button type="button" class="plain" onClick={() => download('picture.graphml', 'application/graphml+xml', graphmlOf(graph))}>
          GraphML
        </button>
        <button type="button" class="plain" onClick={() => download('picture.csv', 'text/csv', csvOf(graph))}>
          CSV
        </button>
      </div>
      <Tables graph={graph} choose={(node) => choose(node, false)} />
    </div>
  );
}
