import { request } from './key';

/** What the server says of the domain: the types of the graph, and which of them is an act, with the meaning of its fields. */
export interface Domain {
  isShipped: boolean;
  types: NodeType[];
  act?: Act;
}

export interface Property {
  name: string;
  description?: string;
  kind: string;
  isList: boolean;
  /** The name of the enum, where its values are of one. */
  enum?: string;
  values?: string[];
  searchAs?: string;
  min?: number;
  max?: number;
}

export interface Relationship {
  name: string;
  target: string;
  isList: boolean;
  type: string;
  direction: 'Out' | 'In';
  set?: string;
  properties?: Property[];
}

export interface NodeType {
  name: string;
  plural: string;
  description?: string;
  caption: string;
  implementations?: string[];
  labels?: string[];
  properties: Property[];
  relationships: Relationship[];
}

export interface Act {
  type: string;
  by: string;
  against: string;
  party: string;
  on: string;
  actor: string;
  counterpart: string;
  kind?: string;
  counted?: string;
  denies?: string;
  onBehalfOf?: string;
  answers?: string;
  evidence?: string;
  claim?: string;
  tally?: string;
  upTo?: string;
  series: { name: string; way: string[]; property?: string }[];
  pairs?: string;
  timeline?: string;
  threads?: string;
  chains?: string;
}

let current: Domain = { isShipped: true, types: [] };

/** The domain of the graph; known from when the page begins. */
export const domain = (): Domain => current;

export function setDomain(given: Domain): void {
  current = given;
}

export async function loadDomain(): Promise<void> {
  const answer = await request('/explorer.json');
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  setDomain((await answer.json()) as Domain);
}

export const typeNamed = (name: string): NodeType | undefined => current.types.find((type) => type.name === name);

export const actType = (): NodeType | undefined => (current.act ? typeNamed(current.act.type) : undefined);

/** The concrete types of those who act and are acted against. */
export function partyTypes(): string[] {
  const party = current.act ? typeNamed(current.act.party) : undefined;
  return party ? (party.implementations ?? [party.name]) : [];
}

export const isParty = (type: string): boolean => partyTypes().includes(type) || type === current.act?.party;

/** Where a node has its page. */
export function pageOf(type: string, id: string): string {
  const at = encodeURIComponent(id);
  if (type === current.act?.type) return `/act/${at}`;
  if (isParty(type)) return `/actor/${at}`;
  return type === 'Event' && current.isShipped ? `/event/${at}` : `/node/${encodeURIComponent(type)}/${at}`;
}

/** `matterTypes` → `matter types`, `WhoAccused` → `who accused`, `AGREEMENT_BREACH` → `agreement breach`. */
export function words(name: string): string {
  return name
    .replace(/_/g, ' ')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase();
}

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What acts are called: `accusations`. */
export const acts = (): string => words(actType()?.plural ?? 'acts');

/** What one act is called: `accusation`. */
export const act = (): string => words(current.act?.type ?? 'act');

/** `300 accusations`, `1 accusation`. */
export const countOfActs = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? act() : acts()}`;

/** The field on events, documents and others that leads to the acts, such as `about`: the fields of the act that lead to a type. */
export const fieldTo = (type: string): Relationship | undefined =>
  actType()?.relationships.find((field) => field.target === type && field.name !== current.act?.by && field.name !== current.act?.against);
