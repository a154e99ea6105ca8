import { actType, domain, typeNamed, type Property } from './domain';
import { route } from './route';

/** Conditions on acts that hold over all pages, as the address tells them. */
export type Where = Record<string, unknown>;

/** A choice of the filter bar, found in the ontology. */
export interface Choice {
  /** Its name in the address. */
  name: string;
  kind: 'enum' | 'number' | 'node';
  values?: string[];
  property?: Property;
  way?: string[];
}

/** Names that the address has for something else. */
const TAKEN = new Set([
  'from',
  'to',
  'focus',
  'q',
  'series',
  'bucket',
  'rollUp',
  'view',
  'types',
  'a',
  'b',
  'query',
  'variables',
  'undirected',
  'links',
  'grown',
  'hidden',
  'near',
]);

/** What acts can be filtered by: every enum, every number with bounds, and the nodes that a timeline can be split by. */
export function choices(): Choice[] {
  const type = actType();
  if (!type) return [];
  const name = (text: string) => (TAKEN.has(text) ? `f-${text}` : text);
  const properties = type.properties.flatMap<Choice>((property) => {
    if (property.values) return [{ name: name(property.name), kind: 'enum', values: property.values, property }];
    return property.min !== undefined && property.max !== undefined ? [{ name: name(property.name), kind: 'number', property }] : [];
  });
  const nodes = (domain().act?.series ?? [])
    .filter((series) => !series.property && series.way.length > 0)
    .map<Choice>((series) => ({ name: name(series.name), kind: 'node', way: series.way }));
  return [...properties, ...nodes];
}

/** The parameters of the filter that are set, as they stand in the address. */
export function filterParams(params: URLSearchParams = route().params): URLSearchParams {
  const kept = new URLSearchParams();
  for (const name of ['from', 'to', ...choices().map((choice) => choice.name)]) {
    const value = params.get(name);
    if (value) kept.set(name, value);
  }
  return kept;
}

/** An address of another page under the same filter. */
export function address(path: string, params: Record<string, string | undefined> = {}): string {
  const all = filterParams();
  for (const [name, value] of Object.entries(params)) if (value) all.set(name, value);
  const text = all.toString();
  return text ? `${path}?${text}` : path;
}

const isDay = (text: string | null): text is string => !!text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The filter as a condition on acts; undefined where nothing is set, so that what is kept as a count can answer. */
export function where(...more: (Where | undefined)[]): Where | undefined {
  const { params } = route();
  const all: Where[] = [];
  const on = domain().act?.on;
  const [from, to] = [params.get('from'), params.get('to')];
  if (on && (isDay(from) || isDay(to))) all.push({ [on]: { ...(isDay(from) && { gte: from }), ...(isDay(to) && { lte: to }) } });
  for (const choice of choices()) {
    const value = params.get(choice.name);
    if (!value) continue;
    if (choice.kind === 'node') all.push(along(choice.way!, { id: { eq: value } }));
    else if (choice.kind === 'number') {
      if (Number.isFinite(Number(value))) all.push({ [choice.property!.name]: { gte: Number(value) } });
    } else {
      const given = value.split(',').filter((one) => choice.values!.includes(one));
      if (given.length === 0) continue;
      const { name, isList } = choice.property!;
      if (!isList) all.push({ [name]: given.length === 1 ? { eq: given[0] } : { in: given } });
      else all.push(given.length === 1 ? { [name]: { includes: given[0] } } : { OR: given.map((one) => ({ [name]: { includes: one } })) });
    }
  }
  all.push(...more.filter((one): one is Where => !!one));
  return all.length === 0 ? undefined : all.length === 1 ? all[0] : { AND: all };
}

/** A condition at the end of a way of relationships from the act. */
function along(way: string[], condition: Where): Where {
  let type = actType();
  const steps = way.map((name) => {
    const field = type?.relationships.find((one) => one.name === name);
    type = field && typeNamed(field.target);
    return { name, isList: field?.isList ?? true };
  });
  return steps.reduceRight<Where>((inner, { name, isList }) => ({ [name]: isList ? { some: inner } : inner }), condition);
}

/** The kinds of act that the filter names, for fields that count only some unless told; undefined where it names none. */
export function kinds(): string[] | undefined {
  const kind = domain().act?.kind;
  const choice = choices().find((one) => one.property?.name === kind);
  const given =
    choice &&
    route()
      .params.get(choice.name)
      ?.split(',')
      .filter((one) => choice.values!.includes(one));
  return given?.length ? given : undefined;
}

export const involves = (field: 'by' | 'against', id: string): Where => ({ [domain().act![field]]: { some: { id: { eq: id } } } });

/** Of each choice of nodes those with most acts. */
export type Options = Record<string, { count: number; keys: { id: string | null; text: string | null }[] }[]>;

/** Asks for the nodes that the filter offers; null where it offers none. In the words of the domain, so that it need not be put in them. */
export function optionsQuery(limit: number): string | null {
  const type = domain().act?.type;
  const nodes = choices().filter((choice) => choice.kind === 'node');
  if (!type || nodes.length === 0) return null;
  const groups = nodes.map(({ name, way }) => {
    const [to, ...then] = way!.map(enumName);
    const key = then.length > 0 ? `{ to: ${to}, then: [${then.join(', ')}] }` : `{ to: ${to} }`;
    return `${name.replace(/\W/g, '_')}: ${camel(type)}Groups(by: [{ related: ${key} }], includeMissing: false, sort: [{ count: DESC }], limit: ${limit}) { count keys { id text } }`;
  });
  return `query Options { ${groups.join(' ')} }`;
}

/** `matterTypes` → `MATTER_TYPES`: how the API names fields in its enums. */
export const enumName = (field: string): string => field.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2').toUpperCase();

const camel = (type: string): string => type.charAt(0).toLowerCase() + type.slice(1);
