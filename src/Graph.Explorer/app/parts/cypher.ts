import { actType, domain, typeNamed, type Relationship } from '../domain';
import { choices, type Choice } from '../filter';

/** A text as Cypher writes it. */
export const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`;
/** A name as Cypher writes it. */
const named = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replace(/`/g, '``')}\``);

const field = (name: string | undefined): Relationship | undefined => actType()?.relationships.find((one) => one.name === name);
const arrow = (of: Relationship, to: string, name = ''): string =>
  of.direction === 'Out' ? `-[${name}:${named(of.type)}]->${to}` : `<-[${name}:${named(of.type)}]-${to}`;

/** Lines that find acts under the filter: of these actors where they are given. */
export function matchActs({ by, against, params }: { by?: string; against?: string; params: URLSearchParams }): string[] {
  const act = domain().act!;
  const party = typeNamed(act.party)!.name;
  const conditions: string[] = [];
  const [from, to] = [params.get('from'), params.get('to')];
  if (from) conditions.push(`act.${named(act.on)} >= date(${quoted(from)})`);
  if (to) conditions.push(`act.${named(act.on)} <= date(${quoted(to)})`);
  const kind = choices().find((choice) => choice.property?.name === act.kind);
  if (act.counted && !(kind && params.get(kind.name))) conditions.push(`act.${named(act.kind!)} = ${quoted(act.counted)}`);
  for (const choice of choices()) {
    const value = params.get(choice.name);
    if (value) conditions.push(condition(choice, value));
  }
  return [
    `MATCH (by:${named(party)}${by ? ` {id: ${quoted(by)}}` : ''})${flipped(field(act.by)!, `(act:${named(act.type)})`)}${arrow(field(act.against)!, `(against:${named(party)}${against ? ` {id: ${quoted(against)}}` : ''})`)}`,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join('\n  AND ')}`] : []),
  ];
}

/** The relationship as it is drawn from its other end. */
const flipped = (of: Relationship, to: string): string => arrow({ ...of, direction: of.direction === 'Out' ? 'In' : 'Out' }, to);

function condition(choice: Choice, value: string): string {
  if (choice.kind === 'number') return `act.${named(choice.property!.name)} >= ${Number(value)}`;
  if (choice.kind === 'enum') {
    const list = `[${value.split(',').map(quoted).join(', ')}]`;
    return choice.property!.isList
      ? `any(one IN act.${named(choice.property!.name)} WHERE one IN ${list})`
      : `act.${named(choice.property!.name)} IN ${list}`;
  }
  let type = actType();
  const way = choice
    .way!.map((name) => {
      const step = type?.relationships.find((one) => one.name === name);
      type = step && typeNamed(step.target);
      return step ? arrow(step, '()') : '';
    })
    .join('');
  return `EXISTS { (act)${way.slice(0, -2)}({id: ${quoted(value)}}) }`;
}

export const pairScript = (a: string, b: string, params: URLSearchParams): string =>
  [
    ...matchActs({ by: a, against: b, params }),
    'RETURN by, act, against',
    'UNION',
    ...matchActs({ by: b, against: a, params }),
    'RETURN by, act, against;',
  ].join('\n');

export const matrixScript = (params: URLSearchParams, limit: number): string =>
  [...matchActs({ params }), `RETURN by.id, against.id, count(DISTINCT act) AS acts`, `ORDER BY acts DESC LIMIT ${limit};`].join('\n');
