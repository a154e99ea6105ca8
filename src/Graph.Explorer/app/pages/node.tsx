import { useEffect, useState } from 'preact/hooks';
import { AskError, post } from '../api';
import { act, domain, fieldTo, pageOf, sentence, typeNamed, words, type NodeType, type Property } from '../domain';
import { address, where } from '../filter';
import { Picture } from '../picture/later';
import { ActList } from '../parts/acts';
import { AsQuery } from '../parts/asquery';
import { Page, Section, useTitle } from '../parts/page';
import { Answer, Empty } from '../parts/states';
import { Text, dayText, number, safeUrl, shortened } from '../parts/text';
import { Unknown } from './actor';

/** Related nodes of one kind shown. */
const RELATED = 25;
/** A longer text is no heading any more. */
const LONG = 260;

interface Related {
  __typename: string;
  id: string;
  caption?: string | null;
}

type Loaded = Record<string, unknown> & { id: string };

/** A query for all that a node of this type has, in the words of its domain. */
export function queryOf(type: NodeType): string {
  const caption = (name: string) => typeNamed(name)?.caption ?? 'id';
  const relationships = type.relationships.map((field, index) =>
    field.isList
      ? `r${index}: ${field.name}Connection(first: ${RELATED}) { totalCount edges { node { __typename id caption: ${caption(field.target)} } } }`
      : `r${index}: ${field.name} { __typename id caption: ${caption(field.target)} }`,
  );
  return `query Node($id: ID!) { nodes: ${type.plural}(where: { id: { eq: $id } }) { ${type.properties.map((property) => property.name).join(' ')} ${relationships.join(' ')} } }`;
}

/** A node of any type: what it says, and what it is related to. */
export function NodePage({ path }: { path: string[] }) {
  const [name, id] = [path[1] ?? '', path[2] ?? ''];
  const type = typeNamed(name);
  const [state, setState] = useState<{ data?: { nodes: Loaded[] }; error?: AskError; loading: boolean }>({ loading: true });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!type) return;
    const ending = new AbortController();
    post<{ nodes: Loaded[] }>({ query: queryOf(type), variables: { id } }, ending.signal).then(
      (data) => setState({ data, loading: false }),
      (fault: Error) =>
        !ending.signal.aborted &&
        setState({ error: fault instanceof AskError ? fault : new AskError(fault.message, false), loading: false }),
    );
    return () => ending.abort();
  }, [name, id, turn]);
  const node = state.data?.nodes[0];
  useTitle(node && String(node[type!.caption] ?? id));
  if (!type)
    return (
      <Page title={`No type is called “${name}”`}>
        <Empty>
          <p>
            Types of this graph:{' '}
            {domain()
              .types.map((one) => one.name)
              .join(', ')}
            .
          </p>
        </Empty>
      </Page>
    );
  return (
    <Answer of={{ ...state, again: () => setTurn(turn + 1) }} asking={words(name)}>
      {() => (node ? <Shown of={node} type={type} /> : <Unknown id={id} what={words(name)} />)}
    </Answer>
  );
}

function Shown({ of, type }: { of: Loaded; type: NodeType }) {
  const title = String(of[type.caption] ?? of.id);
  const field = fieldTo(type.name);
  const condition = field && { [field.name]: field.isList ? { some: { id: { eq: of.id } } } : { id: { eq: of.id } } };
  const properties = type.properties.filter((one) => one.name !== type.caption && one.name !== 'id' && !isNothing(of[one.name]));
  return (
    <Page kicker={<span title={type.description}>{words(type.name)}</span>} title={<Text>{shortened(title, LONG)}</Text>}>
      {title.length > LONG && (
        <details>
          <summary>The whole of it</summary>
          <p>
            <Text>{title}</Text>
          </p>
        </details>
      )}
      <dl class="about">
        {properties.map((property) => (
          <div key={property.name}>
            <dt title={property.description}>{sentence(words(property.name))}</dt>
            <dd>
              <Value of={of[property.name]} property={property} />
            </dd>
          </div>
        ))}
        {type.relationships.map((relationship, index) => (
          <Relations
            key={relationship.name}
            name={relationship.name}
            of={of[`r${index}`]}
            isActs={!!field && relationship.target === domain().act?.type}
          />
        ))}
      </dl>
      {condition && (
        <Section title={`${sentence(words(typeNamed(domain().act!.type)!.plural))}`} id="acts">
          <ActList where={where(condition)} none={`No ${act()} leads here under the filter.`} />
        </Section>
      )}
      <Section title="Around" id="around">
        <Picture of={{ type: type.name, id: of.id }} />
      </Section>
      <AsQuery query={queryOf(type)} variables={{ id: of.id }} />
    </Page>
  );
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function Value({ of, property }: { of: unknown; property: Property }) {
  if (Array.isArray(of))
    return (
      <>
        {of.map((one, index) => (
          <span key={index}>
            {index > 0 && ', '}
            <Value of={one} property={property} />
          </span>
        ))}
      </>
    );
  const text = typeof of === 'object' ? JSON.stringify(of) : String(of);
  if (property.values) return <>{words(text)}</>;
  if (property.kind === 'Date') return <time dateTime={text}>{dayText(text)}</time>;
  if (typeof of === 'number') return <>{number(of)}</>;
  return safeUrl(text) ? (
    <a href={safeUrl(text)} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  ) : (
    <Text>{text}</Text>
  );
}

function Relations({ name, of, isActs }: { name: string; of: unknown; isActs: boolean }) {
  if (!of || isActs) return null;
  const { nodes, total } =
    'edges' in (of as object)
      ? {
          nodes: (of as { edges: { node: Related }[] }).edges.map((edge) => edge.node),
          total: (of as { totalCount: number }).totalCount,
        }
      : { nodes: [of as Related], total: 1 };
  if (nodes.length === 0) return null;
  return (
    <div>
      <dt>{sentence(words(name))}</dt>
      <dd>
        {total > 1 && (
          <span class="quiet small">
            {number(nodes.length) === number(total) ? number(total) : `${number(nodes.length)} of ${number(total)}`}
          </span>
        )}
        <ul class={nodes.length > 1 ? undefined : 'plain'}>
          {nodes.map((node) => (
            <li key={node.__typename + node.id}>
              <a href={address(pageOf(node.__typename, node.id))}>
                <Text>{node.caption ?? node.id}</Text>
              </a>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
