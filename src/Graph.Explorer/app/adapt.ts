import {
  buildClientSchema,
  getIntrospectionQuery,
  parse,
  print,
  visit,
  visitWithTypeInfo,
  Kind,
  TypeInfo,
  isEnumType,
  isInputObjectType,
  getNamedType,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type IntrospectionQuery,
  type OperationDefinitionNode,
} from 'graphql';
import { post } from './api';
import { actType, domain, typeNamed } from './domain';

/**
 * Puts a query that is written in the words of the domain that ships into those of the graph's own: the act, its parties and figures by
 * the names that the ontology gives them. What the other domain does not have is left out, and comes back as nothing.
 */
export async function adapt(
  query: string,
  variables: Record<string, unknown>,
): Promise<{ query: string; variables: Record<string, unknown> }> {
  const document = prune(rename(parse(query)), await schema());
  const used = new Set<string>();
  visit(document, { VariableDefinition: (node) => void used.add(node.variable.name.value) });
  return { query: print(document), variables: Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name))) };
}

let known: Promise<GraphQLSchema> | undefined;
const schema = (): Promise<GraphQLSchema> =>
  (known ??= post<IntrospectionQuery>({ query: getIntrospectionQuery({ descriptions: false }), variables: {} }).then(buildClientSchema));

/** Fields right below which `accuser` and `accused` are the two roles, not the relationship of that name. */
const HAVE_ROLES = new Set(['pairs', 'steps', 'made', 'received']);

/** Of the shipped domain: what its fields are to an act. */
function fieldNames(): Record<string, string | undefined> {
  const act = domain().act;
  const plural = actType()?.plural;
  const caption = typeNamed(act?.party ?? '')?.caption;
  return {
    accusations: plural,
    accusationsConnection: plural && `${plural}Connection`,
    actors: typeNamed(act?.party ?? '')?.plural,
    name: caption,
    matter: actType()?.caption,
    act: act?.kind,
    saidOn: act?.on,
    accusers: act?.by,
    accused: act?.against,
    accusersConnection: act && `${act.by}Connection`,
    accusedConnection: act && `${act.against}Connection`,
    evidence: act?.evidence,
    evidenceConnection: act?.evidence && `${act.evidence}Connection`,
    claim: act?.claim,
    onBehalfOf: act?.onBehalfOf,
    answers: act?.answers,
    whoAccusedWhom: act?.pairs,
    accusationTimeline: act?.timeline,
    accusationTimelineNotes: act?.timeline && `${act.timeline}Notes`,
    accusationThreads: act?.threads,
    accusationChains: act?.chains,
  };
}

export function rename(document: DocumentNode): DocumentNode {
  const act = domain().act;
  const fields = fieldNames();
  const type = (name: string) => {
    if (name === 'Actor') return act?.party ?? name;
    return act
      ? name
          .replace(/^Accusation(?=$|[A-Z])/, act.type)
          .replace(/^Act$/, actType()?.properties.find((one) => one.name === act.kind)?.enum ?? 'Act')
      : name;
  };
  return visit(document, {
    NamedType: (node) => ({ ...node, name: { ...node.name, value: type(node.name.value) } }),
    Field: (node, _key, _parent, _path, ancestors) => {
      const above = ancestors.filter((one): one is FieldNode => 'kind' in one && one.kind === Kind.FIELD).at(-1);
      const isFragmentOfPairs = ancestors.some(
        (one) => 'kind' in one && one.kind === Kind.FRAGMENT_DEFINITION && ['Pair', 'Sums'].includes(one.name.value),
      );
      const inRoles = (above && HAVE_ROLES.has(above.alias?.value ?? above.name.value)) || (!above && isFragmentOfPairs);
      const given = node.name.value;
      // An item of a thread has fields of its own: the act, and what it answers.
      if (above?.name.value === 'acts') return undefined;
      const value =
        inRoles && given === 'accuser'
          ? act?.actor
          : inRoles && given === 'accused'
            ? act?.counterpart
            : given in fields
              ? (fields[given] ?? given)
              : given;
      return { ...node, alias: node.alias ?? (value === given ? undefined : node.name), name: { ...node.name, value: value ?? given } };
    },
  });
}

/** Leaves out what the schema does not have: fields, arguments, fragments on unknown types, and variables that nothing uses then. */
export function prune(document: DocumentNode, of: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(of);
  let pruned = visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter: (node) => (node.name.value !== '__typename' && !types.getFieldDef() ? null : undefined),
        leave: (node) => (node.selectionSet && node.selectionSet.selections.length === 0 ? null : undefined),
      },
      Argument: () => (types.getArgument() ? undefined : null),
      ObjectField: (node) => {
        const parent = getNamedType(types.getParentInputType());
        return isInputObjectType(parent) && !parent.getFields()[node.name.value] ? null : undefined;
      },
      EnumValue: (node) => {
        const type = getNamedType(types.getInputType());
        return isEnumType(type) && !type.getValue(node.value) ? null : undefined;
      },
      InlineFragment: {
        enter: (node) => (node.typeCondition && !of.getType(node.typeCondition.name.value) ? null : undefined),
        leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined),
      },
      FragmentDefinition: (node) => (of.getType(node.typeCondition.name.value) ? undefined : null),
    }),
  );
  const fragments = new Set(
    pruned.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION && one.selectionSet.selections.length > 0 ? [one.name.value] : [],
    ),
  );
  pruned = visit(pruned, {
    FragmentSpread: (node) => (fragments.has(node.name.value) ? undefined : null),
    FragmentDefinition: (node) => (fragments.has(node.name.value) ? undefined : null),
    Field: { leave: (node) => (node.selectionSet && node.selectionSet.selections.length === 0 ? null : undefined) },
  });
  return withoutUnused(pruned, of);
}

function withoutUnused(document: DocumentNode, of: GraphQLSchema): DocumentNode {
  const uses = new Map<string, number>();
  const spread = new Set<string>();
  visit(document, {
    Variable: (node) => void uses.set(node.name.value, (uses.get(node.name.value) ?? 0) + 1),
    FragmentSpread: (node) => void spread.add(node.name.value),
  });
  return visit(document, {
    VariableDefinition: (node) => {
      let name = node.type;
      while (name.kind !== Kind.NAMED_TYPE) name = name.type;
      return (uses.get(node.variable.name.value) ?? 0) < 2 || !of.getType(name.name.value) ? null : undefined;
    },
    FragmentDefinition: (node) => (spread.has(node.name.value) ? undefined : null),
    OperationDefinition: {
      leave: (node) => (node.selectionSet.selections.length > 0 ? undefined : { ...node, selectionSet: NOTHING.selectionSet }),
    },
  });
}

/** What is asked where nothing of a query is left. */
const NOTHING = parse('{ __typename }').definitions[0] as OperationDefinitionNode;
